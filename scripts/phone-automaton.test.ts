/** The numbering plans against their source, and the automaton against regular expressions. */
import fc from "fast-check";
import examples from "libphonenumber-js/examples.mobile.json";
import metadata from "libphonenumber-js/metadata.max.json";
import { expect, it } from "vitest";
import { kindOf, planOf } from "../packages/core/src/redact/recognizers/contact/phone-plan.ts";
import { Automaton } from "./phone-automaton.ts";

const digit = fc.integer({ min: 0, max: 9 });

const part = fc.constantFrom("\\d", "1", "[2-5]", "[07]", "\\d{2}", "[1-3]{1,2}", "9?", "\\d{0,2}");
const choices = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .array(fc.array(one, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((lists) => lists.map((parts) => parts.join("")).join("|"));
/** Patterns of the kind numbering plans are written in. */
const pattern = choices(
  fc.oneof(
    part,
    choices(part).map((inner) => `(?:${inner})`),
    choices(part).map((inner) => `(?:${inner})?`),
  ),
);

function accepts(automaton: Automaton, start: number, digits: readonly number[]): number {
  let state = start;
  for (const one of digits) state = automaton.targets[state]?.[one] ?? 0;
  return automaton.kinds[state] ?? 0;
}

it("the automaton accepts what the regular expressions accept", () => {
  fc.assert(
    fc.property(pattern, pattern, fc.array(digit, { maxLength: 8 }), (one, other, digits) => {
      const automaton = new Automaton();
      const start = automaton.add([
        { source: one, kind: 1 },
        { source: other, kind: 2 },
      ]);
      const text = digits.join("");
      const wanted =
        (new RegExp(`^(?:${one})$`).test(text) ? 1 : 0) | (new RegExp(`^(?:${other})$`).test(text) ? 2 : 0);
      expect(accepts(automaton, start, digits)).toBe(wanted);
    }),
  );
});

it.each(["", "(", "1)", "[a]", "1+", "1{2"])("refuses the pattern `%s` unless it is empty", (source) => {
  const add = () => new Automaton().add([{ source, kind: 1 }]);
  if (source === "") expect(add).not.toThrow();
  else expect(add).toThrow("cannot read the pattern");
});

const codes = Object.keys(metadata.country_calling_codes);

function regionsOf(code: string): readonly string[] {
  return (metadata.country_calling_codes as Record<string, readonly string[]>)[code] ?? [];
}

function patternsOf(code: string): readonly RegExp[] {
  return regionsOf(code).flatMap((name) => {
    const region = (metadata.countries as unknown as Record<string, readonly unknown[]>)[name] ?? [];
    const types = Array.isArray(region[11]) ? (region[11] as unknown[]) : [];
    return types.flatMap((type) =>
      Array.isArray(type) && typeof type[0] === "string" && type[0] !== ""
        ? [new RegExp(`^(?:${type[0]})$`)]
        : [],
    );
  });
}

it.each(codes)("the table says of numbers under +%s what libphonenumber says", (code) => {
  const patterns = patternsOf(code);
  const plan = planOf(Number(code));
  if (plan === undefined) throw new Error(`no plan for ${code}`);
  expect(patterns).not.toEqual([]);
  const known = regionsOf(code).flatMap((name) => {
    const example = (examples as Readonly<Record<string, string>>)[name];
    return example === undefined ? [] : [Array.from(example, Number)];
  });
  for (const digits of known) expect(kindOf(plan, digits, 0, digits.length)).not.toBe(0);
  // Near a number that is one: with another beginning or another length.
  const near = fc
    .tuple(
      fc.constantFrom(...known, [1, 2, 3, 4, 5, 6, 7, 8]),
      fc.array(digit, { maxLength: 4 }),
      fc.integer({ min: 4, max: 13 }),
    )
    .map(([example, begin, length]) => [...begin, ...example.slice(begin.length)].slice(0, length));
  fc.assert(
    fc.property(near, (digits) => {
      const isNumber = patterns.some((one) => one.test(digits.join("")));
      expect(kindOf(plan, digits, 0, digits.length) !== 0).toBe(isNumber);
    }),
    { numRuns: 100 },
  );
});

it("knows no plan where there is no country", () => {
  expect([0, 2, 210, 999].map(planOf)).toEqual([undefined, undefined, undefined, undefined]);
});
