/** Laws of a change: nothing from nothing, nothing lost, and impact never falls where more is taken. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AXES, type Axis, type AxisFact } from "../src/terms/axes/axis.ts";
import { clocksOf } from "../src/terms/change/clocks.ts";
import { compareFacts } from "../src/terms/change/compare.ts";
import { directionOf } from "../src/terms/change/direction.ts";
import { impactOf } from "../src/terms/change/impact.ts";
import { orderOfPeriods } from "../src/terms/change/period-order.ts";
import { regulationsOf } from "../src/terms/change/regulations.ts";
import { type Summed, summaryOf } from "../src/terms/change/summary.ts";
import type { Version } from "../src/terms/document.ts";
import type { Succession } from "../src/terms/provisions/provision.ts";
import { factOf, provisionOf } from "./terms-facts.ts";

const PERIOD = fc.oneof(
  fc.integer({ min: 1, max: 4000 }).map((days) => `P${days}D`),
  fc.integer({ min: 1, max: 60 }).map((months) => `P${months}M`),
  fc.integer({ min: 1, max: 20 }).map((years) => `P${years}Y`),
  fc.constantFrom("as-long-as-needed", "indefinite"),
);
const VALUES = fc.dictionary(
  fc.constantFrom("use", "data", "who", "period", "form", "copy", "what", "with", "promised"),
  fc.oneof(PERIOD, fc.constantFrom("permitted", "not-permitted", "consumers", "opt-out", "feedback")),
  { maxKeys: 4 },
);
const FACT: fc.Arbitrary<AxisFact> = fc
  .tuple(fc.constantFrom(...AXES), VALUES, fc.integer({ min: 0, max: 6 }), fc.nat(1000))
  .map(([axis, values, number, start]) => factOf(axis, values, { provision: `p-${number}`, start }));
const FACTS = fc.array(FACT, { maxLength: 25 });
const LINEAGE: readonly Succession[] = [0, 1, 2].map((number) => ({
  fate: "reworded",
  before: [provisionOf(`p-${number}`)],
  after: [provisionOf(`p-${(number + 1) % 3}`)],
  confidence: 0.8,
}));

describe("compare", () => {
  it("finds nothing between a version and itself, in any order", () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        expect(compareFacts(facts, [...facts].reverse(), LINEAGE)).toEqual([]);
      }),
    );
  });

  it("tells every fact of one side alone exactly once", () => {
    fc.assert(
      fc.property(FACTS, FACTS, (before, after) => {
        const changes = compareFacts(before, after, LINEAGE);
        const [from, to] = [before.map(keyOf), after.map(keyOf)];
        const gone = [...new Set(from.filter((key) => !to.includes(key)))].sort();
        const come = [...new Set(to.filter((key) => !from.includes(key)))].sort();
        expect(changes.flatMap(({ before: fact }) => (fact ? [keyOf(fact)] : [])).sort()).toEqual(gone);
        expect(changes.flatMap(({ after: fact }) => (fact ? [keyOf(fact)] : [])).sort()).toEqual(come);
      }),
    );
  });

  it("hears nothing new from a model in a clause that did not change", () => {
    const still: Succession = {
      fate: "same",
      before: [provisionOf("p-1")],
      after: [provisionOf("p-1")],
      confidence: 1,
    };
    const model = factOf("sharing", { with: "partners" }, { provision: "p-1", basis: "model" });
    const rule = factOf("sharing", { with: "partners" }, { provision: "p-1", basis: "rule" });
    expect(compareFacts([], [model], [still])).toEqual([]);
    expect(compareFacts([], [rule], [still])).toHaveLength(1);
  });
});

describe("direction", () => {
  it("turns round when the versions are swapped", () => {
    const opposite = {
      worse: "better",
      better: "worse",
      neutral: "neutral",
      mixed: "mixed",
      undetermined: "undetermined",
    };
    fc.assert(
      fc.property(fc.constantFrom(...AXES), VALUES, VALUES, (axis, before, after) => {
        const { direction } = directionOf(axis, before, after);
        expect(directionOf(axis, after, before).direction).toBe(opposite[direction]);
      }),
    );
  });

  it("is of periods: one is longer exactly if the other is shorter", () => {
    const opposite = { longer: "shorter", shorter: "longer", same: "same", unknown: "unknown" };
    fc.assert(
      fc.property(PERIOD, PERIOD, (a, b) => {
        expect(orderOfPeriods(b, a)).toBe(opposite[orderOfPeriods(a, b)]);
      }),
    );
    expect(orderOfPeriods("P12M", "P1Y")).toBe("same");
    expect(orderOfPeriods("indefinite", "as-long-as-needed")).toBe("shorter");
  });
});

describe("impact", () => {
  it("does not fall when the new period is longer still", () => {
    fc.assert(
      fc.property(PERIOD, PERIOD, PERIOD, (from, short, long) => {
        fc.pre(orderOfPeriods(from, short) === "longer" && orderOfPeriods(short, long) === "longer");
        expect(scoreOf("retention", { period: from }, { period: long })).toBeGreaterThanOrEqual(
          scoreOf("retention", { period: from }, { period: short }),
        );
      }),
    );
  });

  it("does not fall when something else changes too, and stays within 0 and 100", () => {
    fc.assert(
      fc.property(FACTS, FACTS, FACTS, (before, after, more) => {
        const changes = compareFacts(before, after, []);
        const others = compareFacts([], more, []);
        const { score } = impactOf(changes, after);
        expect(impactOf([...changes, ...others], after).score).toBeGreaterThanOrEqual(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(score === 0).toBe(changes.length === 0);
      }),
    );
  });

  it("is the product of its parts", () => {
    fc.assert(
      fc.property(FACTS, FACTS, (before, after) => {
        const { score, parts } = impactOf(compareFacts(before, after, []), after);
        expect(score).toBeCloseTo(
          100 * parts.scope * parts.severity * parts.default * parts.reversibility,
          0,
        );
      }),
    );
  });

  it("is less with an opt-out than without a choice, and less still with an opt-in", () => {
    const training = (unless: string): number =>
      scoreOf("training-use", undefined, { use: "permitted", data: "conversations", unless });
    expect(training("none")).toBeGreaterThan(training("opt-out"));
    expect(training("opt-out")).toBeGreaterThan(training("opt-in"));
  });
});

describe("clocks", () => {
  const dated = (at: number, text: string, isUpgrade = false): Version => ({
    id: `v${at}`,
    at,
    text,
    isUpgrade,
  });
  const [first, second] = ["Updated: 1 May 2025\n\nWe keep it.", "Updated: 1 May 2025\n\nWe keep it longer."];

  it("sees text that moved under an unmoved date", () => {
    expect(clocksOf(dated(1, first), dated(2, second)).isSilent).toBe(true);
    expect(clocksOf(dated(1, first), dated(2, first)).isSilent).toBe(false);
    expect(clocksOf(dated(1, first), dated(2, second.replace("1 May", "2 May"))).isSilent).toBe(false);
    expect(clocksOf(dated(1, first), dated(2, second, true)).isSilent).toBe(false);
    expect(clocksOf(dated(1, "We keep it."), dated(2, "We keep it longer.")).isSilent).toBe(false);
  });

  it("reads any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.string({ maxLength: 300 }), (a, b) => {
        expect(clocksOf(dated(1, a), dated(2, b)).firstSeen).toBe(2);
      }),
    );
  });
});

describe("summary", () => {
  it("has a title shorter than 140 characters, and quotes every fact", () => {
    fc.assert(
      fc.property(FACTS, FACTS, fc.string({ minLength: 1, maxLength: 80 }), (before, after, service) => {
        const changes = compareFacts(before, after, LINEAGE);
        const text = summaryOf(summed(changes, service));
        expect(text.split("\n", 1)[0]?.length).toBeLessThan(140);
        expect(
          text
            .split("\n")
            .slice(1)
            .filter((line) => line.startsWith("- ")),
        ).toHaveLength(changes.length);
      }),
    );
  });

  it("says nothing where there is no fact", () => {
    expect(summaryOf(summed([], "Example"))).toBe(
      "Example: the text changed in 3 provisions; nothing on an axis\n\n" +
        "the text changed in 3 provisions; nothing that is read on an axis differs.\nFirst seen on 1970-01-01.",
    );
  });

  it("says the change in words", () => {
    const before = [factOf("retention", { copy: "conversations", period: "P30D" })];
    const after = [factOf("retention", { copy: "conversations", period: "P5Y" })];
    const title = summaryOf(summed(compareFacts(before, after, []), "Example")).split("\n", 1)[0];
    expect(title).toBe("Example keeps conversations for 5 years");
  });
});

describe("regulations", () => {
  it("names a rule of the Union and of the United Kingdom or the United States for the heavy axes", () => {
    for (const axis of ["training-use", "choice", "retention", "sharing", "deletion", "children"] as const) {
      const found = regulationsOf(compareFacts([], [factOf(axis, {})], []));
      const where = new Set(found.map(({ jurisdiction }) => jurisdiction));
      expect([...where], axis).toEqual(expect.arrayContaining(["EU", "UK", "US-CA"]));
      expect(new Set(found.map(({ provision }) => provision)).size).toBe(found.length);
    }
  });

  it("tells a rule on conversations only where they are meant", () => {
    const of = (data: string): readonly string[] =>
      regulationsOf(compareFacts([], [factOf("training-use", { data })], [])).map(
        ({ provision }) => provision,
      );
    expect(of("conversations")).toContain("GDPR Art. 9(1)");
    expect(of("usage")).not.toContain("GDPR Art. 9(1)");
  });
});

function scoreOf(axis: Axis, before: AxisFact["values"] | undefined, after: AxisFact["values"]): number {
  const [from, to] = [before === undefined ? [] : [factOf(axis, before)], [factOf(axis, after)]];
  return impactOf(compareFacts(from, to, []), to).score;
}

function summed(changes: Summed["changes"], service: string): Summed {
  return {
    document: { service, type: "Terms of Service" },
    before: { id: "v0", at: 0 },
    after: { id: "v1", at: 0 },
    changes,
    direction: "neutral",
    impact: impactOf(changes, []),
    regulations: [],
    clocks: { firstSeen: 0, stated: undefined, inForce: undefined, isSilent: false },
    notice: undefined,
    provisions: { same: 9, reworded: 2, added: 1 },
  };
}

function keyOf({ axis, values }: AxisFact): string {
  return `${axis} ${JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}
