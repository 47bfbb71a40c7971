/** A trained model -> **bytes** that unpack.ts reads: the largest weights only, a byte each. */

import type { Row, Vocabulary } from "../../packages/core/src/terms/axes/model/linear.ts";
import { RARITY_STEPS } from "../../packages/core/src/terms/axes/model/unpack.ts";
import type { Head } from "./svm.ts";

export interface Trained {
  readonly vocabulary: Vocabulary;
  /** Features after those of the vocabulary. */
  readonly further: number;
  readonly heads: readonly Head[];
}

/** Scores as trained, nothing cut and nothing rounded. */
export function exactScores({ heads }: Trained, { features, values }: Row): Float64Array {
  return Float64Array.from(heads, ({ weights, bias }) => {
    let sum = bias;
    for (let k = 0; k < features.length; k += 1) sum += (weights[features[k] ?? 0] ?? 0) * (values[k] ?? 0);
    return sum;
  });
}

/** @param most weights of one head */
export function pack({ vocabulary, further, heads }: Trained, most: number): Uint8Array {
  const bytes: number[] = [];
  const varint = (value: number): void => {
    let left = value;
    for (; left >= 0x80; left >>>= 7) bytes.push((left & 0x7f) | 0x80);
    bytes.push(left);
  };
  const rising = (values: readonly number[]): void => {
    values.forEach((value, at) => {
      varint(value - (values[at - 1] ?? 0));
    });
  };
  const float = (value: number): void => {
    bytes.push(...new Uint8Array(Float32Array.of(value).buffer));
  };

  const hashes = [...vocabulary.numbers.keys()];
  varint(hashes.length);
  rising(hashes);
  varint(further);
  for (const rarity of vocabulary.rarity) bytes.push(Math.min(255, Math.round((rarity - 1) * RARITY_STEPS)));
  varint(heads.length);
  for (const { weights, bias } of heads) {
    const unit = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0) / 127 || 1;
    const sizes = weights.map(Math.abs).sort();
    const least = Math.max(sizes[Math.max(0, sizes.length - most)] ?? 0, unit / 2);
    const columns = [...weights.keys()].filter((column) => Math.abs(weights[column] ?? 0) >= least);
    float(unit);
    float(bias);
    varint(columns.length);
    rising(columns);
    for (const column of columns) bytes.push(Math.round((weights[column] ?? 0) / unit) & 0xff);
  }
  return Uint8Array.from(bytes);
}
