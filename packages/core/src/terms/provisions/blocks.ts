/**
 * Markdown -> **Block**s -> provisions
 *
 * Paragraphs, list items, rows of tables and headings, each with its place and the headings above it.
 * Between blocks stand white space, rules and the line under a table's head, and nothing else.
 */
import { type Heading, headingAt, LIST_ITEM } from "./headings.ts";

export interface Block {
  /** Offsets into the text, in UTF-16 code units, white space at both ends left out. */
  readonly start: number;
  readonly end: number;
  readonly kind: "heading" | "text" | "row";
  readonly path: readonly string[];
}

const ROW = /^\s*\|/;
const ROW_RULE = /^\s*\|[\s|:-]*$/;
const RULE = /^\s*(?:=+|-{2,}|(?:[-*_] ?){3,})\s*$/;
const NOTHING = /^[\s\p{Cf}]*$/u;

export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const open: Heading[] = [];
  let path: readonly string[] = [];
  let from = -1;
  let to = -1;
  const push = (start: number, end: number, kind: Block["kind"]): void => {
    const text = markdown.slice(start, end);
    const trimmed = text.trim();
    if (trimmed === "") return;
    const first = start + text.length - text.trimStart().length;
    blocks.push({ start: first, end: first + trimmed.length, kind, path });
  };
  const close = (): void => {
    if (from >= 0) push(from, to, "text");
    from = -1;
  };
  const enter = (heading: Heading): void => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    open.push(heading);
    path = open.map(({ title }) => title);
  };

  const lines = linesOf(markdown);
  const filled = nextFilled(markdown, lines);
  const lineAt = (index: number): string => {
    const line = lines[index];
    return line === undefined ? "" : markdown.slice(line.start, line.end);
  };
  for (let index = 0; index < lines.length; index += 1) {
    const place = lines[index];
    if (place === undefined) break;
    const line = markdown.slice(place.start, place.end);
    if (NOTHING.test(line) || RULE.test(line) || ROW_RULE.test(line)) {
      close();
      continue;
    }
    if (ROW.test(line)) {
      close();
      push(place.start, place.end, "row");
      continue;
    }
    const isItem = LIST_ITEM.test(line);
    const following = { next: lineAt(index + 1), nextFilled: lineAt(filled[index] ?? lines.length) };
    const heading = headingAt(line, following, from < 0 || isItem);
    if (heading !== undefined) {
      close();
      enter(heading);
      const last = heading.lines === 2 ? (lines[index + 1]?.end ?? place.end) : place.end;
      if (heading.isWhole) push(place.start, last, "heading");
      else [from, to] = [place.start, place.end];
      index += heading.lines - 1;
    } else {
      if (isItem) close();
      if (from < 0) from = place.start;
      to = place.end;
    }
    // Two spaces at its end are a line break that the author meant.
    if (/ {2}$/.test(line)) close();
  }
  close();
  return blocks;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    lines.push({ start, end: end > start && text[end - 1] === "\r" ? end - 1 : end });
    start = end + 1;
  }
  return lines;
}

/** For each line the index of the next one that is not blank. */
function nextFilled(text: string, lines: readonly Line[]): Int32Array {
  const next = new Int32Array(lines.length);
  let last = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    next[index] = last;
    const line = lines[index];
    if (line !== undefined && line.end > line.start && !NOTHING.test(text.slice(line.start, line.end)))
      last = index;
  }
  return next;
}
