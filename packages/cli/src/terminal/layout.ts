/**
 * Text -> lines that fit the terminal: wrapped, cut and padded by what the eye sees
 *
 * Widths are terminal cells: wide characters count two, colours none.
 */
import widthOf from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

const ELLIPSIS = "…";
/** Below this a hanging indent would leave single letters per line. */
const LEAST_TEXT = 12;

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

export function width(text: string): number {
  return widthOf(text);
}

/** Cut to `columns` between whole characters. `text` MUST be without colours. */
export function truncate(text: string, columns: number): string {
  // A title may be megabytes long; no line of a terminal needs more than this many code units.
  const head = text.slice(0, columns * 16);
  if (head.length === text.length && width(head) <= columns) return text;
  let cut = "";
  let used = 0;
  for (const { segment } of GRAPHEMES.segment(head)) {
    const cells = width(segment);
    if (used + cells > columns - 1) break;
    cut += segment;
    used += cells;
  }
  return `${cut.trimEnd()}${ELLIPSIS}`;
}

/**
 * `first` before the first line and as many spaces before the others; colours may be in either.
 * Words longer than a line are broken, so that nothing runs past the edge.
 */
export function hang(first: string, text: string, columns: number): readonly string[] {
  const indent = width(first);
  if (columns - indent < LEAST_TEXT && indent > 2) {
    return [first.trimEnd(), ...hang("  ", text, columns)];
  }
  const lines = wrapAnsi(text, Math.max(columns - indent, 1), { hard: true, trim: true }).split("\n");
  return lines.map((line, index) => `${index === 0 ? first : " ".repeat(indent)}${line}`);
}

export function padEnd(text: string, cells: number): string {
  return `${text}${" ".repeat(Math.max(0, cells - width(text)))}`;
}

export function padStart(text: string, cells: number): string {
  return `${" ".repeat(Math.max(0, cells - width(text)))}${text}`;
}
