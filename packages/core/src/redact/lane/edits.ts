/**
 * **Edits**: ranges of bytes and what to write in their place
 */
import type { LocatedSpan } from "../locate/locate.ts";

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What it is for. */
  readonly span: LocatedSpan;
}

export interface Edited {
  readonly bytes: Uint8Array;
  /** By edit, how many bytes were written. */
  readonly sizes: readonly number[];
}

const encoder = new TextEncoder();

/** @param edits by position, without overlaps */
export function applyEdits(source: Uint8Array, edits: readonly Edit[]): Edited {
  let room = source.length;
  // A code unit is at most three bytes of UTF-8.
  for (const { from, to, text } of edits) room += text.length * 3 - (to - from);
  const out = new Uint8Array(room);
  const sizes: number[] = [];
  let write = 0;
  let copied = 0;
  for (const { from, to, text } of edits) {
    out.set(source.subarray(copied, from), write);
    write += from - copied;
    copied = to;
    const size = put(text, out, write);
    sizes.push(size);
    write += size;
  }
  out.set(source.subarray(copied), write);
  return { bytes: out.subarray(0, write + source.length - copied), sizes };
}

function put(text: string, out: Uint8Array, at: number): number {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) return encoder.encodeInto(text, out.subarray(at)).written;
    out[at + index] = unit;
  }
  return text.length;
}

/**
 * Where in the source an offset of the edited bytes lies.
 * @param side inside of what was written: whether to give the beginning or the end of what stood there
 */
export function sourceOffset(
  edits: readonly Edit[],
  { sizes }: Pick<Edited, "sizes">,
  offset: number,
  side: "start" | "end",
): number {
  let shift = 0;
  for (const [index, { from, to }] of edits.entries()) {
    const size = sizes[index] as number;
    const begin = from + shift;
    if (side === "start" ? offset < begin : offset <= begin) break;
    if (side === "start" ? offset < begin + size : offset <= begin + size)
      return side === "start" ? from : to;
    shift += size - (to - from);
  }
  return offset - shift;
}
