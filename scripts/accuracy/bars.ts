/**
 * Public data -> **Bars**
 *
 * One function per family of bars; each names the data it reads.
 */
import { builtInProfile, evaluate, labelsOf, ownFindings, type Profile } from "@proviso/core/redact";
import { type Bar, noteBar, scoreBar, shareBar, type Wanted } from "./bar.ts";
import { type Read, setOf } from "./data-set.ts";
import { leakBars } from "./leak.ts";
import { type Measure, measured } from "./measured.ts";
import { aloneFindings, recognizerBars } from "./recognizer-bars.ts";
import { secretBars } from "./secret-bars.ts";

/** What profiles act on unless they say otherwise. */
const THRESHOLD = 0.5;

export function accuracyBars(read: Read, seed: number): readonly Bar[] {
  const labels = labelsOf();
  const measureFrom = (threshold: number, profile?: Profile): Measure => {
    const own = ownFindings(threshold, profile);
    return (set) => evaluate(set, { labels, ...own });
  };
  const measure = measureFrom(THRESHOLD);
  const cases = setOf(read, "presidio/recognizer_cases.jsonl");
  return [
    ...syntheticBars(read, measure, measureFrom(THRESHOLD, builtInProfile("default"))),
    ...personBars(read, measure),
    ...exampleBars(read, measure),
    ...recognizerBars(
      cases && evaluate(cases, { labels, ...aloneFindings(labels) }),
      cases && measure(cases),
    ),
    ...secretBars(read, labels, measure, seed),
    ...leakBars(seed),
  ];
}

function syntheticBars(read: Read, measure: Measure, measureDefault: Measure): readonly Bar[] {
  const set = setOf(read, "presidio-research/synth_dataset_v2.json");
  const evaluation = set === undefined ? undefined : measure(set);
  const exact: readonly (readonly [string, Wanted])[] = [
    ["EMAIL", { precision: 1, recall: 1 }],
    ["IBAN", { precision: 1, recall: 1 }],
    ["US_SSN", { precision: 1, recall: 1 }],
    ["IP", { precision: 1, recall: 1 }],
    ["CARD", { precision: 1, recall: 0.97 }],
    ["PHONE", { precision: 0.95, recall: 0.85 }],
    ["PERSON", { precision: 0.72, recall: 0.68 }],
  ];
  // What the default profile masks: it keeps the names of places and organisations.
  const clean = set === undefined ? { characters: 0, masked: 0 } : measureDefault(set).clean;
  return [
    ...exact.map(([name, wanted]) =>
      scoreBar(`${name}, synth_v2, exact`, wanted, measured(evaluation, name, "exact")),
    ),
    scoreBar(
      "ADDRESS, synth_v2, overlap",
      { precision: 0.95, recall: 0.65 },
      measured(evaluation, "ADDRESS", "overlap"),
    ),
    shareBar("clean letters and digits masked, synth_v2", { atMost: 0.002 }, clean.masked, clean.characters),
  ];
}

/** None of these was seen when the names were learnt. */
const PERSON_SETS: readonly (readonly [string, readonly string[], Wanted])[] = [
  ["TAB", ["tab/test_texts.json", "tab/test_gold_manual.json"], { precision: 0.85, recall: 0.9 }],
  ["EWT test", ["uner/en_ewt-ud-test.iob2"], { precision: 0.8, recall: 0.8 }],
  ["WNUT17 test", ["wnut17/emerging.test.conll"], { precision: 0.5, recall: 0.58 }],
  ["WNUT17 dev", ["wnut17/emerging.dev.conll"], { precision: 0.5, recall: 0.58 }],
];

/** The tagger learnt from these (`scripts/names/train.ts`): they show how well it fits, and no more. */
const LEARNT_SETS: readonly (readonly [string, readonly string[]])[] = [
  ["EWT dev", ["uner/en_ewt-ud-dev.iob2"]],
  ["WNUT17 train", ["wnut17/wnut17train.conll"]],
  ["pt Bosque dev", ["uner/pt_bosque-ud-dev.iob2"]],
  ["sv Talbanken dev", ["uner/sv_talbanken-ud-dev.iob2"]],
  ["wikigold", ["wikigold/wikigold.conll.txt"]],
  ["BTC h", ["btc/h.conll"]],
];

function personBars(read: Read, measure: Measure): readonly Bar[] {
  const bar = (name: string, paths: readonly string[], wanted: Wanted): Bar => {
    const set = setOf(read, ...paths);
    const evaluation = set === undefined ? undefined : measure(set);
    return scoreBar(name, wanted, measured(evaluation, "PERSON", "overlap"));
  };
  return [
    ...PERSON_SETS.map(([name, paths, wanted]) => bar(`PERSON, ${name}, overlap`, paths, wanted)),
    noteBar("  names were learnt from the next sets: fit, not merit"),
    // The note above is not in a table: each row says it.
    ...LEARNT_SETS.map(([name, paths]) => bar(`  PERSON, ${name} (learnt from), overlap`, paths, {})),
  ];
}

function exampleBars(read: Read, measure: Measure): readonly Bar[] {
  return [
    ["PHONE, examples in + form", "phones/example_numbers.jsonl", "PHONE", 0.98] as const,
    ["IBAN, registry examples", "iban/registry_examples.jsonl", "IBAN", 1] as const,
  ].map(([name, path, type, recall]) => {
    const set = setOf(read, path);
    const evaluation = set === undefined ? undefined : measure(set);
    return scoreBar(name, { recall }, measured(evaluation, type, "overlap"));
  });
}
