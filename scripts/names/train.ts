/**
 * Corpora and word lists -> **packages/core/src/redact/names/data**
 *
 * `node --conditions=@proviso/source scripts/names/train.ts --data <folder> [--packages <node_modules>]`.
 * The same inputs give the same bytes. README.md beside this file says what the folder holds.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Lexicon } from "../../packages/core/src/redact/names/lexicon.ts";
import { PERSON, PERSON_INSIDE } from "../../packages/core/src/redact/names/tags.ts";
import { buildLexicon } from "./build-lexicon.ts";
import { type Corpora, concatenated, type Document, readCorpora } from "./corpora.ts";
import { type Run, type Settings, train } from "./crf.ts";
import { culturesOf } from "./cultures.ts";
import { Generator } from "./generate.ts";
import { readNegatives } from "./negatives.ts";
import { dataModules, packed } from "./pack.ts";
import { readWordLists, type WordLists } from "./packages.ts";
import { Random } from "./random.ts";
import { runsOf } from "./runs.ts";
import { swapped } from "./swap.ts";

const SEED = 7;
const SETTINGS: Settings = { epochs: 6, rate: 0.2, decay: 1e-5, dropWord: 0.2, leastSeen: 5 };
/** How often each labelled document comes again with other names. */
const SWAPS = 3;
const SHARE = { person: 0.7, place: 0.4, organisation: 0.2 };
/** How often each sentence with places for names is filled. */
const FILLS = 6;
const NEGATIVES = 1000;
const NEGATIVE_WEIGHT = 0.5;

/** Of chats, how many come again in small letters, as many are written. */
const SMALL_LETTERS = 0.15;
/** Persons in chats are named in passing; without this the tagger would miss more of them than elsewhere. */
const CHAT_WEIGHT = 2;

function isPerson(tag: number): boolean {
  return tag === PERSON || tag === PERSON_INSIDE;
}

function inSmallLetters({ text, spans }: Document): Document {
  const small = text.toLowerCase();
  return { text: small.length === text.length ? small : text, spans };
}

/** Everything the tagger learns from, in a fixed order. */
function trainingRuns(corpora: Corpora, lists: WordLists, packages: string, lexicon: Lexicon): Run[] {
  const random = new Random(SEED);
  const generator = new Generator(lists, culturesOf(lists), random);
  const runs: Run[] = [];
  const learn = (documents: readonly Document[], language: string, isChat = false): void => {
    const add = (document: Document): void => {
      for (const run of runsOf(document, lexicon, 1)) {
        runs.push(isChat && run.tags.some(isPerson) ? { ...run, weight: CHAT_WEIGHT } : run);
      }
    };
    for (const document of documents) {
      add(document);
      if (document.spans.length === 0) continue;
      for (let time = 0; time < SWAPS; time += 1) {
        const other = swapped(document, language, generator, random, SHARE);
        add(isChat && random.next() < SMALL_LETTERS ? inSmallLetters(other) : other);
      }
    }
  };
  // Sentences alone and as they follow each other: both occur.
  for (const [groups, language] of [
    [corpora.ewt, "english"],
    [corpora.pt, "portuguese"],
    [corpora.sv, "swedish"],
  ] as const) {
    learn(groups.flat(), language);
    learn(
      groups.map((sentences) => concatenated(sentences, " ")),
      language,
    );
  }
  learn(corpora.wikigold, "english");
  learn(corpora.wnut, "english", true);
  learn(corpora.btc, "english", true);
  for (const document of generator.documents(FILLS)) runs.push(...runsOf(document, lexicon, 1));
  for (const document of readNegatives(packages, NEGATIVES, random)) {
    runs.push(...runsOf(document, lexicon, NEGATIVE_WEIGHT));
  }
  return runs;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { data: { type: "string" }, packages: { type: "string" } } });
  if (values.data === undefined) throw new RangeError("say where the corpora are: --data <folder>");
  const packages = values.packages ?? join(values.data, "node_modules");
  const lists = readWordLists(packages, values.data);
  const words = buildLexicon(lists);
  const lexicon = new Lexicon(words);
  const runs = trainingRuns(readCorpora(values.data), lists, packages, lexicon);
  const weights = packed(train(runs, SETTINGS, new Random(SEED)));
  const folder = join(import.meta.dirname, "../../packages/core/src/redact/names/data");
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of dataModules(words, weights)) writeFileSync(join(folder, name), content);
  console.log(
    `${runs.length} runs, ${words.length} bytes of lexicon, ${weights.values.length} bytes of weights`,
  );
}
