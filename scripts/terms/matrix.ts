/** Features of clauses -> the **vocabulary** that is learnt with. */
import type { Features } from "../../packages/core/src/terms/axes/model/features.ts";
import { type Row, rowOf, type Vocabulary } from "../../packages/core/src/terms/axes/model/linear.ts";
import { SHARE } from "../../packages/core/src/terms/axes/model/unpack.ts";

/** A feature of a single clause says nothing about others. */
const LEAST_SEEN = 2;

export function vocabularyOf(clauses: readonly Features[]): Vocabulary {
  const seen = new Map<number, number>();
  for (const blocks of clauses) {
    for (const { hashes } of blocks) for (const hash of hashes) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  }
  const frequent = [...seen].filter(([, count]) => count >= LEAST_SEEN).sort(([a], [b]) => a - b);
  return {
    numbers: new Map(frequent.map(([hash], number) => [hash, number])),
    rarity: Float64Array.from(frequent, ([, count]) => Math.log((1 + clauses.length) / (1 + count)) + 1),
    share: SHARE,
  };
}

/** The features that tell most: those in which the middle of any class lies farthest from the middle of all. */
export function kept(
  vocabulary: Vocabulary,
  clauses: readonly Features[],
  classes: readonly ((clause: number) => boolean)[],
  most: number,
): Vocabulary {
  const size = vocabulary.rarity.length;
  if (size <= most) return vocabulary;
  const rows = clauses.map((features) => rowOf(vocabulary, features));
  const all = middleOf(rows, size);
  const apart = new Float64Array(size);
  for (const isIn of classes) {
    const middle = middleOf(
      rows.filter((_, row) => isIn(row)),
      size,
    );
    for (let at = 0; at < size; at += 1) {
      apart[at] = Math.max(apart[at] ?? 0, Math.abs((middle[at] ?? 0) - (all[at] ?? 0)));
    }
  }
  const least = Float64Array.from(apart).sort()[size - most] ?? 0;
  const left = [...vocabulary.numbers].filter(([, number]) => (apart[number] ?? 0) >= least).slice(0, most);
  return {
    numbers: new Map(left.map(([hash], number) => [hash, number])),
    rarity: Float64Array.from(left, ([, number]) => vocabulary.rarity[number] ?? 0),
    share: vocabulary.share,
  };
}

/** The sum of rows, made one long. */
export function middleOf(rows: readonly Row[], size: number): Float64Array {
  const sum = new Float64Array(size);
  for (const { features, values } of rows) {
    for (let k = 0; k < features.length; k += 1) {
      const feature = features[k] ?? 0;
      sum[feature] = (sum[feature] ?? 0) + (values[k] ?? 0);
    }
  }
  const norm = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1;
  return sum.map((value) => value / norm);
}
