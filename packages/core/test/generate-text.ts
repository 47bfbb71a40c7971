/** Arbitrary texts with values in them, plain and in every wrapping that text comes in. */
import fc from "fast-check";
import { Dice, VALUES } from "../../../bench/redact/values.ts";

const KINDS = Object.keys(VALUES) as (keyof typeof VALUES)[];
const WORDS =
  "the of and Call please Straße 😀 e\u0301 שלום مرحبا zwölf x=1 ```js { } , ; | \t \r\n \n -- 42 v1.2.3".split(
    " ",
  );

const value: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 1_000_000 }))
  .map(([kind, seed]) => VALUES[kind](new Dice(seed)));

const labelled: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("password: ", "my card is ", "born on ", "Passport no. ", "user: @", ""), value)
  .map(([label, one]) => label + one);

const filler: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);

/** Ways in which a value is written so that it does not look like itself. */
const wrapped: fc.Arbitrary<string> = fc.tuple(labelled, fc.integer({ min: 0, max: 5 })).map(([one, way]) => {
  if (way === 0) return encodeURIComponent(one);
  if (way === 1) return Buffer.from(`Note: ${one} (end)`).toString("base64");
  if (way === 2) return JSON.stringify({ note: one });
  if (way === 3) return `"${one.replaceAll('"', '""')}",${one.length}`;
  if (way === 4) return JSON.stringify(JSON.stringify({ note: [one] }));
  return [...one].map((each) => (each === "@" ? "\\u0040" : each)).join("");
});

export const text: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: filler }, labelled, wrapped), { maxLength: 12 })
  .chain((parts) => fc.constantFrom(" ", "\n", "\r\n", "").map((between) => parts.join(between)));
