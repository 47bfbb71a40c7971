/**
 * Files of labelled text -> **documents** with spans
 *
 * The tagger reads text, not tokens of someone's tokeniser: sentences are put together again, and the
 * labels become offsets.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Label = "PER" | "LOC" | "ORG";

export interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly label: Label;
}

export interface Document {
  readonly text: string;
  /** By position, in UTF-16 offsets. */
  readonly spans: readonly Labelled[];
}

const LABELS: Readonly<Record<string, Label>> = {
  PER: "PER",
  person: "PER",
  LOC: "LOC",
  location: "LOC",
  ORG: "ORG",
  corporation: "ORG",
  group: "ORG",
};

interface Word {
  readonly text: string;
  /** As in the file: `B-PER`, `O`. */
  readonly tag: string;
}

/** Sentences of a file with a word and its tag in each line. */
function sentencesOf(path: string, wordColumn: number, tagColumn: number, separator: RegExp): Word[][] {
  const sentences: Word[][] = [];
  let sentence: Word[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.startsWith("# ") && tagColumn === 2) continue;
    if (line.trim() === "") {
      if (sentence.length > 0) sentences.push(sentence);
      sentence = [];
      continue;
    }
    const fields = line.trim().split(separator);
    const text = fields[wordColumn];
    const tag = fields[tagColumn];
    if (text !== undefined && tag !== undefined) sentence.push({ text, tag });
  }
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}

const NO_SPACE_BEFORE = /^([.,;:!?)\]}%…”]|'s|'S|n't|'re|'ve|'ll|'d|'m|’s|´s)$/;
const NO_SPACE_AFTER = /^([([{$#“@])$/;
/** Two marks that are glued to whatever is on both sides. */
const GLUE = /^['’´]$/;

export function rejoined(words: readonly Word[]): Document {
  let text = "";
  const spans: { start: number; end: number; label: Label }[] = [];
  let open: { start: number; end: number; label: Label } | undefined;
  let quoted = false;
  let glued = true;
  for (const { text: word, tag } of words) {
    const isQuote = word === '"' || word === "''" || word === "``";
    const before = isQuote ? quoted : NO_SPACE_BEFORE.test(word) || GLUE.test(word);
    if (!glued && !before) text += " ";
    const start = text.length;
    text += isQuote ? '"' : word;
    glued = NO_SPACE_AFTER.test(word) || GLUE.test(word) || (isQuote && !quoted);
    if (isQuote) quoted = !quoted;
    const label = tag === "O" ? undefined : LABELS[tag.slice(2)];
    if (label === undefined) open = undefined;
    else if (open !== undefined && open.label === label && !tag.startsWith("B-")) open.end = text.length;
    else {
      open = { start, end: text.length, label };
      spans.push(open);
    }
  }
  return { text, spans };
}

/** Documents of several sentences, as the file has them or some at a time. */
function grouped(documents: readonly Document[], size: number, between: string): Document[] {
  const groups: Document[] = [];
  for (let index = 0; index < documents.length; index += size) {
    groups.push(concatenated(documents.slice(index, index + size), between));
  }
  return groups;
}

export function concatenated(documents: readonly Document[], between: string): Document {
  let text = "";
  const spans: Labelled[] = [];
  for (const one of documents) {
    if (text !== "") text += between;
    for (const span of one.spans)
      spans.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    text += one.text;
  }
  return { text, spans };
}

/** Words aligned with the sentence as it was written (`# text = …`); the sentences of each document. */
function universal(path: string): Document[][] {
  const documents: Document[][] = [];
  let current: Document[] = [];
  for (const block of readFileSync(path, "utf8").split("\n\n")) {
    const lines = block.split("\n");
    if (lines.some((line) => line.startsWith("# newdoc")) && current.length > 0) {
      documents.push(current);
      current = [];
    }
    const text = lines.find((line) => line.startsWith("# text = "))?.slice(9);
    if (text === undefined) continue;
    const spans: { start: number; end: number; label: Label }[] = [];
    let open: { start: number; end: number; label: Label } | undefined;
    let at = 0;
    for (const line of lines) {
      const [number, word, tag] = line.split("\t");
      if (number === undefined || word === undefined || tag === undefined || !/^\d+$/.test(number)) continue;
      const found = text.indexOf(word, at);
      if (found < 0 || found > at + 4) continue;
      at = found + word.length;
      const label = tag === "O" ? undefined : LABELS[tag.slice(2)];
      if (label === undefined) open = undefined;
      else if (open !== undefined && open.label === label && !tag.startsWith("B-")) open.end = at;
      else {
        open = { start: found, end: at, label };
        spans.push(open);
      }
    }
    current.push({ text, spans });
  }
  if (current.length > 0) documents.push(current);
  return documents;
}

export interface Corpora {
  /** The sentences of each document. */
  readonly ewt: readonly (readonly Document[])[];
  readonly pt: readonly (readonly Document[])[];
  readonly sv: readonly (readonly Document[])[];
  readonly wikigold: readonly Document[];
  readonly wnut: readonly Document[];
  readonly wnutDev: readonly Document[];
  readonly btc: readonly Document[];
}

/** @param data the folder that scripts/names/README.md describes */
export function readCorpora(data: string): Corpora {
  const file = (path: string): string => join(data, path);
  const plain = (path: string): Document[] => sentencesOf(file(path), 0, 1, /\s+/).map(rejoined);
  return {
    ewt: universal(file("uner/en_ewt-ud-dev.iob2")),
    pt: universal(file("uner/pt_bosque-ud-dev.iob2")),
    sv: universal(file("uner/sv_talbanken-ud-dev.iob2")),
    wikigold: grouped(plain("wikigold/wikigold.conll.txt"), 4, " "),
    wnut: plain("wnut17/wnut17train.conll"),
    wnutDev: plain("wnut17/emerging.dev.conll"),
    btc: ["a", "b", "e", "f", "g", "h"].flatMap((name) => plain(`btc/${name}.conll`)),
  };
}
