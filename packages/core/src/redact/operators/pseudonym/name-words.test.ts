import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hmac } from "../../../wasm/hmac.ts";
import { BEGINNINGS, ENDS, MIDDLES } from "./name-syllables.ts";
import { NameWords } from "./name-words.ts";

const prf = hmac(new Uint8Array(32).fill(4));
const words = new NameWords(prf, "scope");

test("the syllables are as many as they say, and no end hides in another", () => {
  expect(BEGINNINGS).toHaveLength(16);
  for (const line of BEGINNINGS) {
    expect(new Set(line).size).toBe(16);
    expect(new Set(line.map((one) => one.charAt(0))).size).toBe(1);
  }
  expect(new Set(MIDDLES).size).toBe(64);
  expect(new Set(ENDS).size).toBe(64);
  for (const end of ENDS) expect(ENDS.filter((one) => one.endsWith(end))).toEqual([end]);
});

test("every word made is known again, in any case; its initial follows from the initial", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (word) => {
      const made = words.wordFor(word);
      expect(made).toMatch(/^[a-z]{6,13}$/);
      expect(words.isOwn(made)).toBe(true);
      expect(words.isOwn(made.toUpperCase())).toBe(true);
      expect(words.hasOwn(`x ${made}.`)).toBe(true);
      expect(words.wordFor(word.toUpperCase().toLowerCase())).toBe(words.wordFor(word.toUpperCase()));
    }),
  );
  expect(words.wordFor("Vera").charAt(0)).toBe(words.initialFor("V"));
  expect(words.wordFor("Viktor").charAt(0)).toBe(words.initialFor("V"));
  expect(words.wordFor("José")).toBe(words.wordFor("JOSE"));
});

test("words of another scope are not ours, but for one in sixteen", () => {
  const other = new NameWords(prf, "other");
  const made = Array.from({ length: 1600 }, (_, index) => other.wordFor(`name${index}`));
  const taken = made.filter((word) => words.isOwn(word)).length;
  expect(taken).toBeLessThan(200);
});

/** Real names and words of several languages, common and not, with ends like ours. */
const REAL =
  "david johnson maria muster beispiel lund hult gwyn broquist almkvist lindqvist bergstad halvorsen brandt " +
  "nygaard westgaard elmgrove greengrove sheffield springfield mansfield holbrand rosenlund bjorn sigurdsson " +
  "gwendolyn carolyn brooklyn madelyn meredith griffith wyndham sandwick berwick fitzwilliam longwell " +
  "skeletal understand kindergarten straightforward wonderland fjord westbury salisbury canterbury";

test("real names are not taken for ours", () => {
  for (const word of REAL.split(" ")) expect([word, words.isOwn(word)]).toEqual([word, false]);
});

const LISTS = ["nltk_female.txt", "nltk_male.txt"].map(
  (name) => new URL(`../../../../../../../shared/data/pii/names/${name}`, import.meta.url),
);

test.skipIf(!LISTS.every((list) => existsSync(list)))(
  "no first name of two long lists has our form, whatever the key (needs lists of names beside the checkout)",
  () => {
    const names = LISTS.flatMap((list) => readFileSync(list, "utf8").trim().split("\n"));
    expect(names.length).toBeGreaterThan(7000);
    // Sixteen scopes: each check lets one in sixteen of the form through.
    const scopes = Array.from({ length: 16 }, (_, index) => new NameWords(prf, `scope ${index}`));
    const taken = names.filter((name) => scopes.some((one) => one.isOwn(name.trim())));
    expect(taken).toEqual([]);
  },
);
