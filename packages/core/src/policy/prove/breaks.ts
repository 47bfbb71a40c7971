/**
 * Claim x facts -> whether they break it, by whatever evaluates the policy
 *
 * The reference evaluator has the last word on every counterexample.
 */
import type { Slot } from "../../facts/facts.ts";
import { FACT_INDEX, type FactName } from "../../facts/vocabulary.ts";
import type { CompiledPolicy } from "../compile/compile.ts";
import type { Truth } from "../kleene.ts";
import type { Rule } from "../policy.ts";
import { outcomeOf } from "../spec/decide.ts";
import { truthOf } from "../spec/evaluate.ts";
import { type Claim, isExcepted } from "./claim.ts";

type Slots = readonly Slot[];

/** Both ends, as decision/use.ts joins them: a target that is not certain lets nothing be used. */
export interface Answer {
  readonly governs: Truth;
  readonly use: boolean;
  readonly exposure: boolean;
  readonly possible: readonly (Rule | undefined)[];
}

/** How a claim's policy answers for its purpose at its level. */
export type Answers = (slots: Slots) => Answer;

/** The facts of a claim's two states, where it compares two; `after` is the one that answers wrongly. */
export interface Broken {
  readonly before: Slots | undefined;
  readonly after: Slots;
}

export function bySpec({ policy, purpose, item }: Claim): Answers {
  return (slots) => answerOf(truthOf(policy.target, slots), outcomeOf(policy, purpose, slots, item).possible);
}

/** As decisions are made. */
export function byClosure({ policy, purpose, item }: Claim, compiled: CompiledPolicy): Answers {
  const found = (item ? compiled.item : compiled.conversation).get(purpose);
  if (found === undefined) return (slots) => answerOf(compiled.target(slots), [undefined]);
  return (slots) =>
    answerOf(
      compiled.target(slots),
      found.possible(slots).map((index) => policy.rules[index]),
    );
}

function answerOf(governs: Truth, possible: readonly (Rule | undefined)[]): Answer {
  return {
    governs,
    use: governs === true && possible.every((rule) => rule?.effect === "permit"),
    exposure: governs !== false && possible.some((rule) => rule?.effect === "permit"),
    possible,
  };
}

/**
 * @param facts those that the claim hangs on
 * @returns undefined where the claim holds of these facts
 */
export function breaks(
  claim: Claim,
  answers: Answers,
  facts: readonly FactName[],
  slots: Slots,
): Broken | undefined {
  const { breach } = claim;
  switch (breach.kind) {
    case "permits": {
      const { use, possible } = answers(slots);
      const isOwn = possible.some((rule) => rule !== undefined && !isExcepted(rule, breach.except));
      return single(use && isOwn && truthOf(breach.when, slots) === true, slots);
    }
    case "exposes":
      return single(answers(slots).exposure && truthOf(breach.when, slots) === true, slots);
    case "withholds": {
      const isKnown = facts.every((fact) => slots[FACT_INDEX[fact]] !== undefined);
      if (!isKnown || truthOf(breach.when, slots) !== true) return undefined;
      const { use, governs } = answers(slots);
      return single(!use && governs === true, slots);
    }
    case "unexposed": {
      const { use, exposure } = answers(slots);
      return single(use && !exposure, slots);
    }
    case "forgetting":
      return forgetting(answers, facts, slots);
    case "holding":
      return holding(answers, slots);
  }
}

function single(isBroken: boolean, slots: Slots): Broken | undefined {
  return isBroken ? { before: undefined, after: slots } : undefined;
}

/** One fact at a time is enough: if forgetting several changes an end, forgetting one of them does. */
function forgetting(answers: Answers, facts: readonly FactName[], slots: Slots): Broken | undefined {
  const known = answers(slots);
  for (const fact of facts) {
    if (fact === "query.at" || slots[FACT_INDEX[fact]] === undefined) continue;
    const after = slots.with(FACT_INDEX[fact], undefined);
    const forgot = answers(after);
    if ((forgot.use && !known.use) || (known.exposure && !forgot.exposure)) return { before: slots, after };
  }
  return undefined;
}

/**
 * `slots` is held; before the hold it was not, and may have been released of an earlier one, which
 * the new hold makes undone (facts/hold.ts).
 */
function holding(answers: Answers, slots: Slots): Broken | undefined {
  if (typeof slots[FACT_INDEX["hold.placedAt"]] !== "number") return undefined;
  const before = slots.with(FACT_INDEX["hold.placedAt"], null);
  if (answers(before).use) return undefined;
  const undone = slots.with(FACT_INDEX["hold.releasedAt"], null);
  for (const after of [undone, slots]) if (answers(after).use) return { before, after };
  return undefined;
}
