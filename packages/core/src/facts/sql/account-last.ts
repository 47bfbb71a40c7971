/** `account_events` -> **View** `account_last`: the last, or first, of each kind of event, per account. */
import type { EventType } from "../../events/event.ts";
import type { View } from "../../sql/view.ts";
import { acknowledgedColumn } from "../columns.ts";
import { type Asked, inOrderSql, typeIn } from "./asked.ts";

export function accountLastView({ dialect, needs }: Asked): View {
  const order = inOrderSql(dialect);
  /** The last value, with when it came to be. */
  const change = (column: string, ...types: readonly EventType[]): readonly string[] => {
    const where = `${typeIn(...types)} AND ${column} IS NOT NULL`;
    return [
      `${dialect.latest(column, order, where)} AS ${column}`,
      `max(valid_at) FILTER (WHERE ${where}) AS ${column}_at`,
    ];
  };
  const last = (name: string, type: EventType): string =>
    `max(valid_at) FILTER (WHERE ${typeIn(type)}) AS ${name}`;
  const moved = `${typeIn("account.moved")} AND moved_data`;
  const columns = [
    "account",
    `min(valid_at) FILTER (WHERE ${typeIn("account.created")}) AS signed_up_at`,
    ...change("plan", "account.created", "account.plan-changed"),
    ...change("region", "account.created", "account.region-changed"),
    ...change("credential", "account.credential-changed"),
    `${dialect.latest("minor", order, `${typeIn("account.created")} AND minor IS NOT NULL`)} AS minor`,
    `coalesce(max(valid_at) FILTER (WHERE ${typeIn("account.deleted")}), min(valid_at) FILTER (WHERE ${moved} = 'deleted')) AS deleted_at`,
    last("terminated_at", "contract.terminated"),
    // '' is a retention set to none.
    `${dialect.latest("coalesce(retention_max, '')", order, typeIn("organisation.retention-set"))} AS retention`,
    `${dialect.latest("opted_in", order, typeIn("organisation.opted-in"))} AS opted_in`,
    last("noticed_at", "notice.shown"),
    last("filed_at", "objection.filed"),
    last("withdrawn_at", "objection.withdrawn"),
    `${dialect.latest("moved_to", order, `${moved} = 'moved'`)} AS moved_to`,
    `max(valid_at) FILTER (WHERE ${moved} = 'moved') AS moved_at`,
    // The first acknowledgement binds.
    ...needs.acknowledged.map((document, index) => {
      const where = `${typeIn("terms.acknowledged")} AND document = ${dialect.text(document)}`;
      return `min(valid_at) FILTER (WHERE ${where}) AS ${acknowledgedColumn(index)}`;
    }),
  ];
  return {
    name: "account_last",
    says: ["The last value of each state of an account, and when each kind of event happened."],
    select: `SELECT\n  ${columns.join(",\n  ")}\nFROM account_events\nWHERE account IS NOT NULL\nGROUP BY account`,
  };
}
