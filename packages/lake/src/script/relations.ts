/**
 * ScriptRequest -> **Relation[]**: `proviso_facts`, `proviso_decisions`, `proviso_clocks`, `proviso_due`
 *
 * Each is one SELECT with its steps inside, so that a warehouse gets four names and no more.
 */
import { type DecisionViewsOptions, decisionViews, dueView } from "@proviso/core/decision";
import { factsViews } from "@proviso/core/facts";
import { needsOf } from "@proviso/core/policy";
import { query, type View } from "@proviso/core/sql";
import { PREFIX, type Relation, type ScriptRequest } from "./script.ts";

/** Instants that stand in the text until SQL takes their place; nothing in a policy can be so early. */
const AT = Date.UTC(1971, 1, 3, 4, 5, 6, 789);
const KNOWN = Date.UTC(1972, 1, 3, 4, 5, 6, 789);

/** @param events relation as SQL @param facts the same; undefined: it is made of the events */
export function relationsOf(request: ScriptRequest, events: string, facts: string): readonly Relation[] {
  const { dialect, set, purposes, items } = request;
  const relations: Relation[] = [];
  if (request.facts === undefined) {
    const question = {
      at: numberOf(request.at, AT),
      known: request.known === undefined ? undefined : numberOf(request.known, KNOWN),
      needs: needsOf(set),
      items,
    };
    relations.push(relation(request, factsViews(dialect, question, events), "facts"));
  }
  const asked = questionOf(request);
  const views = decisionViews(dialect, set, facts, { items, purposes, question: asked });
  relations.push(relation(request, views, "decisions"));
  if (!items) {
    relations.push(relation(request, views, "clocks"));
    relations.push(relation(request, [...views, dueView(dialect, set, { question: asked })], "due"));
  }
  return relations;
}

/** What all rows are made for, where the text itself says so. */
function questionOf({
  at,
  known,
  facts,
}: Pick<ScriptRequest, "at" | "known" | "facts">): DecisionViewsOptions["question"] {
  if (facts !== undefined || typeof at !== "number" || typeof known === "object") return undefined;
  return { at, known };
}

function numberOf(instant: number | { readonly sql: string }, placeholder: number): number {
  return typeof instant === "number" ? instant : placeholder;
}

function relation(request: ScriptRequest, views: readonly View[], last: string): Relation {
  const { dialect, at, known } = request;
  let select = query(views, last);
  if (typeof at === "object") select = select.replaceAll(dialect.timestamp(AT), () => at.sql);
  if (typeof known === "object") select = select.replaceAll(dialect.timestamp(KNOWN), () => known.sql);
  const says = views.find(({ name }) => name === last)?.says ?? [];
  return { name: `${PREFIX}${last}`, says, select };
}
