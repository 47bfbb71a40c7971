/**
 * **Linear model**: heads that each sum weighted features of a clause
 *
 * Which features exist and how rare each is was learnt in training; others count for nothing.
 */
import { BLOCKS, type Features } from "./features.ts";

export interface Vocabulary {
  /** Hash of a feature to its number; numbers rise with the hashes. */
  readonly numbers: ReadonlyMap<number, number>;
  /** How rare a feature is, a logarithm; by number. */
  readonly rarity: Float64Array;
  /** By block: how long its part of a row is made. */
  readonly share: readonly number[];
}

export interface Linear {
  readonly vocabulary: Vocabulary;
  /** By feature: where its weights begin in `head` and `weight`; one more than there are features. */
  readonly starts: Int32Array;
  readonly head: Uint8Array;
  readonly weight: Float64Array;
  /** By head. */
  readonly bias: Float64Array;
}

/** Numbers of the features that a clause has, and their values. */
export interface Row {
  readonly features: Int32Array;
  readonly values: Float64Array;
}

/** Logarithm of the count times rarity; each block then brought to the length of its share. */
export function rowOf({ numbers, rarity, share }: Vocabulary, features: Features): Row {
  const found: number[] = [];
  const values: number[] = [];
  for (let block = 0; block < BLOCKS.length; block += 1) {
    const { hashes, times } = features[block] ?? { hashes: [], times: [] };
    const from = found.length;
    let squares = 0;
    for (let at = 0; at < hashes.length; at += 1) {
      const number = numbers.get(hashes[at] ?? 0);
      if (number === undefined) continue;
      const value = (1 + Math.log(times[at] ?? 1)) * (rarity[number] ?? 0);
      found.push(number);
      values.push(value);
      squares += value * value;
    }
    const scale = squares === 0 ? 0 : (share[block] ?? 0) / Math.sqrt(squares);
    for (let at = from; at < values.length; at += 1) values[at] = (values[at] ?? 0) * scale;
  }
  return { features: Int32Array.from(found), values: Float64Array.from(values) };
}

/** A row with further features of known numbers: what another model said. */
export function joined(row: Row, first: number, further: Float64Array): Row {
  const features = new Int32Array(row.features.length + further.length);
  const values = new Float64Array(features.length);
  features.set(row.features);
  values.set(row.values);
  for (let at = 0; at < further.length; at += 1) features[row.features.length + at] = first + at;
  values.set(further, row.values.length);
  return { features, values };
}

/** What each head says: no probabilities, higher is more likely. */
export function scoresOf({ starts, head, weight, bias }: Linear, { features, values }: Row): Float64Array {
  const scores = Float64Array.from(bias);
  for (let at = 0; at < features.length; at += 1) {
    const feature = features[at] ?? 0;
    const value = values[at] ?? 0;
    const end = starts[feature + 1] ?? 0;
    for (let entry = starts[feature] ?? 0; entry < end; entry += 1) {
      const which = head[entry] ?? 0;
      scores[which] = (scores[which] ?? 0) + value * (weight[entry] ?? 0);
    }
  }
  return scores;
}
