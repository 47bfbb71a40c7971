/**
 * One document, redacted until nothing is found in it any more
 *
 * What stands beside a value can hide or show another: with one of them gone, the other may look
 * different. So the result is read again, and what is found then is redacted too. That is what makes
 * redacting twice the same as redacting once, whatever the recognizers do; and it is the proof, on
 * every document, that nothing that is recognised was left.
 */
import { applyEdits, type Edit, type Edited, sourceOffset } from "./edits.ts";

/** Each pass leaves less to find; this is only so that a mistake cannot run for ever. */
const MAX_PASSES = 8;

export interface Settled {
  readonly bytes: Uint8Array;
  /** Of all passes; ranges are those of the document as it was given. */
  readonly edits: readonly Edit[];
}

/**
 * @param first the edits of the first pass; at least one
 * @param look the edits that a document still needs; the pass counts from 1
 */
export function settle(
  source: Uint8Array,
  first: readonly Edit[],
  look: (bytes: Uint8Array, pass: number) => readonly Edit[],
): Settled {
  const all: Edit[] = [...first];
  const steps: (readonly [readonly Edit[], Edited])[] = [];
  let bytes = source;
  let edits = first;
  for (let pass = 0; edits.length > 0 && pass < MAX_PASSES; pass += 1) {
    if (pass > 0) {
      for (const edit of edits) {
        const [from, to] = [origin(steps, edit.from, "start"), origin(steps, edit.to, "end")];
        // What stood in a part that was written anew is told by the finding that the part was.
        if (!all.some((one) => one.from <= from && one.to >= to)) all.push({ ...edit, from, to });
      }
    }
    const edited = applyEdits(bytes, edits);
    steps.push([edits, edited]);
    bytes = edited.bytes;
    edits = look(bytes, pass + 1);
  }
  return { bytes, edits: steps.length === 1 ? all : all.sort((one, other) => one.from - other.from) };
}

function origin(
  steps: readonly (readonly [readonly Edit[], Edited])[],
  offset: number,
  side: "start" | "end",
): number {
  return steps.reduceRight((at, [edits, edited]) => sourceOffset(edits, edited, at, side), offset);
}
