import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCounts, gapsBetween, newCounts, sharedOf } from "./count.ts";
import { evaluate } from "./evaluate.ts";
import type { LabelledSet } from "./labelled.ts";
import { labelsOf, parseLabels } from "./labels.ts";
import { scoreOf } from "./score.ts";

const PERSON = new Set(["PERSON"]);

function setOf(...documents: LabelledSet["documents"]): LabelledSet {
  return { name: "s", format: "f", documents, notes: [] };
}

describe("evaluate", () => {
  const set = setOf({
    id: "1",
    text: "Ann Lee met Bo in Rome on Monday",
    spans: [
      { start: 0, end: 7, label: "PER" },
      { start: 12, end: 14, label: "GIVENNAME" },
      { start: 18, end: 22, label: "GPE" },
    ],
  });

  it("tells exact from overlap, and counts neither unclaimed labels nor unmarked types", () => {
    const found = [
      { type: "PERSON", start: 0, end: 3 },
      { type: "PERSON", start: 12, end: 14 },
      { type: "PERSON", start: 26, end: 32 },
      { type: "EMAIL", start: 18, end: 22 },
    ];
    const result = evaluate(set, {
      labels: labelsOf(),
      claims: new Set(["PERSON", "EMAIL"]),
      find: () => found,
    });
    expect([...result.classes]).toEqual([
      [
        "PERSON",
        {
          gold: 2,
          found: 3,
          exact: 1,
          goldTouched: 2,
          foundTouching: 2,
          documents: 1,
          right: 0,
          clean: 0,
          alarmed: 0,
        },
      ],
    ]);
    expect(result.notClaimed).toEqual(new Map([["GPE", 1]]));
    expect(result.notMarked).toEqual(new Map([["EMAIL", 1]]));
    expect(result.clean).toEqual({ characters: 13, masked: 6 });
  });

  it("names each mistake", () => {
    const mistakes: string[] = [];
    evaluate(set, {
      labels: labelsOf(),
      claims: PERSON,
      find: () => [{ type: "PERSON", start: 26, end: 32 }],
      onMistake: ({ document, kind, start, end, type }) =>
        mistakes.push(`${kind} ${type} ${document.text.slice(start, end)}`),
    });
    expect(mistakes).toEqual(["missed PER Ann Lee", "missed GIVENNAME Bo", "wrong PERSON Monday"]);
  });

  it("measures a document only for what it is about", () => {
    const cases = setOf(
      { id: "1", text: "x", spans: [], about: ["PERSON"] },
      { id: "2", text: "y", spans: [], about: ["EMAIL"] },
    );
    const found = [{ type: "PERSON", start: 0, end: 1 }];
    const { classes } = evaluate(cases, { labels: labelsOf(), claims: PERSON, find: () => found });
    expect(classes.get("PERSON")).toMatchObject({ documents: 1, found: 1, clean: 1, alarmed: 1 });
  });

  it("lets the narrower class have a type that two marked classes take", () => {
    const secrets = setOf({
      id: "1",
      text: "abcdef",
      spans: [
        { start: 0, end: 3, label: "PASSWORD" },
        { start: 3, end: 6, label: "SECRET" },
      ],
    });
    const found = [{ type: "PASSWORD", start: 0, end: 3 }];
    const { classes } = evaluate(secrets, {
      labels: labelsOf(),
      claims: new Set(["PASSWORD"]),
      find: () => found,
    });
    expect(classes.get("PASSWORD")).toMatchObject({ gold: 1, exact: 1 });
    expect(classes.get("SECRET")).toMatchObject({ gold: 1, found: 0 });
  });
});

