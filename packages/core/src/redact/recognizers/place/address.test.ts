import fc from "fast-check";
import { expect, test } from "vitest";
import { resolve } from "../../scan/resolve.ts";
import { Scanner } from "../../scan/scanner.ts";
import { HARD, textOf } from "../../scan/text.ts";
import { PLACE } from "./place.ts";

const scanner = new Scanner(PLACE);
const decoder = new TextDecoder();

function addressesIn(value: string): readonly string[] {
  const text = textOf(value);
  return resolve(scanner.scan(text).spans, text.bytes)
    .filter((one) => one.type === "ADDRESS")
    .map((one) => decoder.decode(text.bytes.slice(one.start, one.end)));
}

// Four digits that may be a year count for less.
const house = fc.integer({ min: 1, max: 9999 }).filter((number) => number < 1800 || number > 2099);
const name = fc.constantFrom("Alder", "Old Mill", "Saint Ann", "Market", "Émile Zola", "Lindenberg");
const city = fc.constantFrom("Springfield", "San Ramos", "New Haven", "Bad Aibling", "Évreux");
const code = fc.integer({ min: 10_000, max: 99_999 });

/** Ways to write an address, from its parts. */
const forms: readonly ((house: number, name: string, city: string, code: number) => string)[] = [
  (number, street, town, digits) => `${number} ${street} Street, ${town}, OH ${digits}`,
  (number, street, town, digits) => `${number} ${street} Ave\nSuite 12\n${town}, TX ${digits}`,
  (number, street, town, digits) => `${number} rue ${street}, ${digits} ${town}`,
  (number, street, town, digits) => `${street.replace(" ", "-")}straße ${number}, ${digits} ${town}`,
  (number, street, town, digits) => `Calle ${street} ${number}, ${digits} ${town}`,
  (number, street, town, digits) => `Via ${street} ${number}\n${digits} ${town}\nItaly`,
  (number, _street, town, digits) => `PO Box ${number}, ${town} ${digits}`,
];

test("an address is found whole, whatever its parts and whatever stands around it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...forms),
      house,
      name,
      city,
      code,
      fc.constantFrom("", "please send it to ", "so, ", "(", "> "),
      fc.constantFrom("", ".", " and then we left", "\nthanks", ")"),
      (form, number, street, town, digits, before, after) => {
        const written = form(number, street, town, digits);
        expect(addressesIn(before + written + after)).toEqual([written]);
      },
    ),
    { numRuns: 1000 },
  );
});

const scraps = fc.constantFrom(
  ...[
    "12",
    " ",
    "Main",
    "Street",
    ",",
    "\n",
    "\0",
    '"',
    "62704",
    "IL",
    "Apt.",
    "Rue",
    "de",
    "la",
    "straße",
    "5",
    "(",
    ")",
  ],
  ...[
    "corner of ",
    "and",
    "é",
    "😀",
    "FPO",
    "AP",
    "93757",
    "PO Box",
    ".",
    "No.",
    "1015 BS",
    "SW1A 1AA",
    "D-10115",
    ">",
  ],
);

test("nothing is found across a hard end, a quote or the ends of the document", () => {
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 30 }), (parts) => {
      const text = textOf(parts.join(" "));
      for (const span of scanner.scan(text).spans) {
        expect(span.start).toBeGreaterThanOrEqual(text.start);
        expect(span.end).toBeLessThanOrEqual(text.end);
        expect(span.end).toBeGreaterThan(span.start);
        const bytes = text.bytes.slice(span.start, span.end);
        expect(bytes.includes(HARD)).toBe(false);
        expect(bytes.includes(0x22)).toBe(false);
        expect(decoder.decode(bytes)).not.toContain("\ufffd");
      }
    }),
    { numRuns: 2000 },
  );
});
