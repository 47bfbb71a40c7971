/** Items of a page -> **Line** -> paragraphs */
import type { StructuredTextItem } from "unpdf";

export interface Line {
  readonly text: string;
  /** Distance of the baseline from the page's lower edge, in points. */
  readonly y: number;
  readonly x: number;
  /** In points, of most of the line. */
  readonly fontSize: number;
  readonly page: number;
}

/** Share of the font size that a baseline may move within one line (superscripts). */
const SAME_LINE = 0.5;
/** Share of the font size that is a space between two items. */
const SPACE = 0.15;

export function linesOf(items: readonly StructuredTextItem[], page: number): readonly Line[] {
  const lines: Line[] = [];
  let row: StructuredTextItem[] = [];
  const end = (): void => {
    const line = lineOf(row, page);
    if (line !== undefined) lines.push(line);
    row = [];
  };
  for (const item of items) {
    const last = row.at(-1);
    const isMoved =
      last !== undefined && Math.abs(last.y - item.y) > SAME_LINE * Math.max(last.fontSize, item.fontSize);
    if (isMoved && item.str.trim() !== "") end();
    row.push(item);
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

function lineOf(row: readonly StructuredTextItem[], page: number): Line | undefined {
  let text = "";
  let before: StructuredTextItem | undefined;
  let widest: StructuredTextItem | undefined;
  for (const item of row) {
    const gap = before === undefined ? 0 : item.x - (before.x + before.width);
    if (gap > SPACE * item.fontSize && !/\s$/.test(text) && !/^\s/.test(item.str)) text += " ";
    text += item.str;
    if (item.str.trim() === "") continue;
    before = item;
    if (item.str.length > (widest?.str.length ?? 0)) widest = item;
  }
  const clean = text.replaceAll("\u00AD", "").replace(/\s+/g, " ").trim();
  const first = row.find((item) => item.str.trim() !== "");
  if (clean === "" || first === undefined || widest === undefined) return undefined;
  return { text: clean, x: first.x, y: first.y, fontSize: Math.round(widest.fontSize * 2) / 2, page };
}
