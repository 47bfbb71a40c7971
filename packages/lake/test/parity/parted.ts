/** A log in two parts by account, each run by itself as a bucket is, held against the fold of the whole. */
import { EVENT_COLUMNS, type Event, eventRow } from "@proviso/core/events";
import { type FactsNeeds, factsRow, factsViews } from "@proviso/core/facts";
import { type Dialect, query, rowsView } from "@proviso/core/sql";
import type { Backend, Row } from "./compare.ts";
import { compareRows, foldedFacts, type Instants } from "./facts.ts";

export async function partedDifferences(
  backend: Backend,
  dialect: Dialect,
  all: readonly Event[],
  instants: Instants,
  needs: FactsNeeds,
): Promise<readonly string[]> {
  const events = [
    ...new Map([...all].reverse().map((event) => [`${event.source} ${event.id}`, event])).values(),
  ];
  const found: Row[] = [];
  for (const part of [0, 1]) {
    const own = events.filter((event) => partOf(event) === part || isForAll(event));
    const others = events.filter((event) => partOf(event) !== part && event.conversation === undefined);
    const views = [
      rowsView(dialect, "events_in", EVENT_COLUMNS, own.map(eventRow)),
      rowsView(dialect, "others_in", EVENT_COLUMNS, others.filter((event) => !isForAll(event)).map(eventRow)),
    ];
    const asked = { ...instants, needs, items: false, isDistinct: true, participants: "others_in" };
    found.push(
      ...(await backend.rows(query([...views, ...factsViews(dialect, asked, "events_in")], "facts"))),
    );
  }
  const wanted = foldedFacts(all, instants, false).map((facts) => factsRow(facts, needs));
  return compareRows(wanted, found);
}

function isForAll({ account, conversation }: Event): boolean {
  return account === undefined && conversation === undefined;
}

function partOf({ account = "" }: Event): number {
  return [...account].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % 2;
}
