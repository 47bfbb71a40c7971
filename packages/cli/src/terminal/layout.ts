/**
 * Text -> lines that fit the terminal: wrapped, cut and padded by what the eye sees
 *
 * Widths are terminal cells: wide characters count two, colours none.
 */
import widthOf from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

const ELLIPSIS = "…";
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
 * `first` and the text, with the lines that follow set in; colours may be in either. Words longer
 * than a line are broken, so that nothing runs past the edge.
 * @param indent cells before the following lines; under the text, unless that leaves little room
 */
export function hang(
  first: string,
  text: string,
  columns: number,
  indent: number = width(first),
): readonly string[] {
  const label = first.trimStart();
  const lead = first.length - label.length;
  const under = width(first);
  if (indent === under && indent <= columns / 2) {
    const lines = wrap(text, columns - indent);
    return lines.map((line, index) => `${index === 0 ? first : " ".repeat(indent)}${line}`);
  }
  const set = indent === under ? lead + 2 : indent;
  const lines = wrap(`${label}${text}`, columns - set);
  return lines.map((line, index) => `${" ".repeat(index === 0 ? lead : set)}${line}`);
}

function wrap(text: string, columns: number): readonly string[] {
  return wrapAnsi(text, Math.max(columns, 1), { hard: true, trim: true }).split("\n");
}

export function padEnd(text: string, cells: number): string {
  return `${text}${" ".repeat(Math.max(0, cells - width(text)))}`;
}

export function padStart(text: string, cells: number): string {
  return `${" ".repeat(Math.max(0, cells - width(text)))}${text}`;
}
