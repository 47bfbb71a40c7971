/**
 * All clocks that apply, or may, as SQL: the view `clocks`, a row per conversation and clock.
 *
 * Meaning: `clockAnswers` in decision/clocks.ts.
 */
import { columnOf } from "../../facts/columns.ts";
import { sqlOf } from "../../policy/compile/sql.ts";
import { parsePeriod, printPeriod } from "../../policy/period.ts";
import type { View } from "../../sql/view.ts";
import { LIST_SEPARATOR } from "../row.ts";
import { HOLD_COPY, isCertain, isIncluded, type PlacedClock, periodSql, placedClocks } from "./keep.ts";
import { isUnknownSql, type Layout } from "./layout.ts";
import { factsIn } from "./open-points.ts";

const AT = columnOf("query.at");

/** What a clock says whatever the conversation; a column of a table of constants. */
const CONSTANTS = ["clock", "copy", "bound", "event", "form", "policy", "basis"] as const;

export function clocksView(layout: Layout): View {
  const { dialect } = layout;
  const placed = placedClocks(layout);
  const rows = placed.map(({ clock, version }, index) =>
    constants(layout, index + 1, [
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
    constants(layout, hold, [
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
    ...CONSTANTS.map((name) => `clock_${name} AS ${name === "clock" ? "clock" : name}`),
    `${each((one) => shownPeriod(one, layout), undefined, text)} AS period`,
    `${each((one) => (one.clock.from ? one.from : undefined), "held_from", timestamp)} AS from_at`,
    `${until} AS until_at`,
    `coalesce(${until} < ${AT}, FALSE) AS elapsed`,
    `CASE WHEN ${each((one) => `(${isCertain(one)})`, "(held_from IS NOT NULL)", boolean)} THEN 'yes' ELSE 'maybe' END AS applies`,
    `${each((one) => unknowns(one, layout), `CASE WHEN held_from IS NULL THEN ${dialect.text("hold.placedAt")} ELSE '' END`, text)} AS unknowns`,
  ];
  const names = ["clock_number", ...CONSTANTS.map((name) => `clock_${name}`)].join(", ");
  return {
    name: "clocks",
    says: ["One row per conversation and clock that applies or may: how long a copy may, or must, be kept."],
    select:
      `SELECT\n  ${columns.join(",\n  ")}\nFROM ends\nCROSS JOIN (VALUES\n  ${rows.join(",\n  ")}\n) AS c (${names})\n` +
      `WHERE ${each((one) => `(${isIncluded(one)})`, "is_held", boolean)}`,
  };
}

function constants({ dialect }: Layout, number: number, cells: readonly (string | undefined)[]): string {
  const texts = cells.map((cell) =>
    cell === undefined ? `CAST(NULL AS ${dialect.types.text})` : dialect.text(cell),
  );
  return `(${[String(number), ...texts].join(", ")})`;
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
  const list = `concat_ws(${[dialect.text(LIST_SEPARATOR), ...parts].join(", ")})`;
  return `CASE WHEN ${isCertain(placed)} AND ${isStartKnown(placed)} THEN '' ELSE ${list} END`;
}

function isStartKnown({ clock, version }: PlacedClock): string {
  if (clock.from === undefined) return "TRUE";
  const { value, known } = sqlOf(clock.from, version.scope);
  return known ?? `${value} IS NOT NULL`;
}
