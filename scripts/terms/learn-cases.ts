/**
 * Quotes under cases -> the **case model**
 *
 * A head for each case: a support vector machine, and towards the middle of the case's quotes, which helps
 * where quotes are few. The title of a case is one more quote of it.
 */
import { type Features, featuresOf } from "../../packages/core/src/terms/axes/model/features.ts";
import type { Case } from "../../packages/core/src/terms/axes/model/judge.ts";
import { rowOf, type Vocabulary } from "../../packages/core/src/terms/axes/model/linear.ts";
import { kept, middleOf, vocabularyOf } from "./matrix.ts";
import type { Trained } from "./pack.ts";
import { learnHead } from "./svm.ts";

const SVM = { cost: 0.2, balance: 0.5, epochs: 6 };
/** How much the middle of a case counts beside its support vectors. */
const MIDDLE = 0.6;

export interface Quote {
  readonly title: string;
  readonly features: Features;
}

/** @param most features in the model, or none to keep all */
export function learnCases(quotes: readonly Quote[], cases: readonly Case[], most?: number): Trained {
  const known = new Set(quotes.map(({ title }) => title));
  const all: readonly Quote[] = [
    ...quotes,
    ...cases
      .filter(({ title }) => known.has(title))
      .map(({ title }) => ({ title, features: featuresOf(title) })),
  ];
  const clauses = all.map(({ features }) => features);
  const everything = vocabularyOf(clauses);
  const classes = cases.map(
    ({ title }) =>
      (row: number) =>
        all[row]?.title === title,
  );
  const vocabulary = most === undefined ? everything : kept(everything, clauses, classes, most);
  return { vocabulary, further: 0, heads: heads(all, cases, vocabulary) };
}

function heads(quotes: readonly Quote[], cases: readonly Case[], vocabulary: Vocabulary): Trained["heads"] {
  const rows = quotes.map(({ features }) => rowOf(vocabulary, features));
  const size = vocabulary.rarity.length;
  return cases.map(({ title }) => {
    const isOf = (row: number): boolean => quotes[row]?.title === title;
    if (!quotes.some((_, row) => isOf(row))) return { weights: new Float64Array(size), bias: NEVER };
    const head = learnHead(rows, isOf, size, SVM);
    const middle = middleOf(
      rows.filter((_, row) => isOf(row)),
      size,
    );
    return {
      weights: head.weights.map((weight, at) => weight + MIDDLE * (middle[at] ?? 0)),
      bias: head.bias,
    };
  });
}

/** Of a case without a quote. */
const NEVER = -9;
