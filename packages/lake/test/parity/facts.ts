/** The rows that the fold gives for a log, and those that an engine gives. */
import { EVENT_COLUMNS, type Event, eventRow } from "@proviso/core/events";
import {
  type AccountState,
  derive,
  deriveItem,
  type Facts,
  type FactsNeeds,
  factsRow,
  factsViews,
  foldAccount,
  indexEvents,
} from "@proviso/core/facts";
import { type Dialect, query, rowsView } from "@proviso/core/sql";
import { type Backend, differences, type Row } from "./compare.ts";

export interface Instants {
  readonly at: number;
  readonly known: number | undefined;
}

/** The facts of every conversation, or item, of a log, by the fold. */
export function foldedFacts(
  events: readonly Event[],
  { at, known = Number.POSITIVE_INFINITY }: Instants,
  items: boolean,
): readonly Facts[] {
  const log = indexEvents(events);
  const stateOf = (account: string): AccountState => {
    const own = log.accounts.get(account) ?? { account, events: [], conversations: new Map() };
    return foldAccount(log, own, at, known);
  };
  return [...log.accounts.values()].flatMap(({ account, conversations }) =>
    [...conversations].flatMap(([conversation, recorded]) => {
      const facts = derive(stateOf(account), conversation, recorded, stateOf);
      if (!items) return [facts];
      return recorded
        .filter((event) => event.type === "item.added")
        .filter((event) => event.at <= at && event.recorded <= known)
        .map((event) => deriveItem(facts, event));
    }),
  );
}

function foldedRows(
  events: readonly Event[],
  instants: Instants,
  needs: FactsNeeds,
  items: boolean,
): readonly Row[] {
  return foldedFacts(events, instants, items).map((facts) => factsRow(facts, needs));
}

/** One text with the events as literals: nothing is left behind, whatever becomes of it. */
function factsQuery(
  dialect: Dialect,
  events: readonly Event[],
  instants: Instants,
  needs: FactsNeeds,
  items: boolean,
): string {
  const table = rowsView(dialect, "events_in", EVENT_COLUMNS, events.map(eventRow));
  return query([table, ...factsViews(dialect, { ...instants, needs, items }, "events_in")], "facts");
}

/** What differs between the two, in words; rows are matched by whom they are about. */
export async function factsDifferences(
  backend: Backend,
  dialect: Dialect,
  events: readonly Event[],
  instants: Instants,
  needs: FactsNeeds,
  items: boolean,
): Promise<readonly string[]> {
  const found = await backend.rows(factsQuery(dialect, events, instants, needs, items));
  return compareRows(foldedRows(events, instants, needs, items), found);
}

export function compareRows(wanted: readonly Row[], found: readonly Row[]): readonly string[] {
  const keyOf = (row: Row): string =>
    JSON.stringify([row["account"], row["conversation"], row["item"] ?? null]);
  const byKey = (rows: readonly Row[]): Map<string, Row[]> => Map.groupBy(rows, keyOf);
  const [all, theirs] = [byKey(wanted), byKey(found)];
  const more = [...theirs.keys()].filter((key) => !all.has(key)).map((key) => `${key}: not wanted`);
  return [...more, ...[...all].flatMap(([key, rows]) => compareGroup(key, rows, theirs.get(key) ?? []))];
}

/** Items of one name: each row must have its like. */
function compareGroup(key: string, wanted: readonly Row[], found: readonly Row[]): readonly string[] {
  if (wanted.length !== found.length) return [`${key}: wanted ${wanted.length} rows, found ${found.length}`];
  const left = [...found];
  return wanted.flatMap((row) => {
    const index = left.findIndex((other) => differences(row, other).length === 0);
    const [taken] = left.splice(Math.max(index, 0), 1);
    return differences(row, taken ?? {}).map((difference) => `${key}: ${difference}`);
  });
}
