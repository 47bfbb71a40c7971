import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { featuresOf } from "../../packages/core/src/terms/axes/model/features.ts";
import { rowOf, scoresOf } from "../../packages/core/src/terms/axes/model/linear.ts";
import { unpack } from "../../packages/core/src/terms/axes/model/unpack.ts";
import { groupFolds } from "./folds.ts";
import { learnCases } from "./learn-cases.ts";
import { bestThreshold, f1, macroF1 } from "./measures.ts";
import { exactScores, pack } from "./pack.ts";

const CASES = [
  { title: "They sell data", polarity: "bad" },
  { title: "You can delete data", polarity: "good" },
] as const;
const QUOTES = [
  ["We sell your data to brokers", 0],
  ["Your data may be sold to others", 0],
  ["Brokers buy your data from us", 0],
  ["You can delete your account and data", 1],
  ["Ask us to delete your data", 1],
  ["Deletion of your account is possible", 1],
] as const;

describe("training", () => {
  const quotes = QUOTES.map(([text, which]) => ({ title: CASES[which].title, features: featuresOf(text) }));

  it("tells clauses apart, before and after packing", () => {
    const trained = learnCases(quotes, CASES);
    const model = unpack(pack(trained, 1000));
    for (const [text, which] of [
      ["they sell it to brokers", 0],
      ["delete the account", 1],
    ] as const) {
      const row = rowOf(trained.vocabulary, featuresOf(text));
      const exact = exactScores(trained, row);
      const packed = scoresOf(model, rowOf(model.vocabulary, featuresOf(text)));
      expect(exact[which]).toBeGreaterThan(exact[1 - which] ?? 0);
      packed.forEach((score, head) => {
        expect(Math.abs(score - (exact[head] ?? 0))).toBeLessThan(0.05);
      });
    }
  });

  it("gives the same bytes again, and fewer if told to", () => {
    const bytes = pack(learnCases(quotes, CASES), 1000);
    expect(pack(learnCases(quotes, CASES), 1000)).toEqual(bytes);
    expect(pack(learnCases(quotes, CASES, 20), 10).length).toBeLessThan(bytes.length);
    expect(unpack(pack(learnCases(quotes, CASES, 20), 10)).vocabulary.numbers.size).toBe(20);
  });
});

describe("folds", () => {
  it("never part a group, and are as even as the groups allow", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }).map(String), { minLength: 1 }), (groups) => {
        const folds = groupFolds(groups, 5);
        expect(new Set(groups.map((group, at) => `${group} ${folds[at]}`)).size).toBe(new Set(groups).size);
        const sizes = [0, 1, 2, 3, 4].map((fold) => folds.filter((one) => one === fold).length);
        const largest = Math.max(...groups.map((group) => groups.filter((one) => one === group).length));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest);
      }),
    );
  });
});

describe("measures", () => {
  it("count as in the books", () => {
    expect(f1([true, true, false, false], [true, false, true, false])).toBe(0.5);
    expect(f1([false], [false])).toBe(0);
    expect(macroF1(["a", "b"], ["a", "a", "b"], ["a", "b", "b"])).toBeCloseTo(2 / 3, 12);
  });

  it("find the threshold with the best F1", () => {
    const scores = [0.9, 0.8, 0.3, 0.2];
    const truth = [true, true, false, true];
    const threshold = bestThreshold(scores, truth);
    const at = (cut: number): number =>
      f1(
        truth,
        scores.map((score) => score >= cut),
      );
    for (const cut of scores) expect(at(threshold)).toBeGreaterThanOrEqual(at(cut));
  });
});
