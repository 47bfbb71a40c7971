/**
 * Public data -> **Bars**
 *
 * One function per family of bars; each names the data it reads.
 */
import {
  builtInProfile,
  type Evaluation,
  evaluate,
  type LabelledSet,
  labelsOf,
  ownFindings,
  type Profile,
  readLabelled,
  scoreOf,
} from "@proviso/core/redact";
import { type Bar, type Measured, type Missing, noteBar, scoreBar, shareBar, type Wanted } from "./bar.ts";
import { leakBars } from "./leak.ts";
import { randomOf } from "./random.ts";
import { fillRecipes } from "./recipes.ts";

type Read = (path: string) => string | undefined;
type Measure = (set: LabelledSet) => Evaluation;

/** What profiles act on unless they say otherwise. */
const THRESHOLD = 0.5;

export function accuracyBars(read: Read, seed: number): readonly Bar[] {
  const labels = labelsOf();
  const measureFrom = (threshold: number, profile?: Profile): Measure => {
    const own = ownFindings(threshold, profile);
    return (set) => evaluate(set, { labels, ...own });
  };
  const measure = measureFrom(THRESHOLD);
  return [
    ...syntheticBars(read, measure, measureFrom(THRESHOLD, builtInProfile("default"))),
    ...personBars(read, measure),
    ...exampleBars(read, measure),
    ...recognizerBars("any score", read, measureFrom(0)),
    ...recognizerBars("acted on", read, measure),
    ...secretBars(read, measure, seed),
    ...leakBars(seed),
  ];
}

function setOf(read: Read, ...paths: readonly string[]): LabelledSet | undefined {
  const files = paths.map((name) => ({ name, text: read(name) }));
  const found = files.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text }]));
  return found.length === paths.length ? readLabelled(found)[0] : undefined;
}

function measured(
  evaluation: Evaluation | undefined,
  name: string,
  how: "exact" | "overlap",
): Measured | Missing {
  if (evaluation === undefined) return "no data";
  const counts = evaluation.classes.get(name);
  if (counts === undefined) return "not claimed";
  const { gold, found, exact, goldTouched, foundTouching } = counts;
  const score =
    how === "exact" ? scoreOf(exact, gold, exact, found) : scoreOf(goldTouched, gold, foundTouching, found);
  return { precision: score.precision, recall: score.recall, support: gold };
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
    ...LEARNT_SETS.map(([name, paths]) => bar(`  PERSON, ${name}, overlap`, paths, {})),
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

/**
 * Cases in which nothing is missed and nothing found for nothing, over the types we claim. Presidio's
 * own tests ask each recognizer by itself and count findings of any score, most of them of bare
 * digits; what a profile acts on by default is fewer, on purpose.
 */
function recognizerBars(how: string, read: Read, measure: Measure): readonly Bar[] {
  const set = setOf(read, "presidio/recognizer_cases.jsonl");
  const classes = set === undefined ? [] : [...measure(set).classes];
  const sum = (of: (counts: (typeof classes)[number][1]) => number): number =>
    classes.reduce((all, [, counts]) => all + of(counts), 0);
  const right = sum((counts) => counts.right);
  const documents = sum((counts) => counts.documents);
  const worst = classes
    .filter(([, counts]) => counts.right < counts.documents)
    .map(([name, counts]) => `${name} ${counts.right}/${counts.documents}`);
  return [
    shareBar(`recognizer cases right, types claimed, ${how}`, { atLeast: 0.98 }, right, documents),
    ...(worst.length === 0 ? [] : [noteBar(`  not all of ${worst.join(", ")}`)]),
  ];
}

function secretBars(read: Read, measure: Measure, seed: number): readonly Bar[] {
  const literals = setOf(read, "secrets/gitleaks_cases.jsonl");
  const recipes = read("secrets/gitleaks_recipes.jsonl");
  const samples = setOf(read, "secrets/credsweeper_samples.jsonl");
  const fixtures = setOf(read, "secrets/secretlint_cases.jsonl");
  const countsOf = (set: LabelledSet | undefined) =>
    set === undefined ? undefined : measure(set).classes.get("SECRET");
  const literal = countsOf(literals);
  const filled = countsOf(recipes === undefined ? undefined : fillRecipes(recipes, randomOf(seed)));
  const fixture = countsOf(fixtures);
  const sample = measured(samples === undefined ? undefined : measure(samples), "SECRET", "overlap");
  return [
    shareBar(
      "SECRET, gitleaks literals found",
      { atLeast: 0.97 },
      literal?.goldTouched ?? 0,
      literal?.gold ?? 0,
    ),
    shareBar("SECRET, gitleaks recipes found", { atLeast: 0.97 }, filled?.exact ?? 0, filled?.gold ?? 0),
    shareBar("SECRET, gitleaks false alarms", { atMost: 0.12 }, literal?.alarmed ?? 0, literal?.clean ?? 0),
    scoreBar("SECRET, CredSweeper samples, overlap", { precision: 0.8, recall: 0.6 }, sample),
    shareBar(
      "SECRET, secretlint fixtures found",
      { atLeast: 0.9 },
      fixture?.goldTouched ?? 0,
      fixture?.gold ?? 0,
    ),
    shareBar(
      "SECRET, secretlint clean, alarmed",
      { atMost: 0.12 },
      fixture?.alarmed ?? 0,
      fixture?.clean ?? 0,
    ),
  ];
}
