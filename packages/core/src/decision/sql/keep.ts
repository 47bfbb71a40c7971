/**
 * The two ends of keeping each copy, as SQL: the view `ends`.
 *
 * Maxima count only where they certainly apply, duties to keep also where they may; a hold that
 * stands, or may stand, keeps every copy. Meaning: decision/clocks.ts.
 */

import { sqlOf } from "../../policy/compile/sql.ts";
import { parsePeriod } from "../../policy/period.ts";
import type { ClockRule } from "../../policy/policy.ts";
import { columnNames } from "../../sql/names.ts";
import type { View } from "../../sql/view.ts";
import { candidate, certain } from "./governed.ts";
import { type Column, layer } from "./layer.ts";
import type { Layout, VersionLayout } from "./layout.ts";

export const HOLD_COPY = "legal-hold";

/** Copies that a clock of the set speaks of, with their columns; the copy kept for a hold comes last. */
export function copiesOf({ versions }: Pick<Layout, "versions">): ReadonlyMap<string, string> {
  const copies = versions.flatMap(({ policy }) => policy.clocks.map(({ copy }) => copy));
  return columnNames("keep_", [...new Set([...copies, HOLD_COPY])]);
}

export interface PlacedClock {
  readonly version: VersionLayout;
  readonly clock: ClockRule;
  /** Columns: whether it applies, from when, until when. */
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

export function isIncluded({ version, applies }: PlacedClock): string {
  return `${candidate(version.number)} AND ${applies} IS NOT FALSE`;
}

export function isCertain({ version, applies }: PlacedClock): string {
  return `${certain(version.number)} AND governors = 1 AND ${applies}`;
}

/** SQL of the length of a clock that has one. */
export function periodSql({ version, clock }: PlacedClock): string | undefined {
  return clock.period === undefined ? undefined : sqlOf(clock.period, version.scope).value;
}

function datedColumns(placed: PlacedClock, { dialect }: Layout): readonly Column[] {
  const { version, clock, from, until } = placed;
  if (clock.from === undefined) return [];
  const start = sqlOf(clock.from, version.scope).value;
  const guarded = (sql: string): string => `CASE WHEN ${isIncluded(placed)} THEN ${sql} END`;
  const columns: Column[] = [{ name: from, sql: guarded(start) }];
  if (clock.period === undefined) return columns;
  const length =
    clock.period.kind === "literal"
      ? dialect.shift(start, parsePeriod(String(clock.period.value)), 1)
      : dialect.shiftBy(start, `(${periodSql(placed)})`, 1);
  return [...columns, { name: until, sql: guarded(length) }];
}

/** Since when the row is held, by the version that comes first; a hold is law and needs no policy. */
function heldColumns({ versions }: Layout): readonly Column[] {
  const base = { value: "hold_placed_at", known: "coalesce(hold_placed_at_known, FALSE)" };
  const groups = versions.map(({ number, scope }) => ({ number, column: scope.column("hold.placedAt") }));
  const others = groups.filter(({ column }) => column.value !== base.value);
  const choose = (part: (column: { value: string; known: string | undefined }) => string): string => {
    if (others.length === 0) return part(base);
    const whens = groups.map(({ number, column }) => `WHEN ${candidate(number)} THEN ${part(column)}`);
    return `CASE ${whens.join(" ")} ELSE ${part(base)} END`;
  };
  return [
    { name: "held_from", sql: choose(({ value }) => value), says: "A hold stands since then, or may stand." },
    {
      name: "is_held",
      sql: `coalesce(is_recorded AND ${choose(({ value, known }) => `(${value} IS NOT NULL OR NOT ${known})`)}, FALSE)`,
    },
  ];
}

export function endsView(layout: Layout): View {
  const placed = placedClocks(layout);
  return layer(layout, "ends", "answer_keys", {
    says: ["From when and until when each clock runs."],
    columns: [...placed.flatMap((one) => datedColumns(one, layout)), ...heldColumns(layout)],
  });
}

/** Columns of the decision: per copy whether a clock speaks of it, and its two ends. */
export function keepColumns(layout: Layout): readonly Column[] {
  const placed = placedClocks(layout);
  const holding = placed.filter(({ clock }) => clock.bound === "until-released").map(isIncluded);
  const held = ["is_held", ...holding].map((one) => `(${one})`).join(" OR ");
  const columns: Column[] = [
    {
      name: "held",
      sql: `coalesce(${held}, FALSE)`,
      says: "Nothing may be destroyed while it is held, or may be.",
    },
  ];
  for (const [copy, name] of copiesOf(layout)) {
    const of = placed.filter(({ clock }) => clock.copy === copy);
    const spoken = [...(copy === HOLD_COPY ? ["is_held"] : []), ...of.map(isIncluded)];
    const maxima = of.filter(({ clock }) => clock.bound === "at-most" && clock.from !== undefined);
    const minima = of.filter(({ clock }) => clock.bound === "at-least" && clock.from !== undefined);
    columns.push(
      { name, sql: `coalesce(${spoken.map((one) => `(${one})`).join(" OR ")}, FALSE)` },
      {
        name: `${name}_until`,
        sql: extreme(
          layout,
          maxima.map((one) => `CASE WHEN ${isCertain(one)} THEN ${one.until} END`),
          "least",
        ),
      },
      {
        name: `${name}_at_least`,
        sql:
          minima.length === 0
            ? extreme(layout, [], "greatest")
            : `CASE WHEN NOT coalesce(${held}, FALSE) THEN ${extreme(
                layout,
                minima.map(({ until }) => until),
                "greatest",
              )} END`,
      },
    );
  }
  return columns;
}

function extreme({ dialect }: Layout, instants: readonly string[], which: "least" | "greatest"): string {
  if (instants.length === 0) return `CAST(NULL AS ${dialect.types.timestamp})`;
  return dialect[which](instants);
}
