/**
 * All clocks that apply, or may, as SQL: views `clock_rows`, `ends` and `clocks`.
 *
 * Meaning: `clockAnswers` in decision/clocks.ts.
 */
import { sqlOf } from "../../policy/compile/sql.ts";
import { factsIn } from "../../policy/expr.ts";
import { parsePeriod, printPeriod } from "../../policy/period.ts";
import type { View } from "../../sql/view.ts";
import { candidate } from "./governed.ts";
import {
  appliesSql,
  datedColumns,
  HOLD_COPY,
  type PlacedClock,
  perhaps,
  periodSql,
  placedClocks,
  surely,
} from "./keep.ts";
import { layer } from "./layer.ts";
import { isUnknownSql, type Layout } from "./layout.ts";
import { constantRow, listed } from "./literals.ts";

/** What a clock says whatever the conversation; a column of a table of constants. */
const CONSTANTS = ["clock", "copy", "bound", "event", "form", "policy", "basis"] as const;

export function clockViews(layout: Layout): readonly View[] {
  const placed = placedClocks(layout);
  return [
    layer(layout, "clock_rows", "held_rows", {
      says: ["Does a clock apply, on all rows?"],
      columns: placed.map((one) => ({ name: on(one), sql: appliesSql(layout, one) })),
    }),
    layer(layout, "ends", "clock_rows", {
      says: ["From when and until when each clock runs."],
      columns: placed.flatMap((one) => datedColumns(one, isThere(one))),
    }),
    clocksView(layout, placed),
  ];
}

function on({ applies }: PlacedClock): string {
  return `${applies}_on`;
}

/** It applies, or may, on rows of any kind. */
export function isThere(placed: PlacedClock): string {
  return perhaps(candidate(placed.version.number), on(placed));
}

/** It applies for certain, on rows of any kind. */
export function isSure(placed: PlacedClock): string {
  return surely(placed, on(placed));
}

function clocksView(layout: Layout, placed: readonly PlacedClock[]): View {
  const { dialect } = layout;
  const rows = placed.map(({ clock, version }, index) =>
    constantRow(dialect, index + 1, [
      clock.id,
      clock.copy,
      clock.bound,
      clock.event,
      clock.form,
      `${version.ref.id}@${version.ref.version}`,
      clock.basis,
    ]),
  );
  const hold = placed.length + 1;
  rows.push(
    constantRow(dialect, hold, [
      HOLD_COPY,
      HOLD_COPY,
      "until-released",
      "legal-hold-placed",
      undefined,
      undefined,
      "text",
    ]),
  );
  const each = (
    what: (one: PlacedClock) => string | undefined,
    held: string | undefined,
    type: string,
  ): string => {
    const whens = placed.flatMap((one, index) => {
      const sql = what(one);
      return sql === undefined ? [] : [`WHEN ${index + 1} THEN ${sql}`];
    });
    if (held !== undefined) whens.push(`WHEN ${hold} THEN ${held}`);
    return whens.length === 0 ? `CAST(NULL AS ${type})` : `CASE clock_number ${whens.join(" ")} END`;
  };
  const { text, timestamp, boolean } = dialect.types;
  const until = each(
    (one) => (one.clock.from && one.clock.period ? one.until : undefined),
    undefined,
    timestamp,
  );
  const columns = [
    "account",
    "conversation",
    ...CONSTANTS.map((name) => `clock_${name} AS ${name}`),
    `${each((one) => shownPeriod(one, layout), undefined, text)} AS period`,
    `${each((one) => (one.clock.from ? one.from : undefined), "held_from", timestamp)} AS from_at`,
    `${until} AS until_at`,
    `coalesce(${until} < ${layout.at}, FALSE) AS elapsed`,
    `CASE WHEN ${each((one) => `(${isSure(one)})`, "(held_from IS NOT NULL)", boolean)} THEN 'yes' ELSE 'maybe' END AS applies`,
    `${each((one) => unknowns(one, layout), `CASE WHEN held_from IS NULL THEN ${dialect.text("hold.placedAt")} ELSE '' END`, text)} AS unknowns`,
  ];
  const names = ["clock_number", ...CONSTANTS.map((name) => `clock_${name}`)].join(", ");
  return {
    name: "clocks",
    says: ["One row per conversation and clock that applies or may: how long a copy may, or must, be kept."],
    select:
      `SELECT\n  ${columns.join(",\n  ")}\nFROM ends\nCROSS JOIN (VALUES\n  ${rows.join(",\n  ")}\n) AS c (${names})\n` +
      `WHERE ${each((one) => `(${isThere(one)})`, "is_held", boolean)}`,
  };
}

/** In the one canonical form where the policy writes it; a period of the facts has that form already. */
function shownPeriod(placed: PlacedClock, { dialect }: Layout): string | undefined {
  const { period } = placed.clock;
  if (period?.kind === "literal") return dialect.text(printPeriod(parsePeriod(String(period.value))));
  return periodSql(placed);
}

/** The unknown facts a clock speaks of, where it is not certain or its start is not known. */
function unknowns(placed: PlacedClock, layout: Layout): string {
  const { clock, version } = placed;
  const { dialect } = layout;
  const parts = factsIn([clock.when, clock.from, clock.period]).map(
    (fact) => `CASE WHEN ${isUnknownSql(version, fact)} THEN ${dialect.text(fact)} END`,
  );
  if (parts.length === 0) return "''";
  return `CASE WHEN ${isSure(placed)} AND ${isStartKnown(placed)} THEN '' ELSE ${listed(dialect, parts)} END`;
}

function isStartKnown({ clock, version }: PlacedClock): string {
  if (clock.from === undefined) return "TRUE";
  const { value, known } = sqlOf(clock.from, version.scope);
  return known ?? `${value} IS NOT NULL`;
}
