/**
 * The two kinds of rows on which nothing is open: views `settled_rows` and `open_rows`.
 *
 * `settled` is the number of the version that governs where all that it asks is known, and a hundred
 * more where besides none of the things has happened that few conversations see; most rules then fall
 * away before a row is looked at. 0: something is unknown. Only speed hangs on which kind a row is of.
 */
import { knownColumnOf } from "../../facts/columns.ts";
import type { FactName } from "../../facts/vocabulary.ts";
import { definitionOf } from "../../facts/vocabulary.ts";
import { without } from "../../policy/compile/without.ts";
import type { Expr } from "../../policy/expr.ts";
import { factsIn } from "../../policy/expr.ts";
import { unguardedIn } from "../../policy/unguarded.ts";
import type { View } from "../../sql/view.ts";
import { candidate } from "./governed.ts";
import { layer } from "./layer.ts";
import { askedRules, type Layout, type VersionLayout } from "./layout.ts";

/** What happens to few conversations. */
const RARE: readonly FactName[] = [
  "account.deletedAt",
  "contract.terminatedAt",
  "objection.filedAt",
  "conversation.deletedAt",
  "feedback.at",
  "survey.answeredAt",
  "transcript.sharedAt",
  "safety.flaggedAt",
  "safety.clearedAt",
  "review.at",
  "hold.placedAt",
  "hold.releasedAt",
];
const RARE_SET: ReadonlySet<FactName> = new Set(RARE);
/** Added to the number of the version on ordinary rows. */
export const ORDINARY = 100;

export const KINDS = ["ordinary", "settled"] as const;
/** A kind of row, with what its conditions come down to. */
export type Kind = (typeof KINDS)[number];

function kindNumber({ number }: VersionLayout, kind: Kind): number {
  return kind === "ordinary" ? ORDINARY + number : number;
}

/** Condition that a row is of a kind, for a version. */
export function isOfKind(version: VersionLayout, kind: Kind): string {
  return `settled = ${kindNumber(version, kind)}`;
}

/** What is left of a condition on rows of a kind. */
export function onKind(expr: Expr | undefined, kind: Kind): Expr | undefined {
  return expr === undefined || kind === "settled" ? expr : without(expr, RARE_SET);
}

export function settledViews(layout: Layout): readonly View[] {
  return [
    layer(layout, "settled_rows", "governor_rows", {
      says: ["The version that governs where all that it asks is known, 100 more on ordinary rows; else 0."],
      columns: [{ name: "settled", sql: settledSql(layout) }],
    }),
    layer(layout, "open_rows", "settled_rows", {
      says: ["Something is open, and the version may govern."],
      columns: layout.versions.map((version) => ({
        name: isOpenFor(version),
        sql: `settled = 0 AND ${candidate(version.number)}`,
      })),
    }),
  ];
}

function settledSql(layout: Layout): string {
  const whens = layout.versions.flatMap((version) =>
    KINDS.map(
      (kind) =>
        `WHEN governor = ${version.number} AND ${allKnown(layout, version, kind)} THEN ${kindNumber(version, kind)}`,
    ),
  );
  return whens.length === 0 ? "0" : `CASE ${whens.join(" ")} ELSE 0 END`;
}

interface Known {
  readonly facts: readonly FactName[];
  /** Not only known but there: they are put in order, and a missing instant has none. */
  readonly there: ReadonlySet<FactName>;
}

/**
 * What is known on settled rows: all that its rules ask. A clock may ask more; where it does it is read
 * with three values, so that a fact nobody records does not leave every row open.
 */
function knownOn(layout: Layout, version: VersionLayout, kind: Kind): Known {
  const rules = askedRules(layout, version).flatMap(({ when, covers }) => [
    when,
    layout.items ? covers : undefined,
  ]);
  const there = new Set<FactName>(
    rules.flatMap((one) => (one === undefined ? [] : unguardedIn(one).map(({ fact }) => fact))),
  );
  if (kind === "settled" || layout.items) return { facts: factsIn(rules), there };
  const clocks = version.policy.clocks.map(({ when }) => when);
  const rare = factsIn(clocks).filter((fact) => RARE_SET.has(fact));
  return { facts: [...new Set([...factsIn(rules), ...rare])], there };
}

function allKnown(layout: Layout, version: VersionLayout, kind: Kind): string {
  const { facts, there } = knownOn(layout, version, kind);
  if (kind === "ordinary" && facts.some((fact) => there.has(fact) && RARE_SET.has(fact))) return "FALSE";
  const known = facts.map((fact) => {
    // Where it is not said whether a none is known the whole is NULL, which is as good as false here.
    const { value } = version.scope.column(fact);
    const given = `${value} IS NOT NULL`;
    if (kind === "ordinary" && RARE_SET.has(fact)) return `${value} IS NULL AND ${knownColumnOf(value)}`;
    const isGiven = !definitionOf(fact).optional || there.has(fact);
    return isGiven ? given : `(${given} OR ${knownColumnOf(value)})`;
  });
  return known.length === 0 ? "TRUE" : known.join(" AND ");
}

/** Whether a condition is true or false on all rows of a kind. */
export function isDecidedOn(
  layout: Layout,
  version: VersionLayout,
  kind: Kind,
  when: Expr | undefined,
): boolean {
  if (when === undefined) return true;
  const { facts, there } = knownOn(layout, version, kind);
  const isKnown = factsIn([when]).every((fact) => facts.includes(fact));
  return isKnown && unguardedIn(when).every(({ fact }) => there.has(fact));
}

/** Condition that something is open on a row that the version may govern. */
export function isOpenFor({ number }: VersionLayout): string {
  return `open_${number}`;
}
