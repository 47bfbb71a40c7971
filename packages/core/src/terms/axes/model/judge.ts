/**
 * Linear models and a clause -> **what the clause is like** by people's labels: cases, polarity, unfairness
 *
 * Trained on quotes that people put under a case (ToS;DR) and sentences that lawyers marked (CLAUDETTE).
 */
import { featuresOf } from "./features.ts";
import { joined, type Linear, rowOf, scoresOf } from "./linear.ts";

export type Polarity = "good" | "neutral" | "bad" | "blocker";

/** A kind of clause, in the words of the people who judged it; they gave every clause of it one polarity. */
export interface Case {
  readonly title: string;
  readonly polarity: Polarity;
}

/** Score from which a clause counts as marked, and how fast the likelihood rises there. */
export interface Cut {
  readonly threshold: number;
  readonly slope: number;
}

/** A category of unfair clauses. */
export interface Mark extends Cut {
  readonly name: string;
}

export interface Judge {
  readonly cases: readonly Case[];
  readonly caseModel: Linear;
  readonly marks: readonly Mark[];
  /** Of the highest score of all marks. */
  readonly unfair: Cut;
  readonly markModel: Linear;
}

export interface Judgement {
  readonly polarity: Polarity;
  /** The most likely first. `p` sums up to 1 over all cases, as if the clause had to be under one of them. */
  readonly cases: readonly { readonly case: string; readonly p: number }[];
  /** What the best case scores by itself: below 0 for most clauses that are under none. */
  readonly fit: number;
  /** Like a probability, but 0.5 is where finding and missing weigh the same (best F1 on held-out documents). */
  readonly unfair: number;
  readonly categories: Readonly<Record<string, number>>;
}

/** How much surer the best case is made than the next. */
const SHARPNESS = 5;
/** How much the second model listens to the first. */
const SIDE_SHARE = 0.3;

export function judge({ cases, caseModel, marks, unfair, markModel }: Judge, text: string): Judgement {
  const features = featuresOf(text);
  const scores = scoresOf(caseModel, rowOf(caseModel.vocabulary, features));
  const shares = sharesOf(scores);
  const ranked = cases.map(({ title }, index) => ({ case: title, p: shares[index] ?? 0 }));
  ranked.sort((a, b) => b.p - a.p || (a.case < b.case ? -1 : 1));
  const row = rowOf(markModel.vocabulary, features);
  const marked = scoresOf(markModel, joined(row, markModel.vocabulary.rarity.length, sideOf(scores)));
  return {
    polarity: polarityOf(cases, shares),
    cases: ranked,
    fit: highest(scores),
    unfair: likely(highest(marked), unfair),
    categories: Object.fromEntries(marks.map((mark, index) => [mark.name, likely(marked[index] ?? 0, mark)])),
  };
}

export function sharesOf(scores: Float64Array): Float64Array {
  const best = highest(scores);
  const weights = scores.map((score) => Math.exp(SHARPNESS * (score - best)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The polarity that the likely cases have. */
export function polarityOf(cases: readonly Case[], shares: Float64Array): Polarity {
  const sums = { good: 0, neutral: 0, bad: 0, blocker: 0 };
  cases.forEach(({ polarity }, index) => {
    sums[polarity] += shares[index] ?? 0;
  });
  const order = ["bad", "neutral", "good", "blocker"] as const;
  return order.reduce((best, polarity) => (sums[polarity] > sums[best] ? polarity : best));
}

/** What cases say, for the second model. */
export function sideOf(scores: Float64Array): Float64Array {
  return scores.map((score) => SIDE_SHARE * Math.max(0, Math.min(2, score + 1)));
}

/** A clause is unfair as much as the surest of its marks says. */
export function highest(scores: Float64Array): number {
  return scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
}

function likely(score: number, { threshold, slope }: Cut): number {
  return 1 / (1 + Math.exp(-slope * (score - threshold)));
}
