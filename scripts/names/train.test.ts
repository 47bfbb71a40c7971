/** What the trainer relies on: offsets, tables and sums. */
import { describe, expect, it } from "vitest";
import { FEATURES } from "../../packages/core/src/redact/names/features.ts";
import { LEX, Lexicon } from "../../packages/core/src/redact/names/lexicon.ts";
import { hashOf } from "../../packages/core/src/redact/names/word-set.ts";
import { buildLexicon } from "./build-lexicon.ts";
import { rejoined } from "./corpora.ts";
import { type Run, train } from "./crf.ts";
import type { WordLists } from "./packages.ts";
import { Random } from "./random.ts";
import { runsOf } from "./runs.ts";

const LISTS: WordLists = {
  cultures: new Map([["xx", { first: ["Zelda"], last: ["Özgün"], cities: [] }]]),
  censusFirst: ["Anna"],
  censusLast: ["Smith"],
  otherFirst: [],
  cities: [{ name: "Rostock", population: 200_000 }],
  countries: ["Chile"],
  english: ["house", "Anna"],
  frequent: new Map(),
  lemmas: ["garden"],
};

describe("the lexicon", () => {
  const lexicon = new Lexicon(buildLexicon(LISTS));

  it.each([
    ["anna", LEX.first],
    ["SMITH", LEX.last],
    ["Ozgun", LEX.last],
    ["rostock", LEX.place],
    ["Herr", LEX.title],
    ["xyzzy", 0],
  ])("knows %s", (word, code) => {
    expect(lexicon.codeOf(hashOf(word)) & (LEX.first | LEX.last | LEX.place | LEX.title)).toBe(code);
  });
});

describe("a sentence that is put together again", () => {
  it.each([
    ["Anna/B-PER Smith/I-PER 's/O dog/O", "Anna Smith's dog", ["Anna Smith"]],
    ["(/O Anna/B-PER )/O ,/O Bo/B-PER ./O", "(Anna), Bo.", ["Anna", "Bo"]],
    ["Anna/I-PER Bo/B-PER", "Anna Bo", ["Anna", "Bo"]],
    ["at/O Acme/B-corporation", "at Acme", ["Acme"]],
    ["iPad/B-product", "iPad", []],
  ])("%s", (tagged, text, names) => {
    const words = tagged.split(" ").map((one) => {
      const cut = one.lastIndexOf("/");
      return { text: one.slice(0, cut), tag: one.slice(cut + 1) };
    });
    const document = rejoined(words);
    expect(document.text).toBe(text);
    expect(document.spans.map((one) => text.slice(one.start, one.end))).toEqual(names);
  });
});

describe("the trainer", () => {
  const lexicon = new Lexicon(buildLexicon(LISTS));
  const settings = { epochs: 8, rate: 0.2, decay: 0, dropWord: 0, leastSeen: 1 };

  it("gives tags to the words that the tagger will see, by their offsets", () => {
    const [run] = runsOf(
      { text: "😀 ask Ünal Özgün", spans: [{ start: 7, end: 17, label: "PER" }] },
      lexicon,
      1,
    );
    expect([...(run?.tags ?? [])]).toEqual([1, 2]);
    expect(run?.features.length).toBe(2 * FEATURES);
  });

  it("learns what tells two tags apart, and the same for the same seed", () => {
    const run = (feature: number, tag: number): Run => ({
      features: Int32Array.from({ length: FEATURES }, (_, index) => (feature << 12) + (index << 18)),
      tags: Uint8Array.from([tag]),
      weight: 1,
    });
    const runs = [run(1, 1), run(2, 0), run(1, 1), run(2, 0)];
    const { weights } = train(runs, settings, new Random(3));
    const sum = (one: Run, tag: number): number =>
      one.features.reduce((total, feature) => total + (weights[(feature >>> 7) * 7 + tag] ?? 0), 0);
    expect(sum(run(1, 1), 1)).toBeGreaterThan(sum(run(1, 1), 0));
    expect(sum(run(2, 0), 0)).toBeGreaterThan(sum(run(2, 0), 1));
    expect(train(runs, settings, new Random(3)).weights).toEqual(weights);
  });
});
