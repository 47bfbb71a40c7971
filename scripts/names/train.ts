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
import { buildLexicon } from "./build-lexicon.ts";
import { type Corpora, type Document, readCorpora } from "./corpora.ts";
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
const SWAPS = 4;
const SHARE = { person: 0.7, place: 0.4, organisation: 0.2 };
/** How often each sentence with places for names is filled. */
const FILLS = 6;
const NEGATIVES = 1000;
const NEGATIVE_WEIGHT = 0.5;

/** Everything the tagger learns from, in a fixed order. */
export function trainingRuns(corpora: Corpora, lists: WordLists, packages: string, lexicon: Lexicon): Run[] {
  const random = new Random(SEED);
  const generator = new Generator(lists, culturesOf(lists), random);
  const runs: Run[] = [];
  const learn = (documents: readonly Document[], language: string): void => {
    for (const document of documents) {
      runs.push(...runsOf(document, lexicon, 1));
      if (document.spans.length === 0) continue;
      for (let time = 0; time < SWAPS; time += 1) {
        runs.push(...runsOf(swapped(document, language, generator, random, SHARE), lexicon, 1));
      }
    }
  };
  learn(corpora.ewt, "english");
  learn(corpora.pt, "portuguese");
  learn(corpora.sv, "swedish");
  learn(corpora.wikigold, "english");
  learn(corpora.wnut, "english");
  learn(corpora.btc, "english");
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
  console.log(`${runs.length} runs, ${words.length} bytes of lexicon, ${weights.values.length} bytes of weights`);
}
