/**
 * `account_events`, `conversation_rest` -> **View[]** that end in `run_lists`
 *
 * Meaning: the runs of summary.ts, in its order: those of the conversation's own log, then those of all
 * accounts, then those of its account that name it.
 */
import type { View } from "../../sql/view.ts";
import { type Asked, inOrderSql, typeIn } from "./asked.ts";

export function runViews({ dialect }: Asked): readonly View[] {
  const columns = "run, valid_at, recorded_at, id, source";
  return [
    {
      name: "runs_named",
      says: ["Runs with the conversations that they name, each once."],
      select:
        `SELECT DISTINCT account, element AS conversation, ${columns}\nFROM (\n` +
        `  SELECT account, includes, ${columns}\n  FROM account_events\n  WHERE ${typeIn("run.started")}\n) AS r\n` +
        `CROSS JOIN ${dialect.unnest("includes", "named")}`,
    },
    {
      name: "run_lists",
      says: ["The runs that took a conversation in, in order."],
      select:
        `SELECT account, conversation, ${dialect.collect("run", ["place", ...inOrderSql(dialect)])} AS runs\nFROM (\n` +
        `  SELECT 0 AS place, account, conversation, ${columns}\n  FROM conversation_rest\n  WHERE ${typeIn("run.started")}\n` +
        `  UNION ALL\n  SELECT 1, c.account, c.conversation, r.run, r.valid_at, r.recorded_at, r.id, r.source\n` +
        "  FROM runs_named AS r\n  JOIN conversations AS c ON c.conversation = r.conversation\n  WHERE r.account IS NULL\n" +
        `  UNION ALL\n  SELECT 2, account, conversation, ${columns}\n  FROM runs_named\n  WHERE account IS NOT NULL\n` +
        ") AS runs\nGROUP BY account, conversation",
    },
  ];
}
