/** Events of one part -> the relations that its facts are worked out from, and their **PartShape** */
import type { DuckDb } from "../duckdb/duckdb.ts";
import { EVENTS, PARTICIPANTS, type PartShape } from "./part-queries.ts";
import type { Part } from "./run-part.ts";

export async function layPart(db: DuckDb, { events, participants }: Part): Promise<PartShape> {
  await db.run(`CREATE OR REPLACE TEMP VIEW ${EVENTS} AS ${events}`);
  if (participants !== undefined) {
    await db.run(`CREATE OR REPLACE TEMP VIEW ${PARTICIPANTS} AS ${participants}`);
  }
  // Equal hashes of unequal ids only make the search for copies run in vain.
  const [row] = await db.rows(
    `SELECT count(*) = count(DISTINCT hash(source, id)) AS is_distinct FROM ${EVENTS}`,
  );
  return { hasParticipants: participants !== undefined, isDistinct: row?.["is_distinct"] === true };
}
