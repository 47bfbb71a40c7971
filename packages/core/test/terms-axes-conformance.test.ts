import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AXES, type AxisFact } from "../src/terms/axes/axis.ts";
import { axisFacts } from "../src/terms/axes/facts.ts";
import { AXIS_VALUES } from "../src/terms/axes/values.ts";
import { split } from "../src/terms/provisions/split.ts";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly facts: readonly Pick<AxisFact, "axis" | "values">[];
  readonly none: readonly string[];
}

const FOLDER = new URL("../../../conformance/terms/axes/", import.meta.url);

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".json"))) {
  const { cases } = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as { cases: readonly Case[] };
  describe(file, () => {
    test.each(cases)("$name", ({ text, facts, none }) => {
      const found = axisFacts(text, split(text));
      const named = found.map(({ axis, values }) => ({ axis, values }));
      for (const { axis, values } of facts) {
        expect(named).toContainEqual({ axis, values: expect.objectContaining(values) });
      }
      expect(named.filter(({ axis }) => none.includes(axis))).toEqual([]);
      for (const fact of found) expectClosed(text, fact);
    });
  });
}

/** The quote stands where it says, and every value is one that the axis knows. */
function expectClosed(text: string, fact: AxisFact): void {
  expect(text.slice(fact.start, fact.end)).toBe(fact.quote);
  expect(fact.quote.trim()).not.toBe("");
  expect(AXES).toContain(fact.axis);
  for (const [field, value] of Object.entries(fact.values)) {
    const set = AXIS_VALUES[fact.axis][field];
    expect(set, `${fact.axis}.${field}`).toBeDefined();
    if (set?.of === "words") expect(set.words).toContain(value);
    if (set?.of === "period" && !set.words.includes(String(value))) {
      expect(value).toMatch(/^P(?:T\d+H|\d+[DMY])$/);
    }
    if (set?.of === "day") expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
}
