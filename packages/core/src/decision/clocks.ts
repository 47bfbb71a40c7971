/** All clocks that apply, or may apply, to a conversation's copies. */
import type { Facts, Slot } from "../facts/facts.ts";
import { FACT_INDEX } from "../facts/vocabulary.ts";
import type { CompiledClock } from "../policy/compile/compile.ts";
import { type Expr, factsIn } from "../policy/expr.ts";
import { addPeriod, printPeriod } from "../policy/period.ts";
import { type Governing, isUnknown } from "./candidates.ts";
import type { ClockAnswer, KeepAnswer, PolicyRef } from "./decision.ts";

export function clockAnswers(governors: readonly Governing[], facts: Facts): readonly ClockAnswer[] {
  const answers: ClockAnswer[] = [];
  const isOpen = governors.length !== 1;
  for (const { prepared, slots, certain } of governors) {
    for (const clock of prepared.compiled.clocks) {
      const applies = clock.when(slots);
      if (applies === false) continue;
      answers.push(clockAnswer(clock, slots, facts.at, applies === true && certain && !isOpen, prepared.ref));
    }
  }
  const slots = governors[0]?.slots ?? facts.slots;
  const placedAt = slots[FACT_INDEX["hold.placedAt"]];
  if (placedAt !== null) answers.push(holdClock(placedAt));
  return answers;
}

function clockAnswer(
  compiled: CompiledClock,
  slots: readonly Slot[],
  at: number,
  certain: boolean,
  policy: PolicyRef,
): ClockAnswer {
  const { clock } = compiled;
  const from = compiled.from(slots);
  const length = compiled.period(slots);
  const start = typeof from === "number" ? from : undefined;
  const until = start === undefined || length === undefined ? undefined : addPeriod(start, length, 1);
  return {
    clock: clock.id,
    copy: clock.copy,
    bound: clock.bound,
    period: length === undefined ? undefined : printPeriod(length),
    event: clock.event,
    from: start,
    until,
    elapsed: until !== undefined && until < at,
    form: clock.form,
    note: clock.note,
    applies: certain ? "yes" : "maybe",
    unknowns: certain && from !== undefined ? [] : unknownsOf([clock.when, clock.from, clock.period], slots),
    policy,
    cite: clock.cite,
    basis: clock.basis,
    reading: clock.reading,
    competing: clock.competing,
  };
}

function unknownsOf(conditions: readonly (Expr | undefined)[], slots: readonly Slot[]): readonly string[] {
  return factsIn(conditions).filter((name) => isUnknown(slots, name));
}

/** A hold is law, not policy: it stands beside whatever a policy says, and only ever raises the floor. */
function holdClock(placedAt: Slot): ClockAnswer {
  return {
    clock: "legal-hold",
    copy: "legal-hold",
    bound: "until-released",
    period: undefined,
    event: "legal-hold-placed",
    from: typeof placedAt === "number" ? placedAt : undefined,
    until: undefined,
    elapsed: false,
    form: undefined,
    note: undefined,
    applies: placedAt === undefined ? "maybe" : "yes",
    unknowns: placedAt === undefined ? ["hold.placedAt"] : [],
    policy: undefined,
    cite: [],
    basis: "text",
    reading: undefined,
    competing: [],
  };
}

/** The two ends per copy. Maxima count only if they certainly apply, duties to keep also if they may. */
export function keepAnswers(clocks: readonly ClockAnswer[]): readonly KeepAnswer[] {
  const isHeld = clocks.some((clock) => clock.bound === "until-released");
  const keeps: { copy: string; until: number | null; atLeast: number | "released" | null }[] = [];
  for (const clock of clocks) {
    let keep = keeps.find((one) => one.copy === clock.copy);
    if (keep === undefined) {
      keep = { copy: clock.copy, until: null, atLeast: isHeld ? "released" : null };
      keeps.push(keep);
    }
    if (clock.until === undefined) continue;
    if (clock.bound === "at-most" && clock.applies === "yes") {
      keep.until = keep.until === null ? clock.until : Math.min(keep.until, clock.until);
    } else if (clock.bound === "at-least" && keep.atLeast !== "released") {
      keep.atLeast = Math.max(keep.atLeast ?? clock.until, clock.until);
    }
  }
  return keeps;
}
