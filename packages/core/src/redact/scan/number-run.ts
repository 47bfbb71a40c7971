/**
 * **NumberRun**: digits and what joins them
 *
 * Numbers are written in groups: `4111 1111 1111 1111`, `(415) 555-0123`, `12/05/1987`. A run is a
 * chain of groups of digits with one to three bytes of ` -./()` between them on one line. Parsed
 * once, it is handed to every recognizer that asks for numbers; each looks at the windows of whole
 * groups that could be its own.
 */
import { CLASS, DIGIT } from "./bytes.ts";
import { HARD } from "./text.ts";

/** A run is cut here; the next one begins with some of its last groups, so that nothing falls between. */
const MAX_GROUPS = 12;
export const MAX_DIGITS = 48;

export interface NumberRun {
  /** How many groups there are. */
  count: number;
  /** First byte and end of each group, as offsets in the buffer. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Digits (0 to 9) of all groups, and for each group where in `digits` it begins. */
  readonly digits: Uint8Array;
  readonly from: Int32Array;
  /** How many digits there are in all. */
  total: number;
  /** Bit n, below 32: some window of whole groups has n digits. The cheapest thing to ask first. */
  sizes: number;
}

export function newRun(): NumberRun {
  return {
    count: 0,
    starts: new Int32Array(MAX_GROUPS),
    ends: new Int32Array(MAX_GROUPS),
    digits: new Uint8Array(MAX_DIGITS),
    from: new Int32Array(MAX_GROUPS + 1),
    total: 0,
    sizes: 0,
  };
}

const SEPARATOR = new Uint8Array(256);
for (const byte of [0x20, 0x2d, 0x2e, 0x2f, 0x28, 0x29]) SEPARATOR[byte] = 1;
const MAX_GAP = 3;

/**
 * Reads the run whose first digit is at `at` into `run`.
 * @returns the offset from which the next run may begin: past this one, or at its last groups if it was cut
 */
export function readRun(bytes: Uint8Array, at: number, limit: number, run: NumberRun): number {
  let count = 0;
  let total = 0;
  let position = at;
  while (true) {
    const start = position;
    while (position < limit && ((CLASS[bytes[position] ?? HARD] ?? 0) & DIGIT) !== 0) {
      if (total < MAX_DIGITS) run.digits[total] = (bytes[position] ?? 0) - 0x30;
      total += 1;
      position += 1;
    }
    run.starts[count] = start;
    run.ends[count] = position;
    run.from[count] = total - (position - start);
    count += 1;
    if (total > MAX_DIGITS) break;
    let next = position;
    while (next < limit && next - position < MAX_GAP && SEPARATOR[bytes[next] ?? HARD] === 1) next += 1;
    const goesOn = next > position && next < limit && ((CLASS[bytes[next] ?? HARD] ?? 0) & DIGIT) !== 0;
    if (!goesOn) break;
    if (count === MAX_GROUPS) {
      run.count = count;
      run.total = total;
      run.from[count] = total;
      run.sizes = sizesOf(run);
      return run.starts[MAX_GROUPS / 2] ?? position;
    }
    position = next;
  }
  run.count = count;
  run.total = total;
  run.from[count] = total;
  run.sizes = sizesOf(run);
  return position;
}

function sizesOf({ count, total, from }: NumberRun): number {
  if (count === 1) return total < 32 ? 1 << total : 0;
  let bits = 0;
  for (let first = 0; first < count; first += 1) {
    const begin = from[first] ?? 0;
    for (let after = first + 1; after <= count; after += 1) {
      const size = (from[after] ?? 0) - begin;
      if (size > 31) break;
      bits |= 1 << size;
    }
  }
  return bits;
}
