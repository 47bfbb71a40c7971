/** Laws of the comparison, for every pair of policies: nothing is missed, nothing is made up. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryPolicy, arbitrarySlots, FEW_FACTS } from "../../../test/generate-policy.ts";
import type { Purpose } from "../../events/event.ts";
import type { Slot } from "../../facts/facts.ts";
import { FACT_INDEX } from "../../facts/vocabulary.ts";
import type { Expr } from "../expr.ts";
import { factsOf } from "../expr.ts";
import type { Policy } from "../policy.ts";
import { truthOf } from "../spec/evaluate.ts";
import { Comparison } from "./comparison.ts";
import { diff } from "./diff.ts";
import type { Condition, KeepSide, PolicyDiff, UseSide } from "./policy-diff.ts";
import { comparable, governs, keepSides, keyOf, useSide } from "./sides.ts";

type Changes = Pick<PolicyDiff, "targets" | "uses" | "keeps">;

const LIMIT = 300_000;
const policy = arbitraryPolicy({ facts: FEW_FACTS });
/** Often alike, so that there is something between all and nothing to find. */
const pair = fc
  .tuple(policy, policy, fc.boolean(), fc.nat(4))
  .map(([a, b, alike, drop]): readonly [Policy, Policy] => {
    if (!alike) return [a, { ...b, purposes: b.purposes }];
    return [a, { ...a, rules: a.rules.filter((_, index) => index !== drop), clocks: b.clocks }];
  });

function changesOf(a: Policy, b: Policy): Changes {
  return new Comparison(a, b, { limit: LIMIT, histories: false }).changes(purposesOf(a, b));
}

function purposesOf(a: Policy, b: Policy): readonly Purpose[] {
  return [...new Set([...a.purposes, ...b.purposes])];
}

function has(sides: readonly (UseSide | KeepSide)[], side: UseSide | KeepSide): boolean {
  return sides.some((one) => keyOf(one) === keyOf(side));
}

/** Whether the facts may be of the class, and are where all that its condition asks for is known. */
function fits(condition: Condition, unknown: boolean, slots: readonly Slot[]): boolean {
  if (unknown || condition.when === undefined) return true;
  const isKnown = factsOf(condition.when).every((name) => slots[FACT_INDEX[name]] !== undefined);
  return isKnown ? truthOf(condition.when, slots) === true : truthOf(condition.when, slots) !== false;
}

function keysOf(sides: readonly KeepSide[]): readonly string[] {
  return sides.map(keyOf);
}

/** What differs for these facts and no statement tells of. */
function missed(a: Policy, b: Policy, changes: Changes, slots: readonly Slot[]): readonly string[] {
  const found: string[] = [];
  const [before, after] = [governs(a, slots), governs(b, slots)];
  if (before !== after) {
    const isTold = changes.targets.some(
      (one) => one.before === before && one.after === after && fits(one, one.unknown, slots),
    );
    if (!isTold) found.push("target");
  }
  if (!comparable(before, after)) return found;
  for (const purpose of purposesOf(a, b)) {
    for (const scope of ["conversation", "item"] as const) {
      const sides = (item: boolean): readonly [UseSide, UseSide] => [
        useSide(a, purpose, slots, item),
        useSide(b, purpose, slots, item),
      ];
      const [x, y] = sides(scope === "item");
      if (keyOf(x) === keyOf(y)) continue;
      const [wholeX, wholeY] = sides(false);
      const goesAlong = keyOf(x) === keyOf(wholeX) && keyOf(y) === keyOf(wholeY);
      const isTold = changes.uses.some((one) => {
        const told = has(one.before, x) && has(one.after, y);
        return (
          told &&
          one.on.some(
            (on) =>
              on.purpose === purpose &&
              on.scope === (goesAlong ? "conversation" : scope) &&
              fits(on, one.unknown, slots),
          )
        );
      });
      // With unknown facts, statements tell of effects and not of every reason.
      const byEffect = changes.uses.some(
        (one) =>
          one.before[0]?.effect === x.effect &&
          one.after[0]?.effect === y.effect &&
          one.on.some((on) => on.purpose === purpose),
      );
      const isOpen = slots.includes(undefined);
      if (!isTold && !(isOpen && byEffect)) found.push(`${purpose} ${scope}: ${keyOf(x)} -> ${keyOf(y)}`);
    }
  }
  for (const copy of new Set([...a.clocks, ...b.clocks].map((clock) => clock.copy))) {
    const [x, y] = [keepSides(a, copy, slots), keepSides(b, copy, slots)];
    const gone = x.filter((side) => !keysOf(y).includes(keyOf(side)));
    const come = y.filter((side) => !keysOf(x).includes(keyOf(side)));
    if (gone.length + come.length === 0) continue;
    const isTold = changes.keeps.some(
      (one) =>
        one.copy === copy &&
        gone.every((side) => has(one.before, side)) &&
        come.every((side) => has(one.after, side)) &&
        fits(one, one.unknown, slots),
    );
    if (!isTold) found.push(copy);
  }
  return found;
}

