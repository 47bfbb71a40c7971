/** The classifier that is shipped: laws on any text, and clauses that it has never seen. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AXES } from "../src/terms/axes/axis.ts";
import { classify } from "../src/terms/axes/model/classify.ts";
import { CASES } from "../src/terms/axes/model/data/cases.ts";
import { MARKS } from "../src/terms/axes/model/data/marks.ts";
import { TOPICS } from "../src/terms/axes/model/data/topics.ts";
import { modelFacts } from "../src/terms/axes/model/model-facts.ts";
import { axisOf } from "../src/terms/axes/model/topics.ts";
import type { Provision } from "../src/terms/provisions/provision.ts";

const DATA = join(import.meta.dirname, "../src/terms/axes/model/data");
const WORDS = [
  "we",
  "may",
  "not",
  "sell",
  "your",
  "data",
  "**notice**",
  "30",
  "|",
  "<b>",
  "court",
  "é",
  "\n",
];
const TEXT = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(" ")),
);

/** Paragraphs as provisions. */
function provisionsOf(markdown: string): readonly Provision[] {
  let start = 0;
  return markdown.split("\n\n").map((text, index) => {
    const from = start;
    start += text.length + 2;
    return {
      id: `p-${String(index).padStart(12, "0")}`,
      path: [],
      text,
      start: from,
      end: from + text.length,
    };
  });
}

describe("classify", () => {
  it.each([
    ["We will never sell your personal information to anybody.", "good", "sale"],
    ["You must be at least 13 years old to use the app.", "neutral", "minimum-age"],
    [
      "We may change these terms at any time in our sole discretion without notifying you.",
      "bad",
      "change-without-notice",
    ],
    ["Any dispute will be settled by binding individual arbitration instead of in court.", "bad", "disputes"],
    ["The app is provided as is, and you use it at your own risk.", "bad", "warranty-disclaimer"],
    ["You may ask us for a copy of your personal data or to erase it.", "good", "user-can-delete"],
  ])("%s", (text, polarity, topic) => {
    const said = classify(text);
    expect(said.polarity).toBe(polarity);
    expect(axisOf(said.cases[0]?.case ?? "")?.topic).toBe(topic);
  });

  it.each([
    ["We may terminate your account at any time, for any reason, without notice.", "ter"],
    ["In no event shall we be liable for any indirect, incidental or consequential damages.", "ltd"],
    ["We may amend these terms at any time by posting them here; continued use means acceptance.", "ch"],
  ])("marks as unfair: %s", (text, tag) => {
    const { unfair, categories } = classify(text);
    expect(unfair).toBeGreaterThan(0.5);
    expect(categories[tag]).toBeGreaterThan(0.5);
  });

  it("marks nothing in an ordinary sentence", () => {
    const { unfair, categories } = classify("You can find the settings page in the menu on the left.");
    expect(Math.max(unfair, ...Object.values(categories))).toBeLessThan(0.5);
  });

  it("says likelihoods, the same each time, of any text", () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const said = classify(text);
        expect(classify(text)).toEqual(said);
        expect(said.cases.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 9);
        for (const p of [said.unfair, ...Object.values(said.categories), ...said.cases.map((one) => one.p)]) {
          expect(p >= 0 && p <= 1).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("hears the same in Markdown, HTML and capitals", () => {
    const plain = classify("We will not share your data with third parties");
    expect(
      classify("We will NOT <b>share</b> your [data](https://example.org/x) with &nbsp;third **parties**"),
    ).toEqual(plain);
  });
});

describe("modelFacts", () => {
  const markdown = [
    "# Terms",
    "We do not sell your personal information to third parties.",
    "| We do not sell your personal information to third parties. | yes |",
    "The quick brown fox jumps over the lazy dog near the river.",
    "You must be at least 18 years old to use this service.",
  ].join("\n\n");

  it("tells topics with their quotes, and withholds rows of tables, headings and what fits nothing", () => {
    const facts = modelFacts(markdown, provisionsOf(markdown));
    expect(facts.map(({ axis, values, basis }) => [axis, values, basis])).toEqual([
      ["sharing", { topic: "sale" }, "model"],
      ["children", { topic: "minimum-age" }, "model"],
    ]);
    for (const { quote, start, end } of facts) expect(markdown.slice(start, end)).toBe(quote);
  });

  it("tells nothing about no provisions", () => {
    expect(modelFacts(markdown, [])).toEqual([]);
  });
});

describe("data", () => {
  it("has each kind once, on an axis that exists, and as the labels name it", () => {
    const kinds = TOPICS.flatMap((topic) => topic.kinds);
    const known = new Set([...CASES.map(([title]) => title), ...MARKS.map(({ name }) => name)]);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds.filter((kind) => !known.has(kind))).toEqual([]);
    expect(TOPICS.filter(({ axis }) => !(AXES as readonly string[]).includes(axis))).toEqual([]);
    expect(MARKS.filter(({ name }) => name !== "pinc" && axisOf(name) === undefined)).toEqual([]);
  });

  it("is smaller than 1.5 MB", () => {
    const size = readdirSync(DATA).reduce((sum, name) => sum + statSync(join(DATA, name)).size, 0);
    expect(size).toBeLessThan(1_500_000);
  });
});
