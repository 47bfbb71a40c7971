/** Witnesses of random conditions: what is found holds, and what is proved impossible never does. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryExpr, arbitrarySlots, FEW_FACTS, INSTANTS } from "../../../test/generate-expr.ts";
import type { Slot } from "../../facts/facts.ts";
import { FACT_INDEX, type FactName } from "../../facts/vocabulary.ts";
import type { Atom } from "../atoms.ts";
import { parseCondition } from "../cel.ts";
import { truthOf } from "../spec/evaluate.ts";
import { Worlds } from "../worlds.ts";
import { instantsOf } from "./instants.ts";
import { movedBy, pointOf } from "./point.ts";
import { boundsOf } from "./shift-bounds.ts";
import { textsOf } from "./texts.ts";
import { neverTogether } from "./theory.ts";
import { type Witness, Witnesses } from "./witness.ts";

const condition = arbitraryExpr("bool", { facts: FEW_FACTS });
const facts = fc.array(arbitrarySlots(), { minLength: 40, maxLength: 40 });

function witnessOf(text: string, { unknowns = false } = {}): Witness {
  const expr = parseCondition(text);
  const worlds = new Worlds(100_000, { unknowns });
  const where = worlds.read(expr)?.yes ?? 0;
  return new Witnesses(worlds).find(where, (slots) => truthOf(expr, slots) === true);
}

function slotOf(witness: Witness, name: FactName): Slot {
  return typeof witness === "string" ? undefined : witness.slots[FACT_INDEX[name]];
}

describe("witnesses", () => {
  it("shows that a condition can hold, or proves that it cannot", () => {
    const counts = { found: 0, proved: 0, lost: 0 };
    fc.assert(
      fc.property(condition, facts, (expr, tried) => {
        const worlds = new Worlds(100_000, { unknowns: true });
        const pair = worlds.read(expr);
        expect(pair).toBeDefined();
        const witness = new Witnesses(worlds).find(pair?.yes ?? 0, (slots) => truthOf(expr, slots) === true);
        if (witness === "not found") {
          counts.lost += 1;
        } else if (witness === "none") {
          counts.proved += 1;
          for (const slots of tried) expect(truthOf(expr, slots)).not.toBe(true);
        } else {
          counts.found += 1;
          expect(truthOf(expr, witness.slots)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(counts.found).toBeGreaterThan(300);
    expect(counts.proved).toBeGreaterThan(10);
    expect(counts.lost).toBeLessThan(20);
  });

  it("takes as little out of the ordinary as the condition asks for", () => {
    const witness = witnessOf('has(feedback.at) || training.choice == "granted" && account.minor');
    expect(slotOf(witness, "account.minor")).toBe(false);
    expect([slotOf(witness, "feedback.at"), slotOf(witness, "training.choice")]).toEqual([
      Date.UTC(2025, 10, 13),
      "none",
    ]);
  });

  it.each([
    ["a month's end", 'feedback.at + period("P1M") == review.at + period("P1M") && feedback.at != review.at'],
    [
      "a leap day",
      'feedback.at + period("P1Y") == timestamp("2025-02-28") && feedback.at > timestamp("2024-02-28")',
    ],
    [
      "a chain of bounds",
      'account.signedUpAt > query.at && conversation.createdAt > account.signedUpAt && item.at == conversation.createdAt + period("P1D")',
    ],
    ["unlike texts", 'account.plan != account.region && account.plan != "free" && account.region == "free"'],
  ])("finds %s", (_, text) => {
    expect(typeof witnessOf(text)).toBe("object");
  });

  it.each([
    ["a period that leads nowhere but ahead", 'feedback.at + period("P1M") <= feedback.at'],
    ["bounds that leave nothing between", 'review.at > query.at && review.at < query.at + period("PT0H")'],
    [
      "a longer period within a shorter one",
      'query.at >= feedback.at + period("P10Y") && query.at < feedback.at + period("P5Y")',
    ],
    ["a ring", "item.at < query.at && query.at < conversation.createdAt && conversation.createdAt < item.at"],
    [
      "texts that are equal to two",
      'account.plan == account.region && account.plan == "free" && account.region == "pro"',
    ],
  ])("proves %s impossible", (_, text) => {
    expect(witnessOf(text)).toBe("none");
  });
});

describe("the laws of instants and texts", () => {
  it("contradict no facts that there are", () => {
    let asked = 0;
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 2, maxLength: 4 }),
        arbitrarySlots({ known: true }),
        (all, slots) => {
          const worlds = new Worlds(100_000);
          for (const one of all) worlds.read(one);
          const path = pathOf(worlds.meanings, slots);
          const point = pointOf(path, worlds.meanings);
          const isThere = (fact: FactName): boolean => slots[FACT_INDEX[fact]] !== null;
          asked += path.size;
          expect(instantsOf(point, isThere)).not.toHaveProperty("conflict");
          expect(textsOf(point, isThere)).not.toHaveProperty("conflict");
          for (const never of neverTogether(worlds.meanings)) {
            const isSaid = [...never.keys()].every((variable) => isAbout(worlds.meanings[variable], isThere));
            if (isSaid)
              expect([...never].every(([variable, value]) => path.get(variable) === value)).toBe(false);
          }
        },
      ),
      { numRuns: 1_000 },
    );
    expect(asked).toBeGreaterThan(2_000);
  });

  it("keep every period within its bounds", () => {
    const period = fc.constantFrom("P1M", "P13M", "P1Y", "P4Y", "P30D", "PT1H", "P1M1D");
    const at = fc.oneof(
      fc.constantFrom(...INSTANTS),
      fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2400, 0, 1) }),
    );
    fc.assert(
      fc.property(
        at,
        fc.array(fc.record({ sign: fc.constantFrom<1 | -1>(1, -1), period }), { maxLength: 3 }),
        (start, moves) => {
          const { least, most } = boundsOf(moves);
          const moved = movedBy(start, moves) - start;
          expect(moved).toBeGreaterThanOrEqual(least);
          expect(moved).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

/** What facts say of atoms, where they say anything. */
function pathOf(meanings: readonly Atom[], slots: readonly Slot[]): ReadonlyMap<number, boolean> {
  const path = new Map<number, boolean>();
  const termOf = ({ fact, literal, moves }: Extract<Atom, { left: unknown }>["left"]): Slot => {
    const slot = fact === undefined ? literal : slots[FACT_INDEX[fact]];
    return typeof slot === "number" ? movedBy(slot, moves) : slot;
  };
  for (const [variable, atom] of meanings.entries()) {
    if (!("left" in atom)) {
      const slot = slots[FACT_INDEX[atom.fact]];
      const value = { known: true, has: slot !== null, holds: slot === true, text: false }[atom.kind];
      path.set(variable, atom.kind === "text" ? slot === atom.text : value);
      continue;
    }
    const [left, right] = [termOf(atom.left), termOf(atom.right)];
    if (left === null || right === null) path.set(variable, false);
    else if (atom.kind === "less") path.set(variable, Number(left) < Number(right));
    else path.set(variable, left === right);
  }
  return path;
}

function isAbout(atom: Atom | undefined, isThere: (fact: FactName) => boolean): boolean {
  if (atom === undefined || !("left" in atom)) return true;
  return [atom.left.fact, atom.right.fact].every((fact) => fact === undefined || isThere(fact));
}
