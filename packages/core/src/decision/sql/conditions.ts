/**
 * The conditions of each version as SQL: views `named` and `conditions`
 *
 * What a policy gives a name is worked out once on every row, with three values, as many rules and clocks
 * speak of it. So are rules and clocks where something is open, in a column each. Where nothing is open,
 * rules are looked at one after the other until one applies (`uses.ts`), and need no columns.
 */
import { sqlOf, sqlTruth } from "../../policy/compile/sql.ts";
import { isTruth } from "../../policy/compile/without.ts";
import type { Rule } from "../../policy/policy.ts";
import type { View } from "../../sql/view.ts";
import { type Column, layer } from "./layer.ts";
import { askedRules, type Layout, type VersionLayout } from "./layout.ts";
import { isOpenFor, type Kind, onKind } from "./settled.ts";

export function conditionViews(layout: Layout): readonly View[] {
  const { versions } = layout;
  return [
    layer(layout, "named", "open_rows", {
      says: ["Conditions that a policy gives a name. NULL: an unknown leaves it open."],
      columns: versions.flatMap(namedColumns),
    }),
    layer(layout, "conditions", "named", {
      says: [
        "Does a rule (r) or a clock (c) apply, where something is open? NULL: an unknown leaves it open.",
      ],
      columns: versions.flatMap((version) => [
        ...ruleColumns(layout, version),
        ...(layout.items ? [] : clockColumns(version)),
      ]),
    }),
  ];
}

function guarded(version: VersionLayout, condition: string): string {
  return `CASE WHEN ${isOpenFor(version)} THEN ${condition} END`;
}

/** A definition may name earlier ones, which are columns of the same view: those are written out. */
function namedColumns(version: VersionLayout): readonly Column[] {
  const bare = { ...version.scope, definition: () => undefined };
  return Object.entries(version.policy.define).map(([name, body]) => ({
    name: version.definitions.get(name) ?? name,
    sql: sqlOf(body, bare).value,
  }));
}

function ruleColumns(layout: Layout, version: VersionLayout): readonly Column[] {
  const { items } = layout;
  return askedRules(layout, version).map((rule) => {
    const when = sqlTruth(rule.when, version.scope);
    const { covers } = rule;
    const whole = items && covers !== undefined ? `(${when} AND ${sqlTruth(covers, version.scope)})` : when;
    return {
      name: version.rules.get(rule.id) ?? rule.id,
      sql: guarded(version, whole),
      says: `${rule.effect} ${rule.purposes.join(", ")}: ${rule.reason} (${citedIn(rule)})`,
    };
  });
}

function citedIn({ cite }: Rule): string {
  return cite
    .map(({ document, section }) => (section === undefined ? document : `${document}#${section}`))
    .join("; ");
}

function clockColumns(version: VersionLayout): readonly Column[] {
  return version.policy.clocks.map((clock) => ({
    name: version.clocks.get(clock.id) ?? clock.id,
    sql: guarded(version, sqlTruth(clock.when, version.scope)),
    says: `${clock.bound} for the copy ${clock.copy}`,
  }));
}

/** The whole condition of a rule on rows of a kind; undefined where it never applies there. */
export function ruleOnKind(
  { when, covers }: Rule,
  { settled }: VersionLayout,
  kind: Kind,
  items: boolean,
): string | undefined {
  const parts = [when, items ? covers : undefined].map((part) => onKind(part, kind));
  if (parts.some((part) => part !== undefined && isTruth(part, false))) return undefined;
  const texts = parts.flatMap((part) =>
    part === undefined || isTruth(part, true) ? [] : [sqlTruth(part, settled)],
  );
  return texts.length === 0 ? "TRUE" : texts.join(" AND ");
}
