/**
 * Test data of other detectors of secrets -> **Bars**
 *
 * Two things in it cannot be taken as they stand. CredSweeper's samples mark places: a password that
 * stands in the text again, where its rules do not look, is not marked. So what is found only because
 * the value was found elsewhere is left out there, as for tools that have no memory. And secretlint's
 * cases of allow lists hold the same keys as its other cases: without the list they are no clean texts.
 */
import {
  builtInProfile,
  type Evaluation,
  evaluate,
  type LabelledSet,
  type labelsOf,
  ownFindings,
  Redactor,
  readLabelled,
} from "@proviso/core/redact";
import { type Bar, scoreBar, shareBar } from "./bar.ts";
import { type Read, setOf } from "./data-set.ts";
import { type Measure, measured } from "./measured.ts";
import { randomOf } from "./random.ts";
import { fillRecipes } from "./recipes.ts";

const SECRET = "SECRET";
const FIXTURES = "secrets/secretlint_cases.jsonl";

export function secretBars(
  read: Read,
  labels: ReturnType<typeof labelsOf>,
  measure: Measure,
  seed: number,
): readonly Bar[] {
  const countsOf = (set: LabelledSet | undefined) =>
    set === undefined ? undefined : measure(set).classes.get(SECRET);
  const recipes = read("secrets/gitleaks_recipes.jsonl");
  const literal = countsOf(setOf(read, "secrets/gitleaks_cases.jsonl"));
  const filled = countsOf(recipes === undefined ? undefined : fillRecipes(recipes, randomOf(seed)));
  const fixture = countsOf(fixtures(read));
  const samples = setOf(read, "secrets/credsweeper_samples.jsonl");
  const sample = measured(samples && placesOnly(samples, labels), SECRET, "overlap");
  const found = (name: string, atLeast: number, hit = 0, all = 0): Bar =>
    shareBar(name, { atLeast }, hit, all);
  const alarmed = (name: string, hit = 0, all = 0): Bar => shareBar(name, { atMost: 0.12 }, hit, all);
  return [
    found("SECRET, gitleaks literals found", 0.97, literal?.goldTouched, literal?.gold),
    found("SECRET, gitleaks recipes found", 0.97, filled?.exact, filled?.gold),
    alarmed("SECRET, gitleaks false alarms", literal?.alarmed, literal?.clean),
    scoreBar("SECRET, CredSweeper samples, places, overlap", { precision: 0.8, recall: 0.6 }, sample),
    found("SECRET, secretlint fixtures found", 0.9, fixture?.goldTouched, fixture?.gold),
    alarmed("SECRET, secretlint clean, alarmed", fixture?.alarmed, fixture?.clean),
  ];
}

/** Evaluates without what is found only because the same value was found elsewhere in the text. */
function placesOnly(set: LabelledSet, labels: ReturnType<typeof labelsOf>): Evaluation {
  const redactor = new Redactor({ profile: { ...builtInProfile("default"), entities: {} }, flags: false });
  const { claims } = ownFindings(0);
  return evaluate(set, {
    labels,
    claims,
    find: ({ text }) =>
      (redactor.document([text]).findings[0] ?? []).filter(({ validation }) => validation !== "memory"),
  });
}

function fixtures(read: Read): LabelledSet | undefined {
  const text = read(FIXTURES)
    ?.split("\n")
    .filter((line) => line !== "" && !isAllowed(line))
    .join("\n");
  return text === undefined ? undefined : readLabelled([{ name: FIXTURES, text }])[0];
}

/** `ok.allows` and its like: the case's own options allow the key that stands in it. */
function isAllowed(line: string): boolean {
  const { case: name } = JSON.parse(line) as { readonly case: string };
  return /^ok\.allow/.test(name);
}
