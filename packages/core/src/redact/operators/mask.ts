/**
 * value -> the same with its letters and digits covered: `**** **** **** 1111`
 *
 * At least half is covered, whatever the profile keeps: a short value would else stand there whole.
 * Covered characters count like those they cover, so masking twice changes nothing.
 */
import type { Operator } from "./operator.ts";

const UNIT = /[\p{L}\p{N}]\p{M}*/u;

export function mask(value: string, options: Extract<Operator, { operator: "mask" }>): string {
  const { char, keepFirst, keepLast } = options;
  const parts = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(value)].map(
    ({ segment }) => segment,
  );
  const isUnit = (part: string): boolean => part === char || UNIT.test(part);
  const units = parts.filter(isUnit).length;
  const keepsAny = (keepFirst + keepLast) * 2 <= units;
  const from = keepsAny ? keepFirst : 0;
  const to = keepsAny ? units - keepLast : units;
  let unit = 0;
  return parts
    .map((part) => {
      if (!isUnit(part)) return part;
      const isCovered = unit >= from && unit < to;
      unit += 1;
      return isCovered ? char : part;
    })
    .join("");
}
