/**
 * The conditions of every version, each worked out once: views `definitions` and `conditions`.
 *
 * Only on rows that the version may govern; elsewhere a condition is NULL and nobody asks for it.
 */
import { sqlOf, sqlTruth } from "../../policy/compile/sql.ts";
import type { Rule } from "../../policy/policy.ts";
import type { View } from "../../sql/view.ts";
import { candidate, governorSql } from "./governed.ts";
import { type Column, layer } from "./layer.ts";
import type { Layout, VersionLayout } from "./layout.ts";

export function conditionViews(layout: Layout): readonly View[] {
  const { versions } = layout;
  return [
    layer(layout, "definitions", "governed", {
      says: ["Conditions that a policy gives a name."],
      columns: [
        { name: "governor", sql: governorSql(layout) },
        ...versions.flatMap((version) => definitionColumns(version)),
      ],
    }),
    layer(layout, "conditions", "definitions", {
      says: ["Does a rule (r) or a clock (c) apply? NULL: that hangs on an unknown fact."],
      columns: versions.flatMap((version) => [
        ...version.policy.rules
          .filter((rule) => layout.items || rule.scope !== "item")
          .map((rule) => ruleColumn(version, rule, layout.items)),
        ...(layout.items ? [] : clockColumns(version)),
      ]),
    }),
  ];
}

/** A definition may name earlier ones, which are columns of the same view: those are written out. */
function definitionColumns({ number, policy, definitions, scope }: VersionLayout): readonly Column[] {
  const inner = { ...scope, definition: () => undefined };
  return Object.entries(policy.define).map(([name, body]) => ({
    name: definitions.get(name) ?? name,
    sql: guarded(number, sqlOf(body, inner).value),
  }));
}

function ruleColumn(version: VersionLayout, rule: Rule, items: boolean): Column {
  const when = sqlTruth(rule.when, version.scope);
  const whole =
    items && rule.covers !== undefined ? `(${when} AND ${sqlTruth(rule.covers, version.scope)})` : when;
  return {
    name: version.rules.get(rule.id) ?? rule.id,
    sql: guarded(version.number, whole),
    says: `${rule.effect} ${rule.purposes.join(", ")}: ${rule.reason}${cited(rule)}`,
  };
}

function clockColumns({ number, policy, clocks, scope }: VersionLayout): readonly Column[] {
  return policy.clocks.map((clock) => ({
    name: clocks.get(clock.id) ?? clock.id,
    sql: guarded(number, sqlTruth(clock.when, scope)),
    says: `${clock.bound} for the copy ${clock.copy}${cited(clock)}`,
  }));
}

function guarded(number: number, condition: string): string {
  return `CASE WHEN ${candidate(number)} THEN ${condition} END`;
}

function cited({ cite }: Pick<Rule, "cite">): string {
  if (cite.length === 0) return "";
  const places = cite.map(({ document, section }) =>
    section === undefined ? document : `${document}#${section}`,
  );
  return ` (${places.join("; ")})`;
}
