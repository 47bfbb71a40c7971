/**
 * Events -> the same, or an error: copies of one event must be about the same
 *
 * Copies are told by (`source`, `id`) and count once. In a table none comes first, and where they are
 * about different accounts they would lie in different parts and count in each.
 */
import { ProvisoError } from "@proviso/core";
import type { DuckDb } from "../duckdb/duckdb.ts";

/** @param relation of EVENT_COLUMNS, as SQL @throws ProvisoError EVENT_INVALID */
export async function refuseTorn(db: DuckDb, relation: string): Promise<void> {
  // By hashes, of which there may be as many as events; what they find is looked at by its names.
  const [torn] = await db.rows(
    `SELECT source, id, count(*) AS number FROM (${relation}) WHERE hash(source, id) IN (
      SELECT hash(source, id) FROM (${relation}) GROUP BY 1
      HAVING min(hash(account, conversation)) <> max(hash(account, conversation)) LIMIT 1000)
    GROUP BY source, id HAVING min(hash(account, conversation)) <> max(hash(account, conversation)) LIMIT 1`,
  );
  if (torn === undefined) return;
  throw new ProvisoError(
    "EVENT_INVALID",
    `event \`${String(torn["id"])}\` of \`${String(torn["source"])}\` is there ${String(torn["number"])} times, about different accounts or conversations`,
    { place: { field: "id" }, hint: "an id belongs to one event; give the others ids of their own" },
  );
}
