import { ProvisoError } from "@proviso/core";
import { describe, expect, it } from "vitest";
import { failures } from "../model-failed.ts";
import { readVocabulary, type Vocabulary } from "./vocabulary.ts";
import { wordPieces } from "./word-pieces.ts";

const WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "z", "zor", "##va", "##vath", "##th", "##s", "b"];

function vocabularyOf(words: readonly string[], end = "\n"): Vocabulary {
  return readVocabulary(words.map((word) => word + end).join(""), "vocab.txt", failures({}));
}

describe("a word is cut into the longest pieces", () => {
  it.each<[string, readonly string[]]>([
    ["zor", ["zor"]],
    ["zorvath", ["zor", "##vath"]],
    ["zorvaths", ["zor", "##vath", "##s"]],
    ["zvath", ["z", "##vath"]],
    ["zorva", ["zor", "##va"]],
    ["zorvax", ["[UNK]"]],
    ["vath", ["[UNK]"]],
    ["😀", ["[UNK]"]],
    [`z${"s".repeat(99)}`, ["z", ...Array.from({ length: 99 }, () => "##s")]],
    [`z${"s".repeat(100)}`, ["[UNK]"]],
  ])("%s", (word, wanted) => {
    expect(wordPieces(word, vocabularyOf(WORDS)).map((id) => WORDS[id])).toEqual(wanted);
  });
});

it("a vocabulary is one word on each line, however lines end", () => {
  expect(vocabularyOf(WORDS, "\r\n")).toEqual(vocabularyOf(WORDS));
  expect(vocabularyOf(WORDS)).toMatchObject({ begin: 2, separator: 3, unknown: 1, isCased: false });
  expect(vocabularyOf([...WORDS, "##Z"]).isCased).toBe(true);
});

it("what has no marks of a vocabulary is none", () => {
  expect(() => vocabularyOf(["a", "b"])).toThrow(ProvisoError);
});
