/**
 * A question and a policy -> the queries that make each table of one part
 *
 * Views are made of core; here they are only put together over the relations of a part.
 */
import { decisionViews, dueView } from "@proviso/core/decision";
import { type FactsQuestion, factsViews } from "@proviso/core/facts";
import { duckdb, query, type View } from "@proviso/core/sql";
import type { LakeRequest, LakeTable } from "./lake-run.ts";

/** Relations that a part has while it is run. */
export const EVENTS = "part_events";
export const PARTICIPANTS = "part_participants";
export const FACTS = "part_facts";

type Question = Pick<LakeRequest, "set" | "purposes" | "items" | "at" | "known" | "from">;

export interface PartShape {
  readonly hasParticipants: boolean;
  /** No (`source`, `id`) is there twice. */
  readonly isDistinct: boolean;
}

type AskedFacts = Pick<FactsQuestion, "needs" | "items" | "at" | "known">;

export function factsOfPart({ needs, items, at, known }: AskedFacts, shape: PartShape): readonly View[] {
  const question = {
    at,
    known,
    needs,
    items,
    isDistinct: shape.isDistinct,
    ...(shape.hasParticipants ? { participants: PARTICIPANTS } : {}),
  };
  return factsViews(duckdb, question, EVENTS);
}

/** The same as one query, by which a run is known. */
export function factsQuery(asked: AskedFacts, shape: PartShape): string {
  return query(factsOfPart(asked, shape), "facts");
}

/** Over the relation {@link FACTS}. */
export function tableQuery(asked: Question, table: Exclude<LakeTable, "facts">): string {
  const { set, purposes, items, at, known, from } = asked;
  // Facts that are given may be of any instant, each row of its own.
  const question = from === "facts" ? undefined : { at, known };
  const views: readonly View[] = decisionViews(duckdb, set, FACTS, { items, purposes, question });
  if (table === "due") return query([...views, dueView(duckdb, set, { question })], "due");
  return query(views, table);
}
