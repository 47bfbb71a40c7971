/** Laws of splitting and following that hold for every text. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { anchor } from "../src/terms/provisions/anchor.ts";
import { follow } from "../src/terms/provisions/follow.ts";
import type { Provision } from "../src/terms/provisions/provision.ts";
import { split } from "../src/terms/provisions/split.ts";

const WORDS =
  `we you may not keep share delete train use chats data models days years 30 5 unless notice account
   service provider settings feedback safety review law court partner children consent opt out retention`.split(
    /\s+/,
  );
const word = fc.constantFrom(...WORDS);
const sentence = fc.array(word, { minLength: 5, maxLength: 14 }).map((words) => `${words.join(" ")}.`);
const heading = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(word, { minLength: 1, maxLength: 3 }))
  .map(([level, words]) => `${"#".repeat(level)} ${words.join(" ")}`);
const item = sentence.map((text) => `* ${text}`);
const terms = fc
  .array(fc.oneof({ weight: 4, arbitrary: sentence }, heading, item), { minLength: 1, maxLength: 25 })
  .map((blocks) => blocks.join("\n\n"));
/** Marks of Markdown in any order, to find what a splitter would trip over. */
const wild = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\n",
        "\n\n",
        "\r\n",
        "  \n",
        "# ",
        "* ",
        "1. ",
        "**",
        "__",
        "|",
        "---",
        "===",
        "> ",
        "4.1 ",
      ),
      fc.constantFrom("Foo", "bar.", "e.g.", "Inc.", "U.S.", "[a](b)", "你好。", "!", " ", "\t", "(a) "),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

it("splits without overlap, and every letter and digit is in one provision", () => {
  fc.assert(
    fc.property(fc.oneof(terms, wild), (markdown) => {
      let at = 0;
      const provisions = split(markdown);
      for (const { text, start, end } of provisions) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(text).toBe(markdown.slice(start, end));
        expect(text).toBe(text.trim());
        expect(text).not.toBe("");
        expect(markdown.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u);
        at = end;
      }
      expect(markdown.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
      expect(new Set(provisions.map(({ id }) => id)).size).toBe(provisions.length);
      for (const { id } of provisions) expect(id).toMatch(/^p-[0-9a-f]{12}$/);
    }),
    { numRuns: 500 },
  );
});

