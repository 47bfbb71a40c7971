/** The rows that `decide` gives, and those that an engine gives, for facts and for whole logs. */
import {
  clockRows,
  copyColumns,
  decide,
  decisionRow,
  decisionViews,
  type Prepared,
  prepare,
  purposesOf,
} from "@proviso/core/decision";
import { EVENT_COLUMNS, type Event, eventRow } from "@proviso/core/events";
import { type Facts, factsColumns, factsRow, factsViews } from "@proviso/core/facts";
import { needsOf, type PolicySet } from "@proviso/core/policy";
import { type Dialect, query, type View } from "@proviso/core/sql";
import { type Backend, given, type Row } from "./compare.ts";
import { compareRows, foldedFacts, type Instants } from "./facts.ts";

/** What differs, in words, for a table of facts of one grain. @param question of all of them, if they have one */
export async function decisionDifferences(
  backend: Backend,
  dialect: Dialect,
  set: PolicySet,
  facts: readonly Facts[],
  question?: Instants,
): Promise<readonly string[]> {
  const items = facts[0]?.item !== undefined;
  const needs = needsOf(set);
  const rows = facts.map((one) => factsRow(one, needs));
  return await compared(
    backend,
    prepare(set),
    facts,
    items,
    [
      ...(await given(backend, dialect, "facts", factsColumns(needs, items), rows)),
      ...decisionViews(dialect, set, "facts", { items, question }),
    ],
    question,
  );
}

/** What differs, in words, from the raw events of a log to the decisions: no step is made here. */
export async function logDifferences(
  backend: Backend,
  dialect: Dialect,
  set: PolicySet,
  events: readonly Event[],
  instants: Instants,
  items: boolean,
): Promise<readonly string[]> {
  const derived = [
    ...(await given(backend, dialect, "events_in", EVENT_COLUMNS, events.map(eventRow))),
    ...factsViews(dialect, { ...instants, needs: needsOf(set), items }, "events_in"),
  ];
  await backend.store?.("stored_facts", query(derived, "facts"));
  const views =
    backend.store === undefined
      ? [...derived, ...decisionViews(dialect, set, "facts", { items, question: instants })]
      : decisionViews(dialect, set, "stored_facts", { items, question: instants });
  return await compared(backend, prepare(set), foldedFacts(events, instants, items), items, views, instants);
}

async function compared(
  backend: Backend,
  prepared: Prepared,
  facts: readonly Facts[],
  items: boolean,
  views: readonly View[],
  question?: Instants,
): Promise<readonly string[]> {
  const { set } = prepared;
  const purposes = purposesOf(set);
  const copies = copyColumns(set, { items, question });
  const decisions = facts.map((one) => decide(prepared, one, purposes));
  const rows = decisions.map((one) => decisionRow(one, purposes, copies));
  const different = compareRows(rows, await backend.rows(query(views, "decisions")));
  if (items) return different;
  const clocks = compareRows(
    decisions.flatMap(clockRows).map(named),
    (await backend.rows(query(views, "clocks"))).map(named),
  );
  return [...different, ...clocks];
}

/** A clock is told from the others of its conversation by its policy and name. */
function named(row: Row): Row {
  return { ...row, item: `${row["policy"] ?? ""} ${row["clock"]}` };
}
