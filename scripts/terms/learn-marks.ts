/** Marked sentences, and what the case model says of them -> the **model of marks**. */
import type { Features } from "../../packages/core/src/terms/axes/model/features.ts";
import { joined, rowOf, type Vocabulary } from "../../packages/core/src/terms/axes/model/linear.ts";
import { kept, vocabularyOf } from "./matrix.ts";
import type { Trained } from "./pack.ts";
import { learnHead } from "./svm.ts";

const SVM = { cost: 0.15, balance: 0.5, epochs: 10 };

export interface Marked {
  readonly features: Features;
  /** From the case model, see `sideOf`. */
  readonly side: Float64Array;
  readonly marks: ReadonlySet<string>;
}

/** @param most features in the model, or none to keep all */
export function learnMarks(sentences: readonly Marked[], marks: readonly string[], most?: number): Trained {
  const further = sentences[0]?.side.length ?? 0;
  const clauses = sentences.map(({ features }) => features);
  const everything = vocabularyOf(clauses);
  const classes = marks.map((mark) => (row: number) => sentences[row]?.marks.has(mark) ?? false);
  const vocabulary = most === undefined ? everything : kept(everything, clauses, classes, most);
  return { vocabulary, further, heads: heads(sentences, marks, vocabulary, further) };
}

function heads(
  sentences: readonly Marked[],
  marks: readonly string[],
  vocabulary: Vocabulary,
  further: number,
): Trained["heads"] {
  const size = vocabulary.rarity.length;
  const rows = sentences.map(({ features, side }) => joined(rowOf(vocabulary, features), size, side));
  return marks.map((mark) =>
    learnHead(rows, (row) => sentences[row]?.marks.has(mark) ?? false, size + further, SVM),
  );
}
