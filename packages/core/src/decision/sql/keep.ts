/**
 * The two ends of keeping each copy, as SQL: columns of the decision.
 *
 * Maxima count only where they certainly apply, duties to keep also where they may; a hold that
 * stands, or may stand, keeps every copy. Meaning: decision/clocks.ts.
 */

import { type SqlScope, sqlOf, sqlTruth } from "../../policy/compile/sql.ts";
import { isTruth } from "../../policy/compile/without.ts";
import { parsePeriod } from "../../policy/period.ts";
import type { ClockRule } from "../../policy/policy.ts";
import { columnNames } from "../../sql/names.ts";
import type { View } from "../../sql/view.ts";
import { candidate, certain } from "./governed.ts";
import { type Column, layer } from "./layer.ts";
import { factColumn, type Layout, type VersionLayout } from "./layout.ts";
import { isDecidedOn, isOfKind, isOpenFor, KINDS, type Kind, ORDINARY, onKind } from "./settled.ts";

export const HOLD_COPY = "legal-hold";

/** Copies that a clock of the set speaks of, with their columns; the copy kept for a hold comes last. */
export function copiesOf({ versions }: Pick<Layout, "versions">): ReadonlyMap<string, string> {
  const copies = versions.flatMap(({ policy }) => policy.clocks.map(({ copy }) => copy));
  return columnNames("keep_", [...new Set([...copies, HOLD_COPY])]);
}

export interface PlacedClock {
  readonly version: VersionLayout;
  readonly clock: ClockRule;
  /** Columns: whether it applies where something is open, from when, until when. */
  readonly applies: string;
  readonly from: string;
  readonly until: string;
}

export function placedClocks({ versions }: Layout): readonly PlacedClock[] {
  return versions.flatMap((version) =>
    version.policy.clocks.map((clock) => {
      const applies = version.clocks.get(clock.id) ?? clock.id;
      return { version, clock, applies, from: `${applies}_from`, until: `${applies}_until` };
    }),
  );
}

/** It applies for certain. @param applies SQL of whether it does, NULL where that is open */
export function surely({ version }: PlacedClock, applies: string): string {
  return `${certain(version.number)} AND governors = 1 AND ${applies}`;
}

/** It applies, or may. @param where the version may govern @param applies as above */
export function perhaps(where: string, applies: string): string {
  return `${where} AND coalesce(${applies}, TRUE)`;
}

function isIncluded({ version, applies }: PlacedClock): string {
  return perhaps(isOpenFor(version), applies);
}

/** SQL of the length of a clock that has one. */
export function periodSql({ version, clock }: PlacedClock): string | undefined {
  return clock.period === undefined ? undefined : sqlOf(clock.period, version.scope).value;
}

/** Start and end of a clock; undefined for a clock without a length. */
function datedSql({ version, clock }: PlacedClock): { start: string; end: string } | undefined {
  if (clock.from === undefined || clock.period === undefined) return undefined;
  const { scope } = version;
  const { dialect } = scope;
  const start = sqlOf(clock.from, scope).value;
  const end =
    clock.period.kind === "literal"
      ? dialect.shift(start, parsePeriod(String(clock.period.value)), 1)
      : dialect.shiftBy(start, `(${sqlOf(clock.period, scope).value})`, 1);
  return { start, end };
}

interface Applies {
  readonly placed: PlacedClock;
  /** It applies for certain; it applies, or may. Never NULL where it is asked. */
  readonly surely: string;
  readonly perhaps: string;
}

/** Whether a clock applies on rows of a kind; undefined where it never does. */
function onRows(layout: Layout, placed: PlacedClock, kind: Kind): Applies | undefined {
  const { sql, isDecided, isNever } = whenOn(layout, placed, kind);
  if (isNever) return undefined;
  if (isDecided) return { placed, surely: sql, perhaps: sql };
  return { placed, surely: `coalesce(${sql}, FALSE)`, perhaps: `coalesce(${sql}, TRUE)` };
}

/** A clock's condition on rows of a kind; NULL where it is not decided there and an unknown leaves it open. */
function whenOn(
  layout: Layout,
  { version, clock }: PlacedClock,
  kind: Kind,
): { readonly sql: string; readonly isDecided: boolean; readonly isNever: boolean } {
  const when = onKind(clock.when, kind);
  const isDecided = isDecidedOn(layout, version, kind, when);
  const sql = sqlTruth(when, isDecided ? version.settled : version.scope);
  return { sql, isDecided, isNever: when !== undefined && isTruth(when, false) };
}

/** Whether a clock applies, on rows of any kind; NULL: an unknown leaves it open. */
export function appliesSql(layout: Layout, placed: PlacedClock): string {
  const plain = KINDS.map(
    (kind) => `WHEN ${isOfKind(placed.version, kind)} THEN ${whenOn(layout, placed, kind).sql}`,
  );
  return `CASE ${plain.join(" ")} ELSE ${placed.applies} END`;
}

