/** Pieces that dialects share. */
import { ProvisoError } from "../errors.ts";
import type { Period } from "../policy/period.ts";

/** Standard SQL: an apostrophe is doubled, nothing else is special. */
export function standardText(value: string): string {
  return `'${withoutNul(value).replaceAll("'", "''")}'`;
}

/** No engine can hold a NUL character in a text. */
export function withoutNul(value: string): string {
  if (!value.includes("\0")) return value;
  throw new ProvisoError("USAGE", "a text with a NUL character cannot be written in SQL", {
    hint: "take the character out of the policy's text or the name",
  });
}

/** Each part of a dotted name between `mark`s. */
export function quotedWith(mark: string, name: string): string {
  const parts = withoutNul(name).split(".");
  if (parts.some((part) => part === "")) {
    throw new ProvisoError("USAGE", `\`${name}\` is not the name of a table`, {
      hint: "write `table`, `schema.table` or `catalog.schema.table`",
    });
  }
  return parts.map((part) => `${mark}${part.replaceAll(mark, mark + mark)}${mark}`).join(".");
}

/** `2025-10-08 00:00:00.000`, UTC. */
export function instantText(ms: number): string {
  return new Date(ms).toISOString().replace("T", " ").replace("Z", "");
}

export function monthsOf(period: Period): number {
  return period.years * 12 + period.months;
}

/** The count before a letter in an ISO 8601 period, as SQL; `extract` finds the first group or NULL or ''. */
export function countIn(extract: (pattern: string) => string, letter: string, integer: string): string {
  return `coalesce(cast(nullif(${extract(`([0-9]+)${letter}`)}, '') AS ${integer}), 0)`;
}

/** Engines differ on what a pattern finds in a NULL. */
export function whereGiven(period: string, moved: string): string {
  return `CASE WHEN ${period} IS NOT NULL THEN ${moved} END`;
}
