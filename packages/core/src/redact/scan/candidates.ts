/**
 * Bytes -> **candidates**: the places at which something might begin
 *
 * One pass, one table lookup per byte, in WebAssembly where there is some; the twin in TypeScript
 * does the same a little slower, and a test holds them equal.
 */
import { INPUT, newKernel, PLACES, TABLE } from "../wasm/kernel.ts";

/** Bytes looked at in one go: little enough that the places found stay in the nearest cache. */
export const BLOCK = 16_384;

export interface Candidates {
  /** 65,536 entries by `previous << 8 | byte`: where one is not 0, the place counts. May be changed between runs. */
  readonly table: Uint8Array;
  /** Offsets found by the last run, in order; as many as it returned. */
  readonly places: Int32Array;
  /**
   * Looks at `[start, end)`, at most BLOCK bytes.
   * @param previous what counts as the byte before `start`
   * @returns how many places there are
   */
  run(bytes: Uint8Array, start: number, end: number, previous: number): number;
}

export function newCandidates(): Candidates {
  const kernel = newKernel();
  if (kernel === undefined) return newTwin();
  const { memory } = kernel;
  const input = new Uint8Array(memory, INPUT, BLOCK);
  return {
    table: new Uint8Array(memory, TABLE, 65_536),
    places: new Int32Array(memory, PLACES, BLOCK),
    run(bytes, start, end, previous) {
      input.set(bytes.subarray(start, end));
      return kernel.candidates(TABLE, INPUT, end - start, previous, start, PLACES);
    },
  };
}

/** The same in TypeScript. */
export function newTwin(): Candidates {
  const table = new Uint8Array(65_536);
  const places = new Int32Array(BLOCK);
  return {
    table,
    places,
    run(bytes, start, end, previous) {
      let count = 0;
      let before = previous;
      for (let at = start; at < end; at += 1) {
        const byte = bytes[at] as number;
        // Written always, kept only if it counts: no branch to guess.
        places[count] = at;
        count += (table[(before << 8) | byte] as number) === 0 ? 0 : 1;
        before = byte;
      }
      return count;
    },
  };
}