/** One expression per kind of row and version, and one for the rows on which something is open. */
function perKind(
  layout: Layout,
  placed: readonly PlacedClock[],
  plain: (applying: readonly Applies[]) => string,
  open: string,
  otherwise: string,
): string {
  const [ordinary = [], rest = []] = KINDS.map((kind) =>
    layout.versions.flatMap((version) => {
      const applying = placed.flatMap((one) =>
        one.version === version ? (onRows(layout, one, kind) ?? []) : [],
      );
      return applying.length === 0 ? [] : [`WHEN ${isOfKind(version, kind)} THEN ${plain(applying)}`];
    }),
  );
  // Ordinary rows are most: they ask one question, not one per kind.
  const others = `CASE WHEN settled = 0 THEN ${open} ${rest.join(" ")} ELSE ${otherwise} END`;
  return `CASE WHEN settled < ${ORDINARY} THEN ${others} ${ordinary.join(" ")} ELSE ${otherwise} END`;
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? "FALSE" : conditions.map((one) => `(${one})`).join(" OR ");
}

function appliesAny(layout: Layout, placed: readonly PlacedClock[]): string {
  return perKind(
    layout,
    placed,
    (applying) => anyOf(applying.map((one) => one.perhaps)),
    `coalesce(${anyOf(placed.map(isIncluded))}, FALSE)`,
    "FALSE",
  );
}

/** The least, or greatest, end of the clocks that count. */
function endSql(layout: Layout, placed: readonly PlacedClock[], which: "least" | "greatest"): string {
  const { dialect } = layout;
  const none = `CAST(NULL AS ${dialect.types.timestamp})`;
  const dated = placed.filter(({ clock }) => clock.from !== undefined && clock.period !== undefined);
  if (dated.length === 0) return none;
  // A maximum counts only where it certainly applies, a duty to keep also where it may.
  const counts = (one: Omit<Applies, "placed">): string => (which === "least" ? one.surely : one.perhaps);
  const end = (one: PlacedClock, when: string): string => `CASE WHEN ${when} THEN ${datedSql(one)?.end} END`;
  const open = (one: PlacedClock): string =>
    counts({ surely: surely(one, one.applies), perhaps: isIncluded(one) });
  return perKind(
    layout,
    dated,
    (applying) => dialect[which](applying.map((one) => end(one.placed, counts(one)))),
    dialect[which](dated.map((one) => end(one, open(one)))),
    none,
  );
}

export function datedColumns(placed: PlacedClock, isThere: string): readonly Column[] {
  const { version, clock, from, until } = placed;
  if (clock.from === undefined) return [];
  const start = sqlOf(clock.from, version.scope).value;
  const end = datedSql(placed)?.end;
  return [
    { name: from, sql: `CASE WHEN ${isThere} THEN ${start} END` },
    ...(end === undefined ? [] : [{ name: until, sql: `CASE WHEN ${isThere} THEN ${end} END` }]),
  ];
}

/** Since when the row is held, by the version that comes first; a hold is law and needs no policy. */
export function heldView(layout: Layout): View {
  const base = factColumn("hold.placedAt", undefined);
  const groups = layout.versions.map(({ number, scope }) => ({
    number,
    column: scope.column("hold.placedAt"),
  }));
  const isOwn = groups.some(({ column }) => column.value !== base.value);
  const choose = (part: (column: FactSql) => string): string => {
    if (!isOwn || groups.length === 0) return part(base);
    const whens = groups.map(({ number, column }) => `WHEN ${candidate(number)} THEN ${part(column)}`);
    return `CASE ${whens.join(" ")} ELSE ${part(base)} END`;
  };
  const isHeld = choose(({ value, known }) => `(${value} IS NOT NULL OR NOT ${known})`);
  return layer(layout, "held_rows", "answer_keys", {
    says: ["Since when a hold stands; is_held: it does, or it may."],
    columns: [
      { name: "held_from", sql: choose(({ value }) => value) },
      { name: "is_held", sql: `coalesce(is_recorded AND ${isHeld}, FALSE)` },
    ],
  });
}

type FactSql = ReturnType<SqlScope["column"]>;

/** Columns of the decision: per copy whether a clock speaks of it, and its two ends. */
export function keepColumns(layout: Layout): readonly Column[] {
  const placed = placedClocks(layout);
  const holding = placed.filter(({ clock }) => clock.bound === "until-released");
  const held = `(${anyOf(["is_held", ...(holding.length === 0 ? [] : [appliesAny(layout, holding)])])})`;
  // What is held has no date before which it must be kept: it must be kept.
  const unheld = (sql: string): string =>
    sql.startsWith("CASE") ? `CASE WHEN NOT ${held} THEN ${sql} END` : sql;
  const columns: Column[] = [
    { name: "held", sql: held, says: "Nothing may be destroyed while it is held, or may be." },
  ];
  for (const [copy, name] of copiesOf(layout)) {
    const of = placed.filter(({ clock }) => clock.copy === copy);
    const bounded = (bound: ClockRule["bound"]): readonly PlacedClock[] =>
      of.filter(({ clock }) => clock.bound === bound);
    const spoken = [
      ...(copy === HOLD_COPY ? ["is_held"] : []),
      ...(of.length === 0 ? [] : [appliesAny(layout, of)]),
    ];
    columns.push(
      { name, sql: anyOf(spoken) },
      { name: `${name}_until`, sql: endSql(layout, bounded("at-most"), "least") },
      {
        name: `${name}_at_least`,
        sql: unheld(endSql(layout, bounded("at-least"), "greatest")),
      },
    );
  }
  return columns;
}
