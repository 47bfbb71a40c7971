/** Pieces of text that several views are made of. */
import type { Dialect } from "../../sql/dialect.ts";
import { LIST_SEPARATOR } from "../row.ts";

/** The texts that are there, as one; each part is SQL that is NULL where it is not. */
export function listed(dialect: Dialect, parts: readonly string[]): string {
  return parts.length === 0 ? "''" : `concat_ws(${[dialect.text(LIST_SEPARATOR), ...parts].join(", ")})`;
}

/** A row of a table of constants: its number, then texts. */
export function constantRow(
  dialect: Dialect,
  number: number,
  cells: readonly (string | undefined)[],
): string {
  const texts = cells.map((cell) =>
    cell === undefined ? `CAST(NULL AS ${dialect.types.text})` : dialect.text(cell),
  );
  return `(${[String(number), ...texts].join(", ")})`;
}
