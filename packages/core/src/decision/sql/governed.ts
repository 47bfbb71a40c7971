/**
 * Which versions govern each row, as SQL: views `versions`, `candidates`, `governed` and `governor_rows`.
 *
 * Meaning: `inForce` in policy/in-force.ts. `governor` is the one version that governs for certain,
 * 0 where none can, -1 where that is open.
 */
import { columnOf } from "../../facts/columns.ts";
import { begunSql } from "../../policy/compile/begun-sql.ts";
import { sqlTruth } from "../../policy/compile/sql.ts";
import type { View } from "../../sql/view.ts";
import { layer } from "./layer.ts";
import { type Layout, targetScope, type VersionLayout } from "./layout.ts";

export const begun = (number: number): string => `begun_${number}`;
const target = (number: number): string => `target_${number}`;
export const candidate = (number: number): string => `candidate_${number}`;
export const certain = (number: number): string => `certain_${number}`;

/** Without an instant there is no question, and without a record no subject: neither has an answer. */
export const HAS_SUBJECT = `is_recorded AND ${columnOf("query.at")} IS NOT NULL`;

export function governedViews(layout: Layout, facts: string): readonly View[] {
  const { versions, needs, dialect } = layout;
  return [
    layer(layout, "versions", facts, {
      says: ["Has a version begun to bind the account, and does it govern such an account at all?"],
      columns: versions.flatMap(({ number, policy, ref }) => [
        {
          name: begun(number),
          sql: begunSql(policy.effective, needs, dialect, layout.at),
          says: `${number} is ${ref.id}@${ref.version}`,
        },
        { name: target(number), sql: sqlTruth(policy.target, targetScope(layout)) },
      ]),
    }),
    layer(layout, "candidates", "versions", {
      says: [
        "Versions that may be in force; certain: surely so. A newer one of the same policy ends an older one.",
      ],
      columns: versions.flatMap((version) => candidateColumns(version)),
    }),
    layer(layout, "governed", "candidates", {
      says: ["How many versions may be in force, and how many surely are."],
      columns: [
        { name: "governors", sql: counted(versions, candidate) },
        { name: "sure_governors", sql: counted(versions, certain) },
      ],
    }),
    layer(layout, "governor_rows", "governed", {
      says: ["The one version that governs; 0: none does, -1: an unknown leaves it open."],
      columns: [{ name: "governor", sql: governorSql(layout) }],
    }),
  ];
}

function candidateColumns({ number, newer }: VersionLayout): readonly { name: string; sql: string }[] {
  const ended = newer.map((one) => `NOT coalesce(${begun(one)}, FALSE)`);
  const holds = [
    HAS_SUBJECT,
    ...ended,
    `coalesce(${begun(number)}, TRUE)`,
    `coalesce(${target(number)}, TRUE)`,
  ];
  const surely = [
    HAS_SUBJECT,
    ...ended,
    `coalesce(${begun(number)}, FALSE)`,
    `coalesce(${target(number)}, FALSE)`,
  ];
  return [
    { name: candidate(number), sql: `coalesce(${holds.join(" AND ")}, FALSE)` },
    { name: certain(number), sql: `coalesce(${surely.join(" AND ")}, FALSE)` },
  ];
}

function counted(versions: readonly VersionLayout[], is: (number: number) => string): string {
  return versions.map(({ number }) => `CASE WHEN ${is(number)} THEN 1 ELSE 0 END`).join(" + ") || "0";
}

/** The number of the only candidate where it is certain; 0 for none, -1 where it is open. */
function governorSql({ versions }: Layout): string {
  const whens = versions.map(({ number }) => `WHEN ${certain(number)} AND governors = 1 THEN ${number}`);
  return `CASE WHEN governors = 0 THEN 0 ${whens.join(" ")} ELSE -1 END`;
}
