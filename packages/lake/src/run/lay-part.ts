/** Events of one part -> the relations that its facts are worked out from, and their **PartShape** */
import type { FactsQuestion } from "@proviso/core/facts";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { EVENTS, factsOfPart, PARTICIPANTS, type PartShape } from "./part-queries.ts";
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

/**
 * Works out the small views of a part's facts once, as tables: their sizes are known to the planner then,
 * and none is worked out at each of its uses.
 * @returns a SELECT of the facts
 */
export async function derivedFacts(
  db: DuckDb,
  asked: Pick<FactsQuestion, "needs" | "items" | "at" | "known">,
  shape: PartShape,
): Promise<string> {
  const views = factsOfPart(asked, shape);
  for (const { name, select, isLarge } of views) {
    await db.run(`CREATE OR REPLACE TEMP ${isLarge === true ? "VIEW" : "TABLE"} ${name} AS ${select}`);
  }
  return `SELECT * FROM ${views.at(-1)?.name}`;
}
