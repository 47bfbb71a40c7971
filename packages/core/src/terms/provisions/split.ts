/**
 * Markdown -> **Provision**s -> follow
 *
 * Every heading is a provision, and every sentence of a paragraph, list item or table row. A sentence
 * is split off whatever the length of its block: where it begins must not hang on what was added to
 * its neighbours, or an addition would look like a split of all that stands around it.
 */
import { type Block, blocksOf } from "./blocks.ts";
import { newIds } from "./ids.ts";
import type { Provision } from "./provision.ts";
import { sentenceStarts } from "./sentences.ts";

/**
 * All clauses of a text, in its order, without overlap; every letter and digit is in one of them.
 * A heading's `path` ends with itself. Ids hang on words, headings and count only: they are what a
 * first version gets; for a later one `follow` hands down those that survive.
 */
export function split(markdown: string): readonly Provision[] {
  const pieces = blocksOf(markdown).flatMap((block) => piecesOf(markdown, block));
  const ids = newIds(pieces, new Set());
  return pieces.map((piece, index) => ({ id: ids[index] ?? "", ...piece }));
}

type Piece = Omit<Provision, "id">;

function piecesOf(markdown: string, { start, end, kind, path }: Block): readonly Piece[] {
  const starts = kind === "text" ? sentenceStarts(markdown, start, end) : [start];
  return starts.map((from, index) => {
    const text = markdown.slice(from, starts[index + 1] ?? end).trimEnd();
    return { path, text, start: from, end: from + text.length };
  });
}
