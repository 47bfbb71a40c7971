/** Several forms of one thing as one recognizer: each is asked, and what they report stands side by side. */
import type { Recognizer } from "../../recognizer.ts";

interface Range {
  readonly min: number;
  readonly max: number;
}

export function anyOf(name: string, parts: readonly Recognizer[]): Recognizer {
  const byToken = parts.flatMap(({ token, atToken }) => (token && atToken ? [{ ...token, atToken }] : []));
  const byNumber = parts.flatMap(({ digits, atNumber }) =>
    digits && atNumber ? [{ bits: digits.only ?? bitsOf(digits), atNumber }] : [],
  );
  return {
    name,
    types: [...new Set(parts.flatMap(({ types }) => types))],
    parts,
    ...(byToken.length > 0 && {
      token: between(byToken),
      atToken(text, start, end, emit) {
        const size = end - start;
        for (const { min, max, atToken } of byToken) {
          if (size >= min && size <= max) atToken(text, start, end, emit);
        }
      },
    }),
    ...(byNumber.length > 0 && {
      digits: between(parts.flatMap(({ digits }) => digits ?? [])),
      atNumber(text, run, emit) {
        for (const { bits, atNumber } of byNumber) if ((run.sizes & bits) !== 0) atNumber(text, run, emit);
      },
    }),
  };
}

/** Bit n: n is within the range. */
function bitsOf({ min, max }: Range): number {
  let bits = 0;
  for (let size = min; size <= max; size += 1) bits |= 1 << size;
  return bits;
}

export function between(ranges: readonly Range[]): Range {
  return {
    min: Math.min(...ranges.map(({ min }) => min)),
    max: Math.max(...ranges.map(({ max }) => max)),
  };
}
