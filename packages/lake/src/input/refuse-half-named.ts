/**
 * Events -> the same, or an error: no conversation is of an account here and of none there
 *
 * They would be two conversations, and a hold or a deletion told of the one would be missed by the other.
 */
import { halfNamed } from "@proviso/core/facts";
import { type Events, selectEvents } from "../bucket/make-buckets.ts";
import type { DuckDb } from "../duckdb/duckdb.ts";

/** @throws ProvisoError EVENT_INVALID */
export async function refuseHalfNamed(db: DuckDb, events: Events): Promise<void> {
  const all = selectEvents(events, events.files, ["conversation IS NOT NULL"]);
  const [both] = await db.rows(
    `SELECT bool_or(account = '') AND bool_or(account <> '') AS is_mixed FROM (${all})`,
  );
  if (both?.["is_mixed"] !== true) return;
  const [found] = await db.rows(
    `SELECT conversation, account FROM (${all}) WHERE account <> ''
    AND conversation IN (SELECT conversation FROM (${all}) WHERE account = '') ORDER BY ALL LIMIT 1`,
  );
  if (found !== undefined) throw halfNamed(String(found["conversation"]), String(found["account"]));
}
