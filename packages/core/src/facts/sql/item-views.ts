/**
 * `log`, `conversation_facts` -> **View[]**: the table of facts about items
 *
 * Meaning: ../derive-item.ts. An item has the facts of its conversation and its own.
 */
import type { View } from "../../sql/view.ts";
import { columnOf, factsColumns } from "../columns.ts";
import { RESERVATIONS } from "../derive-item.ts";
import { type Asked, countsSql, logOf, typeIn } from "./asked.ts";

export function itemViews(asked: Asked): readonly View[] {
  const { dialect, needs } = asked;
  const reservations = RESERVATIONS.map((signal) => dialect.text(signal)).join(", ");
  const own: readonly (readonly [string, string])[] = [
    ["item", "coalesce(item, id)"],
    [columnOf("item.role"), "role"],
    [columnOf("item.source"), "item_source"],
    [columnOf("item.at"), "CASE WHEN NOT coalesce(undated, FALSE) THEN valid_at END"],
    [columnOf("item.pasted"), "coalesce(pasted, FALSE)"],
    [columnOf("item.hidden"), "coalesce(hidden, FALSE)"],
    [columnOf("item.reserved"), `coalesce(signal IN (${reservations}), FALSE)`],
  ];
  const names = new Set(own.map(([name]) => name));
  const columns = factsColumns(needs, true).map(({ name }) => `${names.has(name) ? "i" : "f"}.${name}`);
  return [
    {
      name: "items",
      isLarge: true,
      says: ["What the record says of each item."],
      select:
        `SELECT\n  ${["coalesce(account, '') AS owner", "conversation AS thread", ...own.map(([name, sql]) => `${sql} AS ${name}`)].join(",\n  ")}\n` +
        `FROM ${logOf(asked)}\nWHERE conversation IS NOT NULL AND ${typeIn("item.added")} AND ${countsSql(asked)}`,
    },
    {
      name: "facts",
      isLarge: true,
      says: ["The facts of each item: those of its conversation, and its own."],
      select:
        `SELECT\n  ${columns.join(",\n  ")}\nFROM items AS i\n` +
        "JOIN conversation_facts AS f ON f.account = i.owner AND f.conversation = i.thread",
    },
  ];
}
