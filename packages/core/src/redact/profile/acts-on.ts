/** Whether the profile acts on what was found: the score is enough, and the operator does something. */
import type { EntityType } from "../entity.ts";
import { operatorFor } from "./operator-for.ts";
import type { Rules } from "./profile.ts";

export function actsOn(rules: Rules, { type, score }: { readonly type: EntityType; readonly score: number }): boolean {
  return score >= rules.threshold && operatorFor(rules, type).operator !== "keep";
}
