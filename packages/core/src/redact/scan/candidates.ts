/**
 * Text -> **candidates**: the places at which something might begin
 *
 * One pass, one table lookup per byte. The WebAssembly twin does the same; a test holds them equal.
 */
import type { Text } from "./text.ts";

/**
 * Writes the offsets at which `table` has a bit for (previous byte, byte), in order.
 * @param out has room for one entry per byte of the document
 * @returns how many were written
 */
export function candidates({ bytes, start, end }: Text, table: Uint8Array, out: Int32Array): number {
  let count = 0;
  // What stands before a document is not part of it: it begins as if after a line break.
  let previous = 0x0a;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    // Written always, kept only if it counts: no branch to guess.
    out[count] = at;
    count += (table[(previous << 8) | byte] as number) === 0 ? 0 : 1;
    previous = byte;
  }
  return count;
}
