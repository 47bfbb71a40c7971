/** Does what is cited rest on the clause that a change is about? */
import { normaliseClause } from "../../policy/clause.ts";
import type { Citation } from "../../policy/policy.ts";
import type { AxisFact, AxisValues } from "../axes/axis.ts";
import type { AxisChange } from "../change/terms-change.ts";
import type { Version } from "../document.ts";
import { textAt } from "./clauses.ts";
import type { SectionStanding } from "./standing.ts";

/** The document that changed, and how its cited sections stand. */
export interface Where {
  readonly key: string;
  readonly before: Version | undefined;
  readonly after: Version;
  readonly sections: readonly SectionStanding[];
}

/** A document cited as a whole is touched by every change in it. */
export function restsOn(cite: readonly Citation[], { before, after }: AxisChange, where: Where): boolean {
  return cite.some(({ document, section }) => {
    if (document !== where.key) return false;
    if (section === undefined) return true;
    const standing = where.sections.find((one) => one.document === document && one.section === section);
    return isIn(before, where.before, section) || isIn(after, where.after, standing?.now ?? section);
  });
}

function isIn(fact: AxisFact | undefined, version: Version | undefined, section: string): boolean {
  if (fact === undefined || version === undefined) return false;
  const text = textAt(version.text, section);
  const quote = normaliseClause(fact.quote);
  return text !== undefined && quote !== "" && text.includes(quote);
}

/** `retention changed: period P30D -> P5Y`. Our words and the facts' values, never the vendor's prose. */
export function phraseOf({ axis, kind, before, after }: AxisChange): string {
  if (kind === "added") return `${axis} added: ${printValues(after?.values ?? {})}`;
  if (kind === "removed") return `${axis} removed: ${printValues(before?.values ?? {})}`;
  const names = new Set([...Object.keys(before?.values ?? {}), ...Object.keys(after?.values ?? {})]);
  const changed = [...names].flatMap((name) => {
    const [from, to] = [before?.values[name], after?.values[name]];
    return from === to ? [] : [`${name} ${from ?? "unstated"} -> ${to ?? "unstated"}`];
  });
  return `${axis} changed: ${changed.join(", ") || printValues(after?.values ?? {})}`;
}

function printValues(values: AxisValues): string {
  const parts = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return parts.join(", ") || "without values";
}
