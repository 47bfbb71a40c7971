/**
 * Copies whose end has passed and that nothing holds, as SQL: the view `due`.
 *
 * To destroy too early cannot be mended, so every doubt keeps: a maximum counts only where it certainly
 * applies, a duty to keep also where it may or where its end is not known, and a hold that may stand
 * holds every copy. Meaning: `keepAnswers` in decision/clocks.ts.
 */
import { columnOf } from "../../facts/columns.ts";
import { sqlOf } from "../../policy/compile/sql.ts";
import type { PolicySet } from "../../policy/policy.ts";
import type { Dialect } from "../../sql/dialect.ts";
import type { View } from "../../sql/view.ts";
import { isSure, isThere } from "./clocks.ts";
import type { DecisionViewsOptions } from "./decision-views.ts";
import { copiesOf, HOLD_COPY, type PlacedClock, placedClocks } from "./keep.ts";
import { type Layout, layoutOf } from "./layout.ts";

const AT = columnOf("query.at");

/** Reads the view `ends` of `decisionViews`, after which it MUST stand; made with the same question. */
export function dueView(
  dialect: Dialect,
  set: PolicySet,
  { question }: Pick<DecisionViewsOptions, "question"> = {},
): View {
  const layout = layoutOf(dialect, set, { items: false, question });
  const placed = placedClocks(layout);
  const copies = [...copiesOf(layout).keys()].filter((copy) => copy !== HOLD_COPY);
  const dated = copies.filter((copy) => maxima(placed, copy).length > 0);
  const each = (what: (copy: string) => string): string =>
    `CASE copy_number ${dated.map((copy, index) => `WHEN ${index + 1} THEN ${what(copy)}`).join(" ")} END`;
  const { text, timestamp } = dialect.types;
  const says = ["Copies whose end has passed and that nothing keeps, or may keep: they should be gone."];
  if (dated.length === 0) {
    const none = (type: string, name: string): string => `CAST(NULL AS ${type}) AS ${name}`;
    const columns = [
      "account",
      "conversation",
      none(text, "copy"),
      none(timestamp, "until_at"),
      none(text, "clock"),
    ];
    return { name: "due", says, select: `SELECT ${columns.join(", ")}\nFROM ends\nWHERE FALSE` };
  }
  const ended = each((copy) => endOf(layout, placed, copy));
  const rows = dated.map((copy, index) => `(${index + 1}, ${dialect.text(copy)})`);
  return {
    name: "due",
    says,
    select: [
      "SELECT account, conversation, copy, until_at, clock\nFROM (",
      `  SELECT account, conversation, c.copy AS copy, ${ended} AS until_at,`,
      `    ${each((copy) => clockOf(layout, placed, copy))} AS clock,`,
      `    ${each((copy) => keptSql(placed, copy))} AS is_kept,`,
      `    ${AT} AS asked_at`,
      `  FROM ends\n  CROSS JOIN (VALUES ${rows.join(", ")}) AS c (copy_number, copy)`,
      `  WHERE NOT (${heldSql(placed)})`,
      ") AS ended\nWHERE until_at < asked_at AND NOT is_kept",
    ].join("\n"),
  };
}

function maxima(placed: readonly PlacedClock[], copy: string): readonly PlacedClock[] {
  return placed.filter(
    ({ clock }) => clock.copy === copy && clock.bound === "at-most" && clock.from && clock.period,
  );
}

function certainEnd(one: PlacedClock): string {
  return `CASE WHEN ${isSure(one)} THEN ${one.until} END`;
}

function endOf({ dialect }: Layout, placed: readonly PlacedClock[], copy: string): string {
  return dialect.least(maxima(placed, copy).map(certainEnd));
}

/** The first clock that gives the end. */
function clockOf(layout: Layout, placed: readonly PlacedClock[], copy: string): string {
  const { dialect } = layout;
  const end = endOf(layout, placed, copy);
  const whens = maxima(placed, copy).map(
    (one) => `WHEN ${certainEnd(one)} = ${end} THEN ${dialect.text(one.clock.id)}`,
  );
  return `CASE ${whens.join(" ")} END`;
}

function keptSql(placed: readonly PlacedClock[], copy: string): string {
  const minima = placed.filter(({ clock }) => clock.copy === copy && clock.bound === "at-least");
  const kept = minima.map((one) => {
    const isDated = one.clock.from !== undefined && one.clock.period !== undefined;
    const ended = isDated ? [`coalesce(${one.until} < ${AT}, FALSE)`] : [];
    const over = [...ended, ...neverBegun(one)];
    return `(coalesce(${isThere(one)}, TRUE) AND NOT (${over.join(" OR ") || "FALSE"}))`;
  });
  return kept.length === 0 ? "FALSE" : kept.join(" OR ");
}

/** A duty that runs from what is known never to have happened has not begun. */
function neverBegun({ clock, version }: PlacedClock): readonly string[] {
  if (clock.from === undefined) return [];
  const { value, known } = sqlOf(clock.from, version.scope);
  return known === undefined ? [] : [`(${known} AND ${value} IS NULL)`];
}

/** As `held` of the table of decisions, a doubt being a hold. */
function heldSql(placed: readonly PlacedClock[]): string {
  const holding = placed.filter(({ clock }) => clock.bound === "until-released").map(isThere);
  return ["is_held", ...holding].map((one) => `coalesce(${one}, TRUE)`).join(" OR ");
}
