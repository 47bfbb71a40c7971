/** Scores of clauses not learnt from -> **cuts**: from where the model is believed. */
import { type Case, type Cut, highest, sharesOf } from "../../packages/core/src/terms/axes/model/judge.ts";
import { axisOf, likelyTopic } from "../../packages/core/src/terms/axes/model/topics.ts";
import type { Point } from "./labels.ts";
import type { Marked } from "./learn-marks.ts";
import { bestSlope, bestThreshold } from "./measures.ts";

export interface Cuts {
  readonly marks: readonly Cut[];
  /** Of the highest score. */
  readonly unfair: Cut;
}

export function cutsOf(
  scores: ReadonlyMap<number, Float64Array>,
  sentences: readonly Marked[],
  marks: readonly string[],
): Cuts {
  const cut = (score: (of: Float64Array) => number, isTrue: (marks: ReadonlySet<string>) => boolean): Cut => {
    const values = [...scores.values()].map(score);
    const truth = [...scores.keys()].map((at) => isTrue(sentences[at]?.marks ?? new Set()));
    const threshold = bestThreshold(values, truth);
    const slope = bestSlope(
      values.map((value) => value - threshold),
      truth,
    );
    return { threshold, slope };
  };
  return {
    marks: marks.map((mark, which) =>
      cut(
        (of) => of[which] ?? 0,
        (has) => has.has(mark),
      ),
    ),
    unfair: cut(highest, (has) => has.size > 0),
  };
}

/** Of topics told, this share has to be right on labelled quotes; vendors' other clauses come out lower. */
const LEAST_PRECISION = 0.95;

export interface Withheld {
  readonly leastP: number;
  readonly leastFit: number;
  /** Of those told, how many have the right axis and topic; of all quotes with a topic, how many are told so. */
  readonly precision: number;
  readonly recall: number;
}

/** The pair of cuts that tells most topics at that precision. */
export function withheldOf(
  points: readonly Point[],
  cases: readonly Case[],
  scores: readonly Float64Array[],
): Withheld {
  const told = scores.map((of, at) => {
    const shares = sharesOf(of);
    const topic = likelyTopic(cases.map(({ title }, which) => ({ case: title, p: shares[which] ?? 0 })));
    const truth = axisOf(points[at]?.title ?? "");
    return {
      p: topic?.p ?? 0,
      fit: highest(of),
      hasTopic: truth !== undefined,
      isRight: topic !== undefined && truth?.axis === topic.axis && truth.topic === topic.topic,
    };
  });
  const all = told.filter(({ hasTopic }) => hasTopic).length;
  let best: Withheld = { leastP: 1.01, leastFit: 9, precision: 0, recall: 0 };
  for (let leastP = 0.3; leastP < 1; leastP += 0.025) {
    for (let leastFit = -0.6; leastFit <= 0.6; leastFit += 0.05) {
      const kept = told.filter(({ p, fit }) => p >= leastP && fit >= leastFit);
      const right = kept.filter(({ isRight }) => isRight).length;
      if (kept.length === 0 || right / kept.length < LEAST_PRECISION || right / all <= best.recall) continue;
      best = { leastP, leastFit, precision: right / kept.length, recall: right / all };
    }
  }
  return best;
}