describe("comparing two policies", () => {
  it("tells of whatever differs, for any facts, known or not", () => {
    let differed = 0;
    fc.assert(
      fc.property(
        pair,
        fc.array(fc.oneof(arbitrarySlots(), arbitrarySlots({ known: true })), {
          minLength: 30,
          maxLength: 30,
        }),
        ([a, b], facts) => {
          const changes = changesOf(a, b);
          for (const slots of facts) expect(missed(a, b, changes, slots)).toEqual([]);
          differed += changes.uses.length + changes.keeps.length;
        },
      ),
      { numRuns: 100 },
    );
    expect(differed).toBeGreaterThan(100);
  });

  it("shows every change by facts for which the two really differ so", () => {
    let shown = 0;
    let unshown = 0;
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const changes = changesOf(a, b);
        for (const { before, after, on, witness, unknown } of changes.uses) {
          if (witness === undefined) unshown += 1;
          if (witness === undefined) continue;
          shown += 1;
          const isSo = on.some(({ purpose, scope }) => {
            const [x, y] = [a, b].map((one) => useSide(one, purpose, witness, scope === "item"));
            return (
              x !== undefined && y !== undefined && has(before, x) && has(after, y) && keyOf(x) !== keyOf(y)
            );
          });
          expect(isSo).toBe(true);
          expect(witness.includes(undefined)).toBe(unknown);
          expect(on.some((one) => fits(one, unknown, witness))).toBe(true);
        }
        for (const { copy, witness } of changes.keeps) {
          if (witness === undefined) unshown += 1;
          if (witness === undefined) continue;
          shown += 1;
          expect(keysOf(keepSides(a, copy, witness))).not.toEqual(keysOf(keepSides(b, copy, witness)));
        }
        for (const { before, after, witness } of changes.targets) {
          if (witness === undefined) unshown += 1;
          if (witness === undefined) continue;
          expect([governs(a, witness), governs(b, witness)]).toEqual([before, after]);
        }
      }),
      { numRuns: 100 },
    );
    expect(shown).toBeGreaterThan(100);
    // Where neither a proof nor an example is found, the statement says so; that is to be rare.
    expect(unshown).toBeLessThan(shown / 20);
  });

  it("proves a policy equal to itself, and to what means the same", () => {
    fc.assert(
      fc.property(policy, (one) => {
        expect(diff(one, one).verdict).toBe("equal");
        expect(diff(one, rewritten(one)).verdict).toBe("equal");
      }),
      { numRuns: 100 },
    );
  });

  it("says that it cannot tell where diagrams are too large, and then shows what a search finds", () => {
    let shown = 0;
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const found = diff(a, b, { limit: 4 });
        // A policy that asks for nothing needs no diagrams.
        if (found.verdict !== "undecided") return;
        for (const { before, after, on, witness, unknown } of found.uses) {
          expect([witness === undefined, unknown]).toEqual([false, false]);
          const isSo = on.some(({ purpose, scope }) => {
            const [x, y] = [a, b].map((given) => useSide(given, purpose, witness ?? [], scope === "item"));
            return x !== undefined && y !== undefined && has(before, x) && has(after, y);
          });
          expect(isSo).toBe(true);
          shown += 1;
        }
      }),
      { numRuns: 20 },
    );
    expect(shown).toBeGreaterThan(0);
    const one = fc.sample(policy, { numRuns: 40, seed: 1 }).find(({ rules }) => rules.length > 3);
    if (one === undefined) throw new Error("a policy with rules");
    expect(diff(one, rewritten(one), { limit: 4 }).verdict).toBe("undecided");
  });
});

/** The same in other words: De Morgan's, a conditional, names written out, comparisons turned round. */
function rewritten(given: Policy): Policy {
  const when = (expr: Expr | undefined): Expr | undefined =>
    expr === undefined ? undefined : otherwise(expr);
  return {
    ...given,
    target: when(given.target),
    rules: given.rules.map((rule) => ({ ...rule, when: when(rule.when), covers: when(rule.covers) })),
    clocks: given.clocks
      .map((clock) => ({ ...clock, id: `other-${clock.id}`, when: when(clock.when) }))
      .reverse(),
  };
}

const TURNED = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function otherwise(expr: Expr): Expr {
  const not = (operand: Expr): Expr => ({ kind: "not", operand });
  switch (expr.kind) {
    case "and":
      return not({ kind: "or", left: not(otherwise(expr.right)), right: not(otherwise(expr.left)) });
    case "or":
      return not({ kind: "and", left: not(otherwise(expr.right)), right: not(otherwise(expr.left)) });
    case "not":
      return not(otherwise(expr.operand));
    case "compare":
      return { ...expr, op: TURNED[expr.op], left: expr.right, right: expr.left };
    case "defined":
      return expr.body;
    default:
      return expr;
  }
}
