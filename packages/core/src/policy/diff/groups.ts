/**
 * Pairs -> the fewest readable statements
 *
 * A permission that is new is told by its reason, one that is lost by the reason it had, anything
 * else by the reason it now has; what lay on the other side is listed.
 */
import type { UseSide } from "./policy-diff.ts";
import { keyOf } from "./sides.ts";

/** One text for pairs that one statement tells of. */
export function useGroup(before: UseSide, after: UseSide, unknown: boolean): string {
  const effects = `${unknown} ${before.effect} ${after.effect}`;
  if (unknown) return effects;
  return before.effect === "permit" && after.effect !== "permit"
    ? `${effects} ${keyOf(before)}`
    : `${effects} ${keyOf(after)}`;
}

/** Danger first: what may newly be used, then what no longer may, then what is only said otherwise. */
export function useRank(before: UseSide, after: UseSide, unknown: boolean): number {
  const order = ["deny permit", "open permit", "deny open", "permit deny", "permit open", "open deny"];
  const index = order.indexOf(`${before.effect} ${after.effect}`);
  const rank = index >= 0 ? index : before.effect === "permit" ? order.length : order.length + 1;
  return unknown ? rank + 2 * order.length : rank;
}
