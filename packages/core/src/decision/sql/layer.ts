/** A view that adds columns to the one before it. */
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
  const lines = columns.map((column) => `${commented(column.says)}  ${column.sql} AS ${column.name}`);
  const fence = dialect.fence === "" ? "" : `\n${dialect.fence}`;
  return { name, says, select: `SELECT\n  ${from}.*${["", ...lines].join(",\n")}\nFROM ${from}${fence}` };
}

/** A comment ends with its line, whatever a policy's text holds. */
export function commented(says: string | undefined): string {
  return says === undefined ? "" : `  -- ${says.replace(/[\r\n\u2028\u2029\u0085]+/g, " ")}\n`;
}
