/**
 * Claim x its classes of facts -> whether any breaks it
 *
 * Exhaustive: one representative of each class, with real instants, through the compiled policy as
 * decisions are made; what breaks is confirmed by the reference evaluator.
 */
import type { Slot } from "../../facts/facts.ts";
import { FACT_INDEX, FACT_NAMES, type FactName } from "../../facts/vocabulary.ts";
import type { CompiledPolicy } from "../compile/compile.ts";
import { ordinarySlot, ordinaryValue } from "../witness/ordinary.ts";
import { type Broken, breaks, byClosure, bySpec } from "./breaks.ts";
import type { Claim } from "./claim.ts";
import { shapesOf } from "./shapes.ts";
import { isWithin, patterns, type Space } from "./space.ts";

export interface Enumerated {
  readonly classes: number;
  /** Some class had no instants that were found: nothing is proved. */
  readonly lost: boolean;
  /** The plainest facts that break the claim, the first of those in the order of the classes. */
  readonly broken: Broken | undefined;
}

/**
 * @param possible whether some history may give these facts: only a preference among those that break
 * the claim, since others of the same class may be possible where a representative is not
 */
export function enumerate(
  claim: Claim,
  compiled: CompiledPolicy,
  space: Space,
  possible: (slots: readonly Slot[]) => boolean = () => true,
): Enumerated {
  const [fast, exact] = [byClosure(claim, compiled), bySpec(claim)];
  let [classes, lost] = [0, false];
  let best: { broken: Broken; cost: number } | undefined;
  for (const slots of classesOf(space)) {
    if (slots === "lost") {
      lost = true;
      continue;
    }
    classes += 1;
    if (breaks(claim, fast, space.facts, slots) === undefined) continue;
    const cost = costOf(slots, space.facts) + (possible(slots) ? 0 : FAR_FROM_POSSIBLE);
    if (best !== undefined && cost >= best.cost) continue;
    const broken = breaks(claim, exact, space.facts, slots.slice());
    if (broken !== undefined) best = { broken, cost };
  }
  return { classes, lost, broken: best?.broken };
}

const FAR_FROM_POSSIBLE = 100_000;

/** Facts that differ from an ordinary account; what is unknown is the least readable. */
function costOf(slots: readonly Slot[], facts: readonly FactName[]): number {
  return facts.reduce((sum, fact) => {
    const slot = slots[FACT_INDEX[fact]];
    return sum + (slot === undefined ? 100 : slot === ordinarySlot(fact) ? 0 : 1);
  }, 0);
}

/** One array, written over for each class: whoever keeps it copies it. */
function* classesOf({ discrete, instants, pairs }: Space): Generator<readonly Slot[] | "lost"> {
  const slots: Slot[] = FACT_NAMES.map(ordinarySlot);
  for (const present of patterns(instants)) {
    const compared = pairs.flatMap((pair, index) => (isWithin(pair, present) ? [index] : []));
    const free = [
      ...instants
        .filter(({ fact }) => !present.has(fact))
        .map(({ fact, absent }) => ({ fact, values: absent })),
      ...discrete,
    ];
    for (const laid of shapesOf(pairs, present, compared)) {
      if (laid === "lost") {
        yield laid;
        continue;
      }
      for (const fact of present) slots[FACT_INDEX[fact]] = laid.get(fact) ?? ordinaryValue(fact);
      yield* product(slots, free);
    }
  }
}

function* product(
  slots: Slot[],
  free: readonly { readonly fact: FactName; readonly values: readonly Slot[] }[],
): Generator<readonly Slot[]> {
  // An odometer, not recursion: there are millions of classes.
  const positions = new Array<number>(free.length).fill(0);
  for (const { fact, values } of free) slots[FACT_INDEX[fact]] = values[0];
  for (;;) {
    yield slots;
    let digit = positions.length - 1;
    for (; digit >= 0; digit -= 1) {
      const { fact, values } = free[digit] ?? { fact: "query.at" as const, values: [] };
      const next = (positions[digit] ?? 0) + 1;
      const turned = next < values.length ? next : 0;
      positions[digit] = turned;
      slots[FACT_INDEX[fact]] = values[turned];
      if (turned > 0) break;
    }
    if (digit < 0) return;
  }
}