describe("labels", () => {
  it.each([
    ["person", "PERSON"],
    ["PER", "PERSON"],
    ["B_GIVEN-NAME", undefined],
    ["given name", "PERSON"],
    ["CREDIT_CARD", "CARD"],
    ["creditcardnumber", "CARD"],
    ["us-ssn", "US_SSN"],
    ["STREET_ADDRESS", "ADDRESS"],
    ["NRP", undefined],
  ])("%s is %s", (label, name) => expect(labelsOf().classOf(label)).toBe(name));

  it("takes classes from a file before its own", () => {
    const labels = parseLabels(
      "PERSON: { labels: [HUMAN] }\nBADGE: { labels: [NR], types: [ACCOUNT_NUMBER] }",
      "l",
    );
    expect(["HUMAN", "PER", "NR", "GPE"].map((one) => labels.classOf(one))).toEqual([
      "PERSON",
      undefined,
      "BADGE",
      "LOCATION",
    ]);
    expect(labels.answers("ACCOUNT_NUMBER")).toContain("BADGE");
  });

  it.each([
    ["- a", /table|record|object/],
    ["PERSON: { label: [x] }", /unrecognized/],
    ["a: [", /not yaml/i],
  ])("refuses %s", (text, message) => {
    expect(() => parseLabels(text, "labels.yaml")).toThrowError(
      expect.objectContaining({ code: "INPUT_MALFORMED", message: expect.stringMatching(message) }),
    );
  });
});

describe("counting", () => {
  const extent = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
    .map(([start, size]) => ({ start, end: start + size }));
  const extents = fc.array(extent, { maxLength: 8 });

  it("keeps its laws whatever is marked and found", () => {
    fc.assert(
      fc.property(extents, extents, (gold, found) => {
        const counts = newCounts();
        addCounts(counts, gold, found);
        expect(counts.exact).toBeLessThanOrEqual(Math.min(counts.goldTouched, counts.foundTouching));
        expect(counts.goldTouched).toBeLessThanOrEqual(gold.length);
        expect(counts.goldTouched === 0).toBe(counts.foundTouching === 0);
        const swapped = newCounts();
        addCounts(swapped, found, gold);
        expect([swapped.goldTouched, swapped.foundTouching]).toEqual([
          counts.foundTouching,
          counts.goldTouched,
        ]);
      }),
    );
  });

  it("finds everything exactly when the marks themselves are found", () => {
    fc.assert(
      fc.property(extents, (gold) => {
        const distinct = [...new Map(gold.map((one) => [`${one.start}:${one.end}`, one])).values()];
        const counts = newCounts();
        addCounts(counts, distinct, distinct);
        expect(counts).toMatchObject({ exact: distinct.length, right: 1 });
      }),
    );
  });

  it("finds every place outside of all spans, each once", () => {
    fc.assert(
      fc.property(extents, (spans) => {
        const inside = (at: number): boolean => spans.some(({ start, end }) => at >= start && at < end);
        const size = 80;
        const gaps = gapsBetween(spans, size).flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, index) => start + index),
        );
        expect(gaps).toEqual(Array.from({ length: size }, (_, at) => at).filter((at) => !inside(at)));
      }),
    );
  });

  it("shares nine tenths or not", () => {
    expect(sharedOf({ start: 0, end: 10 }, { start: 0, end: 9 })).toBeCloseTo(0.9);
    expect(sharedOf({ start: 0, end: 10 }, { start: 10, end: 12 })).toBe(0);
  });
});

describe("scores", () => {
  it.each([
    [[8, 10, 8, 16], { precision: 0.5, recall: 0.8, f1: 0.615, f2: 0.714 }],
    [[0, 10, 0, 0], { precision: undefined, recall: 0, f1: 0, f2: 0 }],
    [[0, 0, 0, 3], { precision: 0, recall: undefined, f1: undefined, f2: undefined }],
  ] as const)("%j", ([goldHit, gold, foundHit, found], wanted) => {
    const score = scoreOf(goldHit, gold, foundHit, found);
    const rounded = Object.entries(score).map(([name, value]) => [
      name,
      value === undefined ? undefined : Number(value.toFixed(3)),
    ]);
    expect(Object.fromEntries(rounded)).toEqual(wanted);
  });
});
