/**
 * Bytes -> **candidates**: the places at which something might begin
 *
 * One pass, one table lookup per byte, in WebAssembly where there is some; the twin in TypeScript
 * does the same a little slower, and a test holds them equal. Where no more than a literal's rarest
 * pair of bytes stands, four bytes are compared by their hash, so that many literals cost no more
 * than few.
 */
import { GRAMS, INPUT, newKernel, PLACES, TABLE } from "../../wasm/kernel.ts";

/** Bytes looked at in one go: little enough that the places found stay in the nearest cache. */
export const BLOCK = 16_384;

/** The bit of `table` that says no more than that a literal's pair stands here. */
export const LITERAL = 8;
const PAIRS = 65_536;
const BYTES_BEHIND = 2;

export interface Candidates {
  /** By `previous << 8 | byte`: where it is not 0, the place counts. May be changed between runs. */
  readonly table: Uint8Array;
  /**
   * Asked where `table` says LITERAL and nothing else: bit 1 by `gramOf` four bytes, bit 2 by
   * `gramOf` three bytes.
   */
  readonly grams: Uint8Array;
  /** Offsets found by the last run, in order; as many as it returned. */
  readonly places: Int32Array;
  /**
   * Looks at `[start, end)`, at most BLOCK bytes.
   * @param previous what counts as the byte before `start`
   * @returns how many places there are
   */
  run(bytes: Uint8Array, start: number, end: number, previous: number): number;
}

export const FOUR = 1;
export const THREE = 2;

/** 16 bits of the bytes from `at` on, without regard to case. Bytes outside the buffer count as 0. */
export function gramOf(bytes: Uint8Array, at: number, size: 3 | 4): number {
  return gramFrom(bytes[at] ?? 0, bytes, at + 1, size);
}

export function newCandidates(): Candidates {
  const kernel = newKernel();
  if (kernel === undefined) return newTwin();
  const { memory } = kernel;
  const input = new Uint8Array(memory, INPUT - 1, BLOCK + 1 + BYTES_BEHIND);
  return {
    table: new Uint8Array(memory, TABLE, PAIRS),
    grams: new Uint8Array(memory, GRAMS, PAIRS),
    places: new Int32Array(memory, PLACES, BLOCK),
    run(bytes, start, end, previous) {
      const size = end - start;
      input[0] = previous;
      input.set(bytes.subarray(start, Math.min(bytes.length, end + BYTES_BEHIND)), 1);
      for (let behind = bytes.length - end; behind < BYTES_BEHIND; behind += 1) input[1 + size + behind] = 0;
      return kernel.candidates(TABLE, GRAMS, INPUT, size, start, PLACES);
    },
  };
}

/** The same in TypeScript. */
export function newTwin(): Candidates {
  const table = new Uint8Array(PAIRS);
  const grams = new Uint8Array(PAIRS);
  const places = new Int32Array(BLOCK);
  return {
    table,
    grams,
    places,
    run(bytes, start, end, previous) {
      let count = 0;
      let before = previous;
      for (let at = start; at < end; at += 1) {
        const byte = bytes[at] as number;
        const bits = table[(before << 8) | byte] as number;
        const first = before;
        before = byte;
        if (bits === 0) continue;
        if (
          bits === LITERAL &&
          ((grams[gramFrom(first, bytes, at, 4)] as number) & FOUR) === 0 &&
          ((grams[gramFrom(first, bytes, at, 3)] as number) & THREE) === 0
        ) {
          continue;
        }
        places[count] = at;
        count += 1;
      }
      return count;
    },
  };
}

function gramFrom(first: number, bytes: Uint8Array, at: number, size: 3 | 4): number {
  const three = first | ((bytes[at] ?? 0) << 8) | ((bytes[at + 1] ?? 0) << 16);
  const word = size === 3 ? three | 0x00202020 : three | ((bytes[at + 2] ?? 0) << 24) | 0x20202020;
  return Math.imul(word, 0x9e3779b1) >>> 16;
}
