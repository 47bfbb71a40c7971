/**
 * A long text -> **Passages** that a model can be asked about one by one
 *
 * Cut where a reader would pause, and with some of the text before: a name at the seam is whole in
 * one of them.
 */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

export interface PassageSizes {
  /** Code units in a passage, at most. */
  readonly most: number;
  /** Code units that it has in common with the one before. MUST be less than a quarter of `most`. */
  readonly overlap: number;
}

/** From the best place to the worst: after a paragraph, a line, a sentence, a word. */
const PAUSES: readonly RegExp[] = [/\n[^\S\n]*\n/g, /\n/g, /[.!?]\s|[。！？]/g, /\s/g];

export function passagesOf(text: string, { most, overlap }: PassageSizes): readonly Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  while (text.length - start > most) {
    const end = pauseIn(text, start + (most >> 1), start + most);
    passages.push({ start, end });
    start = wordIn(text, end - overlap, end);
  }
  passages.push({ start, end: text.length });
  return passages;
}

function pauseIn(text: string, from: number, to: number): number {
  const part = text.slice(from, to);
  for (const pause of PAUSES) {
    const last = [...part.matchAll(pause)].at(-1);
    if (last !== undefined) return from + last.index + last[0].length;
  }
  return characterStart(text, to);
}

/** Where the first word begins, or `from` where none does. */
function wordIn(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s\S/);
  return space < 0 ? characterStart(text, from) : from + space + 1;
}

function characterStart(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
