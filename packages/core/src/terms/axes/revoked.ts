/**
 * Findings of a sentence -> the same without what the sentence takes back
 *
 * "You can no longer opt out" names an opt-out and is none. A rule looks for what is named; here it is asked
 * whether it is denied. What is denied in another way than these is withheld rather than read as its opposite.
 */
import type { AxisValues } from "./axis.ts";
import { type Finding, finding } from "./rules/finding.ts";
import type { Sentence } from "./sentence.ts";

const DENIED =
  "(?:no longer|cannot|can not|can't|may not|not able to|unable to|no (?:way|option|right|possibility) to)";
const OPTING_OUT =
  "(?:opt(?:ing)?[ -]?out|turn (?:this|it|that) off|switch (?:this|it|that) off|disable (?:this|it|that|training))";
const NO_OPT_OUT = new RegExp(`\\b${DENIED}(?:\\s+[\\w'-]+){0,4}?\\s+${OPTING_OUT}\\b`, "u");
/** "No longer needed" is a time, not a denial. */
const NO_LONGER =
  /\b(?:no longer|not any ?more)\s+(?:delet|remov|eras|keep|kept|retain|stor|anonymi|de-identif|purg)/u;
const NEVER = /\bnever\b|\bnot\b/u;
const SAVE_FOR = /\b(?:except|other than|unless|save for)\b/u;
const ABOUT_TRAINING = /\b(?:train|training|improve (?:our|the|its) (?:models?|services?))\b/u;

/** Kept or deleted no longer: that it was said is all a rule can see. */
const WITHHELD_IF_OVER = new Set(["retention", "deletion", "anonymisation"]);

export function withoutRevoked(findings: readonly Finding[], { text }: Sentence): readonly Finding[] {
  let kept = findings;
  if (NO_OPT_OUT.test(text)) kept = withoutChoice(kept, text);
  if (NO_LONGER.test(text)) kept = kept.filter(({ axis }) => !WITHHELD_IF_OVER.has(axis));
  // "Never, except": who is excepted, the rule does not read.
  if (SAVE_FOR.test(text) && NEVER.test(text)) kept = kept.filter(({ values }) => values["sale"] !== "no");
  return kept;
}

function withoutChoice(findings: readonly Finding[], text: string): readonly Finding[] {
  const kept = findings.flatMap((one): readonly Finding[] => {
    const { axis, values } = one;
    if (axis === "choice" || values["forbids"] === "training-models") return [];
    if (axis !== "training-use") return [one];
    if (values["use"] === "not-permitted") return [];
    return [{ ...one, values: without(values, "unless") }];
  });
  if (!ABOUT_TRAINING.test(text)) return kept;
  return [...kept, finding("choice", { of: "training", form: "none" }, 0.85)];
}

function without(values: AxisValues, name: string): AxisValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
}
