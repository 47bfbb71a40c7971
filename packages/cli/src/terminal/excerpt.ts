/**
 * A place in a text -> the line with a caret under it
 *
 * Long lines are cut around the column, so that the caret is always seen.
 */
import type { Place } from "@proviso/core";
import { width } from "./layout.ts";
import { printable } from "./printable.ts";

/** Cells of text kept before the caret when a line must be cut. */
const BEFORE = 20;

/**
 * Two lines, or none where the place names no line of the text.
 * @param columns cells per line, gutter included
 */
export function excerpt(text: string, place: Place, columns: number): readonly string[] {
  if (place.line === undefined) return [];
  const line = text.split(/\r\n|\r|\n/)[place.line - 1];
  if (line === undefined || line.trim() === "") return [];
  const gutter = `${place.line} | `;
  const blank = `${" ".repeat(gutter.length - 2)}| `;
  const room = columns - gutter.length - 2;
  const at = Math.min(Math.max((place.column ?? 1) - 1, 0), line.length);
  const from = line.length <= room || at <= room - 4 ? 0 : at - BEFORE;
  const before = `${from > 0 ? "…" : ""}${printable(line.slice(from, at))}`;
  const end = from + Math.max(room, BEFORE + 1);
  const after = `${printable(line.slice(at, end))}${end < line.length ? "…" : ""}`;
  const shown = [`${gutter}${before}${after}`];
  if (place.column !== undefined) shown.push(`${blank}${" ".repeat(width(before))}^`);
  return shown;
}
