import type { Line } from "./line.ts";

/** How much larger than the body a heading's letters are. */
const HEADING_SCALE = 1.12;
const HEADING_CHARACTERS = 160;
/** Distance between baselines, against the usual one of the document, that ends a paragraph. */
const PARAGRAPH_GAP = 1.35;
const BULLET = /^[•‣◦▪●○·–*-]\s+(?=\S)/;
const NUMBERED = /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]|\d{1,3}(?:\.\d{1,3})+)\s+\S/i;

/** Markdown of lines: paragraphs joined over line and page ends, headings by the size of their letters. */
export function paragraphs(lines: readonly Line[]): string {
  const body = usual(lines.map(({ fontSize, text }) => [fontSize, text.length]));
  const levels = levelsOf(lines, body);
  const gap = usualGap(lines, body);
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? []));
  const blocks: { level: number; text: string }[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const level = line.text.length > HEADING_CHARACTERS ? 0 : (levels.get(line.fontSize) ?? 0);
    const last = blocks.at(-1);
    if (
      last === undefined ||
      before === undefined ||
      level !== last.level ||
      isNew(line, before, gap, last.text)
    ) {
      blocks.push({ level, text: line.text });
    } else {
      last.text = joined(last.text, line.text, words);
    }
    before = line;
  }
  return blocks
    .map(({ level, text }) => `${level === 0 ? "" : `${"#".repeat(level)} `}${item(text)}`)
    .join("\n\n");
}

function isNew(line: Line, before: Line, gap: number, text: string): boolean {
  if (BULLET.test(line.text) || NUMBERED.test(line.text)) return true;
  // Over a page end only a full stop tells.
  if (line.page !== before.page) return /[.!?:;]["”’)]?$/.test(text);
  return Math.abs(before.y - line.y) > gap * PARAGRAPH_GAP;
}

/** A hyphen at a line end stays if the document writes the word with one elsewhere, or never without. */
function joined(text: string, next: string, words: ReadonlySet<string>): string {
  const start = /([\p{L}]+)-$/u.exec(text)?.[1];
  const rest = /^\p{Ll}+/u.exec(next)?.[0];
  if (start === undefined || rest === undefined) return `${text} ${next}`;
  const isOneWord =
    words.has(`${start}${rest}`.toLowerCase()) && !words.has(`${start}-${rest}`.toLowerCase());
  return isOneWord ? `${text.slice(0, -1)}${next}` : `${text}${next}`;
}

function item(text: string): string {
  return text.replace(BULLET, "- ");
}

function levelsOf(lines: readonly Line[], body: number): ReadonlyMap<number, number> {
  const sizes = new Set(lines.map(({ fontSize }) => fontSize).filter((size) => size > body * HEADING_SCALE));
  const ordered = [...sizes].sort((a, b) => b - a);
  return new Map(ordered.map((size, at) => [size, Math.min(at + 1, 6)]));
}

function usualGap(lines: readonly Line[], body: number): number {
  const gaps: [number, number][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before === undefined || before.page !== line.page || line.fontSize !== body) continue;
    const gap = Math.round((before.y - line.y) * 2) / 2;
    if (gap > 0) gaps.push([gap, 1]);
  }
  return gaps.length === 0 ? body * 1.2 : usual(gaps);
}

/** The value with the greatest weight in sum. */
function usual(weighted: readonly (readonly [number, number])[]): number {
  const sums = new Map<number, number>();
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight);
  let [best, most] = [0, 0];
  for (const [value, weight] of sums) if (weight > most) [best, most] = [value, weight];
  return best;
}