it("finds nothing changed between a text and itself", () => {
  fc.assert(
    fc.property(fc.oneof(terms, wild), (markdown) => {
      const provisions = split(markdown);
      const followed = follow(provisions, split(markdown));
      expect(followed.provisions).toEqual(provisions);
      expect(followed.succession.every(({ fate }) => fate === "same")).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it("puts every provision of both versions into exactly one succession, with ids of its own", () => {
  fc.assert(
    fc.property(terms, terms, (one, other) => {
      const [before, after] = [split(one), split(other)];
      const { provisions, succession } = follow(before, after);
      const places = (list: readonly Provision[]): readonly number[] =>
        list.map(({ start }) => start).sort((a, b) => a - b);
      expect(places(succession.flatMap((line) => line.before))).toEqual(places(before));
      expect(places(succession.flatMap((line) => line.after))).toEqual(places(after));
      expect(new Set(provisions.map(({ id }) => id)).size).toBe(after.length);
      for (const { fate, before: from, after: to, confidence } of succession) {
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect([from.length, to.length]).toEqual(SHAPES[fate]?.(from.length, to.length));
      }
    }),
    { numRuns: 200 },
  );
});

const SHAPES: Readonly<Record<string, (from: number, to: number) => readonly number[]>> = {
  same: () => [1, 1],
  moved: () => [1, 1],
  reworded: () => [1, 1],
  split: (_, to) => [1, Math.max(2, to)],
  merged: (from) => [Math.max(2, from), 1],
  added: () => [0, 1],
  removed: () => [1, 0],
};

it("does not depend on the order in which provisions are given", () => {
  const shuffled = terms.chain((markdown) => {
    const provisions = split(markdown);
    return fc.tuple(
      fc.constant(provisions),
      fc.shuffledSubarray([...provisions], { minLength: provisions.length, maxLength: provisions.length }),
    );
  });
  fc.assert(
    fc.property(shuffled, terms, ([provisions, mixed], other) => {
      expect(follow(mixed, split(other)).succession).toEqual(follow(provisions, split(other)).succession);
      const ids = new Map(follow(provisions, mixed).provisions.map(({ start, id }) => [start, id]));
      for (const { start, id } of provisions) expect(ids.get(start)).toBe(id);
    }),
    { numRuns: 100 },
  );
});

it("keeps the ids of a section that moved as a whole", () => {
  fc.assert(
    fc.property(fc.uniqueArray(sentence, { minLength: 2, maxLength: 8 }), (sentences) => {
      const section = `## Moving part\n\n${sentences.join("\n\n")}`;
      const rest =
        "# First\n\nHere stands the first chapter of it.\n\n# Second\n\nHere stands the second chapter of it.";
      const before = split(`${section}\n\n${rest}`);
      const { provisions } = follow(before, split(`${rest}\n\n${section}`));
      const idOf = (list: readonly Provision[], text: string): string | undefined =>
        list.find((one) => one.text === text)?.id;
      for (const text of sentences) expect(idOf(provisions, text)).toBe(idOf(before, text));
    }),
    { numRuns: 100 },
  );
});

it("hands an id down through five rewordings", () => {
  const neighbours =
    "# Head\n\nThe first neighbour says something of its own.\n\n@\n\nThe other neighbour closes the page.";
  const chain = [
    "We may use your chats to improve our services for everybody.",
    "We may use your chats and files to improve our services for everybody.",
    "We may use your chats and files to improve and secure our services.",
    "We will use your chats and files to improve and secure our products.",
    "We will use your conversations and files to improve and secure our products and models.",
    "Unless you object, we will use conversations and files to secure and train our models.",
  ];
  let provisions = split(neighbours.replace("@", chain[0] ?? ""));
  const idOf = (text: string): string | undefined => provisions.find((one) => one.text === text)?.id;
  const id = idOf(chain[0] ?? "");
  for (const text of chain.slice(1)) {
    provisions = follow(provisions, split(neighbours.replace("@", text))).provisions;
    expect(idOf(text), text).toBe(id);
  }
});

it("never gives the id of a clause that lives on to one with its former words", () => {
  const first = "We may use your chats to improve our services for everybody.";
  const second = "We may use your chats and files to improve our services for everybody.";
  const one = split(first);
  const two = follow(one, split(second)).provisions;
  const three = follow(two, split(`${second}\n\n${first}`)).provisions;
  expect(two.map(({ id }) => id)).toEqual(one.map(({ id }) => id));
  expect(three[0]?.id).toBe(one[0]?.id);
  expect(three[1]?.id).not.toBe(one[0]?.id);
});

it("anchors every provision exactly in the text it comes from, marked up or not", () => {
  fc.assert(
    fc.property(terms, (markdown) => {
      for (const { text } of split(markdown)) {
        expect(anchor(text, markdown)).toMatchObject({ is: "exact", confidence: 1 });
        const plain = text.replace(/^[#*]+ /, "").replace(/ /g, "  ");
        expect(anchor(plain, markdown)).toMatchObject({ is: "exact", confidence: 1 });
      }
    }),
    { numRuns: 100 },
  );
});

it("follows two thousand reworded clauses without comparing all with all", () => {
  const clause = (seed: number): string =>
    Array.from({ length: 20 }, (_, place) => WORDS[(seed * 7 + place * 13) % WORDS.length] ?? "").join(" ");
  const before = Array.from({ length: 2_000 }, (_, seed) => `clause n${seed}x k${seed}y ${clause(seed)}.`);
  const after = before.map((text, seed) => `${text.slice(0, -1)} added m${seed}z.`).toReversed();
  const { succession } = follow(split(before.join("\n\n")), split(after.join("\n\n")));
  expect(succession.filter(({ fate }) => fate === "reworded")).toHaveLength(2_000);
});
