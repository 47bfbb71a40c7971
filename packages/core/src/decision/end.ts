/**
 * UseAnswer -> one of three **End**s, as a person reads it: used, not used, cannot tell
 */
import type { UseAnswer } from "./decision.ts";

export const ENDS = ["used", "not-used", "cannot-tell"] as const;
export type End = (typeof ENDS)[number];

/** A person must reckon with what may be used; a builder may rely on what must be. */
export function endOf(answer: Pick<UseAnswer, "use" | "exposure">): End {
  if (answer.use === "permit") return "used";
  return answer.exposure === "deny" ? "not-used" : "cannot-tell";
}
