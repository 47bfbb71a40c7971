import type { Purpose } from "../events/event.ts";
import type { Policy, Rule } from "./policy.ts";

/** The rules that can decide a purpose, in order; for a conversation those about single items cannot. */
export function rulesFor({ rules }: Policy, purpose: Purpose, items: boolean): readonly Rule[] {
  return rules.filter((rule) => rule.purposes.includes(purpose) && (items || rule.scope !== "item"));
}
