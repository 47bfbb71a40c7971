/**
 * Text x PatternNeeds -> where a match could be
 *
 * One pass over the bytes, for the rarest pair of the literal or for rows of digits.
 */
import { CLASS, DIGIT, lower } from "../scan/bytes.ts";
import type { PatternNeeds } from "./pattern-needs.ts";

/** Calls `visit` with the beginning and end of each place, in order; false if the pattern can match anywhere. */
export type HotPlaces = (
  bytes: Uint8Array,
  from: number,
  to: number,
  visit: (start: number, end: number) => void,
) => boolean;

const encoder = new TextEncoder();

export function hotPlaces({ literal, digits }: PatternNeeds): HotPlaces {
  const wanted = encoder.encode(literal);
  if (wanted.length >= 2) return literalPlaces(wanted);
  if (digits >= 2) return digitPlaces(digits);
  if (wanted.length === 1) return literalPlaces(wanted);
  return () => false;
}

function literalPlaces(wanted: Uint8Array): HotPlaces {
  const first = wanted[0] ?? 0;
  // A letter may stand there in capitals: both have these bits.
  const isLetter = first >= 0x61 && first <= 0x7a;
  const other = isLetter ? first - 0x20 : first;
  return (bytes, from, to, visit) => {
    const last = to - wanted.length;
    for (let at = from; at <= last; at += 1) {
      const byte = bytes[at];
      if ((byte === first || byte === other) && stands(bytes, at, wanted)) visit(at, at + wanted.length);
    }
    return true;
  };
}

function stands(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let index = 1; index < wanted.length; index += 1) {
    if (lower(bytes[at + index] ?? 0) !== wanted[index]) return false;
  }
  return true;
}

function digitPlaces(least: number): HotPlaces {
  return (bytes, from, to, visit) => {
    // Only every `least`-th byte need be looked at: a row of that length holds one of them.
    for (let at = from + least - 1; at < to; at += least) {
      if (((CLASS[bytes[at] ?? 0] ?? 0) & DIGIT) === 0) continue;
      let start = at;
      while (start > from && ((CLASS[bytes[start - 1] ?? 0] ?? 0) & DIGIT) !== 0) start -= 1;
      let end = at + 1;
      while (end < to && ((CLASS[bytes[end] ?? 0] ?? 0) & DIGIT) !== 0) end += 1;
      if (end - start >= least) visit(start, end);
      // The next one looked at is past this row.
      if (end > at + 1) at += Math.floor((end - 1 - at) / least) * least;
    }
    return true;
  };
}
