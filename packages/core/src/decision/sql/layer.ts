/** A view that adds columns to the one before it. */
import { comment } from "../../sql/print.ts";
import type { View } from "../../sql/view.ts";
import type { Layout } from "./layout.ts";

export interface Column {
  readonly name: string;
  readonly sql: string;
  /** Printed above the column. */
  readonly says?: string;
}

export function layer(
  { dialect }: Layout,
  name: string,
  from: string,
  { says, columns }: { readonly says: readonly string[]; readonly columns: readonly Column[] },
): View {
  const fence = dialect.fence === "" ? "" : `\n${dialect.fence}`;
  return {
    name,
    says,
    select: `SELECT\n  ${from}.*${["", ...columnLines(columns)].join(",\n")}\nFROM ${from}${fence}`,
  };
}

/** The lines of columns, each under its comment. */
export function columnLines(columns: readonly Column[]): readonly string[] {
  return columns.map(
    ({ name, sql, says }) => `${says === undefined ? "" : `  ${comment([says])}`}  ${sql} AS ${name}`,
  );
}
