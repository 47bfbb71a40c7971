/** Several facts forgotten at once -> the one whose forgetting changed an end for the worse. */
import type { Slot } from "../../facts/facts.ts";
import { FACT_INDEX, type FactName } from "../../facts/vocabulary.ts";
import { type Answers, type Broken, breaks } from "./breaks.ts";
import type { Claim } from "./claim.ts";

export function forgottenStep(
  claim: Claim,
  answers: Answers,
  forgotten: readonly FactName[],
  slots: readonly Slot[],
): Broken | undefined {
  let known = slots;
  for (const fact of forgotten) {
    const found = breaks(claim, answers, [fact], known);
    if (found !== undefined) return found;
    known = known.with(FACT_INDEX[fact], undefined);
  }
  return undefined;
}
