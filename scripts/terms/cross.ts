/**
 * Labels -> **scores of clauses that the model did not learn from**
 *
 * Everything that is learnt (vocabulary, rarity, weights, thresholds) comes from the other folds.
 */
import { type Features, featuresOf } from "../../packages/core/src/terms/axes/model/features.ts";
import { type Case, sideOf } from "../../packages/core/src/terms/axes/model/judge.ts";
import {
  joined,
  type Linear,
  type Row,
  rowOf,
  scoresOf,
} from "../../packages/core/src/terms/axes/model/linear.ts";
import { unpack } from "../../packages/core/src/terms/axes/model/unpack.ts";
import { groupFolds } from "./folds.ts";
import { type Point, type Sentence, TAGS } from "./labels.ts";
import { learnCases } from "./learn-cases.ts";
import { learnMarks, type Marked } from "./learn-marks.ts";
import { exactScores, pack, type Trained } from "./pack.ts";

const SERVICE_FOLDS = 5;
/** Features of a model that is shipped, and weights of each of its heads. */
const CASE_SIZE = { features: 30_000, weights: 1_200 };
export const MARK_SIZE = { features: 40_000, weights: 9_000 };

/** `exact`: all features, numbers as trained. `shipped`: cut and rounded as in the data files. */
export type Kind = "exact" | "shipped";

export function casesOf(points: readonly Point[]): readonly Case[] {
  const byTitle = new Map(points.map(({ title, polarity }) => [title, { title, polarity }]));
  return [...byTitle.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** By quote: the score of each case, from a model that knows no quote of the same service. */
export function caseScores(points: readonly Point[], cases: readonly Case[], kind: Kind): Float64Array[] {
  const quotes = points.map(({ title, text }) => ({ title, features: featuresOf(text) }));
  const folds = groupFolds(
    points.map(({ service }) => service),
    SERVICE_FOLDS,
  );
  const scores: Float64Array[] = [];
  for (let fold = 0; fold < SERVICE_FOLDS; fold += 1) {
    const trained = learnCases(
      quotes.filter((_, at) => folds[at] !== fold),
      cases,
      kind === "exact" ? undefined : CASE_SIZE.features,
    );
    const say = sayer(trained, kind, CASE_SIZE.weights);
    quotes.forEach(({ features }, at) => {
      if (folds[at] === fold) scores[at] = say(rowOf(trained.vocabulary, features));
    });
  }
  return scores;
}

/** Sentences with what the case model says; it learnt other labels, on other documents. */
export function markedBy(model: Linear, sentences: readonly Sentence[]): readonly Marked[] {
  return sentences.map(({ text, unfair }) => {
    const features: Features = featuresOf(text);
    return { features, side: sideOf(scoresOf(model, rowOf(model.vocabulary, features))), marks: unfair };
  });
}

/** The case model that is shipped, which the model of marks listens to. */
export function caseModelOf(points: readonly Point[], cases: readonly Case[]): Uint8Array {
  const quotes = points.map(({ title, text }) => ({ title, features: featuresOf(text) }));
  return pack(learnCases(quotes, cases, CASE_SIZE.features), CASE_SIZE.weights);
}

/** Scores of each of some folds, from a model that learnt from the others of them. */
export function heldOutScores(
  marked: readonly Marked[],
  folds: readonly number[],
  among: readonly number[],
  kind: Kind,
): Map<number, Float64Array> {
  const parts = among.map((held) =>
    markScores(
      marked,
      folds,
      among.filter((fold) => fold !== held),
      held,
      kind,
    ),
  );
  return new Map(parts.flatMap((part) => [...part]));
}

/** By sentence of the fold to be judged: the score of each mark. */
export function markScores(
  marked: readonly Marked[],
  folds: readonly number[],
  learnFrom: readonly number[],
  judged: number,
  kind: Kind,
): Map<number, Float64Array> {
  const trained = learnMarks(
    marked.filter((_, at) => learnFrom.includes(folds[at] ?? -1)),
    TAGS,
    kind === "exact" ? undefined : MARK_SIZE.features,
  );
  const say = sayer(trained, kind, MARK_SIZE.weights);
  const size = trained.vocabulary.rarity.length;
  const scores = new Map<number, Float64Array>();
  marked.forEach(({ features, side }, at) => {
    if (folds[at] === judged) scores.set(at, say(joined(rowOf(trained.vocabulary, features), size, side)));
  });
  return scores;
}

function sayer(trained: Trained, kind: Kind, most: number): (row: Row) => Float64Array {
  if (kind === "exact") return (row) => exactScores(trained, row);
  const model = unpack(pack(trained, most));
  return (row) => scoresOf(model, row);
}
