/**
 * PolicySet -> **Layout** -> decisionViews
 *
 * The names that the views of one set share: its versions, numbered in the order in which they
 * govern, with a column per condition, and the key of every answer that can be given.
 */

import type { Purpose } from "../../events/event.ts";
import { columnOf, heldColumn, knownColumnOf } from "../../facts/columns.ts";
import type { FactsNeeds } from "../../facts/needs.ts";
import { definitionOf, type FactName } from "../../facts/vocabulary.ts";
import { hasBegunForAll, type Question } from "../../policy/compile/begun-sql.ts";
import type { SqlScope } from "../../policy/compile/sql.ts";
import { digestOf } from "../../policy/digest.ts";
import { holdGroupOf, needsOf } from "../../policy/needs.ts";
import type { Policy, PolicySet, Rule } from "../../policy/policy.ts";
import { rulesFor } from "../../policy/rules-for.ts";
import type { Dialect } from "../../sql/dialect.ts";
import { columnNames } from "../../sql/names.ts";
import type { PolicyRef } from "../decision.ts";

export interface VersionLayout {
  /** From 1, in the order of `inForce`: chain by chain, the newest version first. */
  readonly number: number;
  readonly policy: Policy;
  readonly ref: PolicyRef;
  /** Numbers of the newer versions of its chain. */
  readonly newer: readonly number[];
  /** Columns of its conditions, by name or id. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, string>;
  readonly clocks: ReadonlyMap<string, string>;
  /** Columns over which its conditions are read; named holds count as the version says. */
  readonly scope: SqlScope;
  /** The same where nothing is unknown. */
  readonly settled: SqlScope;
}

export interface Layout {
  readonly dialect: Dialect;
  readonly needs: FactsNeeds;
  readonly items: boolean;
  readonly purposes: readonly Purpose[];
  readonly versions: readonly VersionLayout[];
  /** SQL of the instant asked for: a literal where the question is known. */
  readonly at: string;
}

export interface LayoutOptions {
  readonly items: boolean;
  /** By default all that a version of the set speaks of, in order of first mention. */
  readonly purposes?: readonly Purpose[] | undefined;
  /** What the facts were made for; versions that are in force for nobody then are left out. */
  readonly question?: Question | undefined;
}

export function layoutOf(
  dialect: Dialect,
  set: PolicySet,
  { items, purposes = purposesOf(set), question }: LayoutOptions,
): Layout {
  const needs = needsOf(set);
  const at = question === undefined ? columnOf("query.at") : dialect.timestamp(question.at);
  const versions: VersionLayout[] = [];
  for (const chain of set.chains) {
    const newer: number[] = [];
    for (const policy of [...chain].reverse()) {
      const begun = question === undefined ? undefined : hasBegunForAll(policy.effective, question);
      if (begun === false) continue;
      const number = versions.length + 1;
      versions.push(versionLayout({ dialect, needs, at }, policy, number, [...newer]));
      newer.push(number);
      if (begun === true) break;
    }
  }
  return { dialect, needs, items, purposes, versions, at };
}

export function purposesOf(set: PolicySet): readonly Purpose[] {
  return [...new Set(set.chains.flat().flatMap(({ purposes }) => purposes))];
}

type Base = Pick<Layout, "dialect" | "needs" | "at">;

function versionLayout(base: Base, policy: Policy, number: number, newer: readonly number[]): VersionLayout {
  const ids = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);
  const definitions = columnNames(`d${number}_`, Object.keys(policy.define));
  const group = holdGroupOf(policy, base.needs);
  return {
    number,
    policy,
    ref: { id: policy.id, version: policy.version, digest: digestOf(policy) },
    newer,
    definitions,
    rules: columnNames(`r${number}_`, ids(policy.rules)),
    clocks: columnNames(`c${number}_`, ids(policy.clocks)),
    scope: scopeFor(base, group, (name) => definitions.get(name), false),
    settled: scopeFor(base, group, (name) => definitions.get(name), true),
  };
}

function scopeFor(
  { dialect, at }: Pick<Layout, "dialect" | "at">,
  group: number | undefined,
  definition: SqlScope["definition"],
  isSettled: boolean,
): SqlScope {
  return {
    dialect,
    column: (fact) => (fact === "query.at" ? { value: at, known: undefined } : factColumn(fact, group)),
    definition,
    isSettled,
  };
}

/** Where a target reads: before any version is known to govern, so without names that hang on it. */
export function targetScope(layout: Pick<Layout, "dialect" | "at">): SqlScope {
  return scopeFor(layout, undefined, () => undefined, false);
}

export function factColumn(
  fact: FactName,
  group: number | undefined,
): { readonly value: string; readonly known: string | undefined } {
  const isHold = fact === "hold.placedAt" || fact === "hold.releasedAt";
  const value = isHold && group !== undefined ? heldColumn(fact, group) : columnOf(fact);
  // A missing statement of what is known makes nothing known.
  const known = definitionOf(fact).optional ? `coalesce(${knownColumnOf(value)}, FALSE)` : undefined;
  return { value, known };
}

/** Condition that `fact` is unknown, for a version. */
export function isUnknownSql({ scope }: VersionLayout, fact: FactName): string {
  const { value, known } = scope.column(fact);
  return known === undefined ? `${value} IS NULL` : `${value} IS NULL AND NOT ${known}`;
}

/** The rules that can decide one of the purposes asked for. */
export function askedRules({ purposes, items }: Layout, version: VersionLayout): readonly Rule[] {
  const deciding = new Set(purposes.flatMap((purpose) => rulesFor(version.policy, purpose, items)));
  return version.policy.rules.filter((rule) => deciding.has(rule));
}
