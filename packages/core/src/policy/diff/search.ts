/**
 * What differs where the diagrams are too large: a plain search, which proves nothing
 *
 * All facts ordinary but for one or two that the versions speak of, by the reference evaluator.
 */

import type { Purpose } from "../../events/event.ts";
import type { Slot } from "../../facts/facts.ts";
import { definitionOf, FACT_INDEX, FACT_NAMES, type FactName } from "../../facts/vocabulary.ts";
import { collect, type Expr, factsIn } from "../expr.ts";
import { expressionsOf } from "../expressions-of.ts";
import type { Policy } from "../policy.ts";
import { truthOf } from "../spec/evaluate.ts";
import { ordinarySlot, ordinaryValue } from "../witness/ordinary.ts";
import { useGroup, useRank } from "./groups.ts";
import { historyLaws } from "./history-laws.ts";
import type { Condition, KeepChange, PolicyDiff, TargetChange, UseChange, UseSide } from "./policy-diff.ts";
import { comparable, governs, keepSides, keyOf, useSide } from "./sides.ts";

type Found = Pick<PolicyDiff, "targets" | "uses" | "keeps">;

const DAY = 86_400_000;
const MOST_TRIED = 20_000;

export function searchDiff(before: Policy, after: Policy, purposes: readonly Purpose[]): Found {
  const targets = new Map<string, TargetChange>();
  const uses = new Map<string, { readonly rank: number; change: UseChange }>();
  const keeps = new Map<string, KeepChange>();
  const copies = [...new Set([...before.clocks, ...after.clocks].map(({ copy }) => copy))];
  const said = (slots: readonly Slot[]) => ({ ...UNTOLD, unknown: false, witness: slots });

  for (const slots of variants([before, after])) {
    const [a, b] = [governs(before, slots), governs(after, slots)];
    if (a !== b)
      targets.set(`${a} ${b}`, targets.get(`${a} ${b}`) ?? { ...said(slots), before: a, after: b });
    if (!comparable(a, b)) continue;
    for (const purpose of purposes) tellUse(purpose, slots);
    for (const copy of copies) {
      const [x, y] = [keepSides(before, copy, slots), keepSides(after, copy, slots)];
      const [keysX, keysY] = [x.map(keyOf), y.map(keyOf)];
      const key = `${copy} ${keysX.join()} ${keysY.join()}`;
      if (keysX.join() === keysY.join() || keeps.has(key)) continue;
      keeps.set(key, {
        ...said(slots),
        copy,
        before: x.filter((side) => !keysY.includes(keyOf(side))),
        after: y.filter((side) => !keysX.includes(keyOf(side))),
      });
    }
  }
  const ranked = [...uses.values()].sort((a, b) => a.rank - b.rank);
  return {
    targets: [...targets.values()],
    uses: ranked.map(({ change }) => change),
    keeps: [...keeps.values()],
  };

  function tellUse(purpose: Purpose, slots: readonly Slot[]): void {
    for (const scope of ["conversation", "item"] as const) {
      const [x, y] = [before, after].map((one) => useSide(one, purpose, slots, scope === "item"));
      if (x === undefined || y === undefined || keyOf(x) === keyOf(y)) continue;
      const key = useGroup(x, y, false);
      const known = uses.get(key)?.change ?? {
        before: [],
        after: [],
        on: [],
        witness: slots,
        unknown: false,
      };
      const isTold = known.on.some((one) => one.purpose === purpose && one.scope === scope);
      uses.set(key, {
        rank: useRank(x, y, false),
        change: {
          ...known,
          before: withSide(known.before, x),
          after: withSide(known.after, y),
          on: isTold ? known.on : [...known.on, { ...UNTOLD, purpose, scope, also: undefined }],
        },
      });
    }
  }
}

/** A search finds examples; which conversations are like them it does not say. */
const UNTOLD: Condition = { when: undefined, where: [], unless: [], exact: false };

function withSide(sides: readonly UseSide[], side: UseSide): readonly UseSide[] {
  return sides.some((one) => keyOf(one) === keyOf(side)) ? sides : [...sides, side];
}

/** Facts as histories give them, the ordinary ones first. */
function* variants(policies: readonly Policy[]): Generator<readonly Slot[]> {
  const given = policies.flatMap(expressionsOf);
  const mentioned = factsIn(given);
  const facts = FACT_NAMES.filter((name) => mentioned.includes(name));
  const named = [...new Set(given.flatMap((one) => collect(one, ownValues)))];
  const steps = facts.flatMap((fact) => valuesOf(fact, named).map((value) => ({ fact, value })));
  const ordinary = FACT_NAMES.map(ordinarySlot);
  const laws = historyLaws();
  let tried = 0;
  for (const [index, first] of [undefined, ...steps].entries()) {
    for (const second of [undefined, ...steps.slice(index)]) {
      const slots: Slot[] = [...ordinary];
      for (const step of [first, second]) if (step !== undefined) slots[FACT_INDEX[step.fact]] = step.value;
      tried += 1;
      if (tried > MOST_TRIED) return;
      if (laws.every((law) => truthOf(law, slots) !== false)) yield slots;
    }
  }
}

function valuesOf(fact: FactName, named: readonly (boolean | string | number)[]): readonly Slot[] {
  const { type, values, optional } = definitionOf(fact);
  const none = optional ? [null] : [];
  if (type === "bool") return [...none, true];
  if (type !== "timestamp") {
    return [...none, ...(values ?? named.filter((value) => typeof value === "string"))];
  }
  const instants = named.filter((value) => typeof value === "number");
  return [...none, Number(ordinaryValue(fact)), ...instants.flatMap((at) => [at, at - DAY, at + DAY])];
}

/** The texts and instants that a node names. */
function ownValues(node: Expr): readonly (boolean | string | number)[] {
  if (node.kind === "literal") return [node.value];
  return node.kind === "in" ? node.list : [];
}
