import fc from "fast-check";
import { expect, it } from "vitest";
import { FACT_INDEX, FACT_NAMES } from "../facts/vocabulary.ts";
import type { Compare, Expr } from "../policy/expr.ts";
import { addPeriod, parsePeriod } from "../policy/period.ts";
import { evaluate } from "../policy/spec/evaluate.ts";
import { turnsWithin } from "./turns.ts";

const START = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const fact = { kind: "fact", name: "conversation.createdAt" } as const;
const now = { kind: "fact", name: "query.at" } as const;

const createdAt = fc.integer({ min: START, max: START + 400 * DAY });
const period = fc.constantFrom("P1M", "P6M", "P1Y", "P30D", "PT72H");
const op = fc.constantFrom("<" as const, "<=" as const);

function at(comparison: Compare, created: number, when: number): unknown {
  const slots = FACT_NAMES.map((): number | undefined => undefined);
  slots[FACT_INDEX["conversation.createdAt"]] = created;
  slots[FACT_INDEX["query.at"]] = when;
  return evaluate(comparison, slots);
}

it("finds the very millisecond at which a period of a fact, or one counted back from now, ends", () => {
  fc.assert(
    fc.property(
      createdAt,
      period,
      op,
      fc.boolean(),
      fc.boolean(),
      (created, length, order, isBack, isLeft) => {
        const base: Expr = isBack ? now : fact;
        const shifted: Expr = { kind: "shift", base, sign: isBack ? -1 : 1, period: length };
        const other: Expr = isBack ? fact : now;
        const [left, right] = isLeft ? [shifted, other] : [other, shifted];
        const comparison: Compare = { kind: "compare", op: order, left, right };
        const slots = FACT_NAMES.map((): number | undefined => undefined);
        slots[FACT_INDEX["conversation.createdAt"]] = created;
        const [from, to] = [created, addPeriod(created, parsePeriod("P3Y"), 1)];
        const turns = turnsWithin([comparison], slots, from, to);
        expect(turns).toHaveLength(1);
        const [turn = Number.NaN] = turns;
        expect(at(comparison, created, turn - 1)).not.toBe(at(comparison, created, turn));
        expect(at(comparison, created, from)).toBe(at(comparison, created, turn - 1));
        expect(at(comparison, created, to)).toBe(at(comparison, created, turn));
        expect(turnsWithin([comparison], slots, turn, to)).toEqual([]);
        expect(turnsWithin([comparison], slots, from, turn - 1)).toEqual([]);
        expect(turnsWithin([comparison], slots, turn - 1, turn)).toEqual([turn]);
      },
    ),
    { numRuns: 300 },
  );
});

it("finds nothing where the fact is not known, or is none", () => {
  const comparison: Compare = { kind: "compare", op: "<", left: now, right: fact };
  for (const value of [undefined, null]) {
    const slots = FACT_NAMES.map((): null | undefined => value);
    expect(turnsWithin([comparison], slots, START, START + 400 * DAY)).toEqual([]);
  }
});
