/** Axis changes -> **regulation touched**: where to look in the law, no finding of a breach */
import { REGULATIONS, type RegulationRule } from "./data/regulations.ts";
import { fits } from "./direction.ts";
import type { AxisChange, RegulationTouched } from "./terms-change.ts";

/** Each rule once, in the order of the table. Table and sources of the law: `data/regulations.ts`. */
export function regulationsOf(changes: readonly AxisChange[]): readonly RegulationTouched[] {
  return REGULATIONS.filter((rule) => changes.some((change) => isTouched(rule, change))).map(
    ({ provision, jurisdiction, axis, reason }) => ({ provision, jurisdiction, axis, reason }),
  );
}

function isTouched(rule: RegulationRule, { axis, before, after }: AxisChange): boolean {
  if (rule.axis !== axis) return false;
  return [before, after].some((fact) => fact !== undefined && fits(fact.values, rule.where));
}
