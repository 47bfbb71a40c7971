/**
 * A run of tokens -> **how likely each tag is**, for each token
 *
 * A linear-chain conditional random field: sums of small integer weights, then the forward-backward
 * algorithm over seven tags. All numbers live in arrays that are made once.
 */
import { BUCKET_BITS, FEATURES, featuresAt } from "./features.ts";
import { LONGEST_RUN } from "./segments.ts";
import { ALLOWED, TAGS } from "./tags.ts";
import type { Tokens } from "./tokens.ts";

export interface Weights {
  /** By bucket and tag. */
  readonly values: Int8Array;
  /** What one is worth. */
  readonly unit: number;
  /** Logarithms, by tag before and tag. */
  readonly transitions: Float32Array;
}

const STRIDE = 8;

export class Tagger {
  /** After `tag`: by token of the run and tag. */
  readonly posterior: Float64Array = new Float64Array(LONGEST_RUN * TAGS);
  readonly #values: Int8Array;
  readonly #unit: number;
  /** By tag and tag before, so that the inner loop goes straight. */
  readonly #step: Float64Array;
  readonly #features = new Int32Array(FEATURES);
  readonly #emission = new Float64Array(LONGEST_RUN * TAGS);
  readonly #scale = new Float64Array(LONGEST_RUN);
  readonly #ahead = new Float64Array(TAGS);
  readonly #next = new Float64Array(TAGS);

  constructor({ values, unit, transitions }: Weights) {
    // A bucket's weights are kept in one cache line.
    const padded = new Int8Array((1 << BUCKET_BITS) * STRIDE);
    for (let bucket = 0; bucket < 1 << BUCKET_BITS; bucket += 1) {
      for (let tag = 0; tag < TAGS; tag += 1) padded[bucket * STRIDE + tag] = values[bucket * TAGS + tag] ?? 0;
    }
    this.#values = padded;
    this.#unit = unit;
    this.#step = Float64Array.from(transitions, (value, index) => (ALLOWED[index] === 1 ? Math.exp(value) : 0));
  }

  /** Fills `posterior` for the tokens `from` to `to`, at most `LONGEST_RUN` of them. */
  tag(tokens: Tokens, codes: Uint16Array, from: number, to: number): void {
    const size = to - from;
    for (let index = 0; index < size; index += 1) this.#emit(tokens, codes, from + index, index * TAGS);
    this.#forward(size);
    this.#backward(size);
  }

  #emit(tokens: Tokens, codes: Uint16Array, at: number, base: number): void {
    const values = this.#values;
    const features = this.#features;
    const unit = this.#unit;
    featuresAt(tokens, codes, at, features, 0);
    let v0 = 0;
    let v1 = 0;
    let v2 = 0;
    let v3 = 0;
    let v4 = 0;
    let v5 = 0;
    let v6 = 0;
    for (let index = 0; index < FEATURES; index += 1) {
      const place = (features[index] as number) << 3;
      v0 += values[place] as number;
      v1 += values[place + 1] as number;
      v2 += values[place + 2] as number;
      v3 += values[place + 3] as number;
      v4 += values[place + 4] as number;
      v5 += values[place + 5] as number;
      v6 += values[place + 6] as number;
    }
    const most = Math.max(v0, v1, v2, v3, v4, v5, v6);
    const emission = this.#emission;
    emission[base] = Math.exp((v0 - most) * unit);
    emission[base + 1] = Math.exp((v1 - most) * unit);
    emission[base + 2] = Math.exp((v2 - most) * unit);
    emission[base + 3] = Math.exp((v3 - most) * unit);
    emission[base + 4] = Math.exp((v4 - most) * unit);
    emission[base + 5] = Math.exp((v5 - most) * unit);
    emission[base + 6] = Math.exp((v6 - most) * unit);
  }

  #forward(size: number): void {
    const { posterior } = this;
    const step = this.#step;
    const emission = this.#emission;
    for (let index = 0; index < size; index += 1) {
      const base = index * TAGS;
      let sum = 0;
      for (let tag = 0; tag < TAGS; tag += 1) {
        let value = 0;
        if (index === 0) value = step[tag] as number;
        else for (let before = 0; before < TAGS; before += 1) value += (posterior[base - TAGS + before] as number) * (step[before * TAGS + tag] as number);
        value *= emission[base + tag] as number;
        posterior[base + tag] = value;
        sum += value;
      }
      this.#scale[index] = sum;
      const share = 1 / sum;
      for (let tag = 0; tag < TAGS; tag += 1) posterior[base + tag] = (posterior[base + tag] as number) * share;
    }
  }

  #backward(size: number): void {
    const { posterior } = this;
    const step = this.#step;
    const emission = this.#emission;
    const ahead = this.#ahead.fill(1);
    const next = this.#next;
    for (let index = size - 2; index >= 0; index -= 1) {
      const base = (index + 1) * TAGS;
      const share = 1 / (this.#scale[index + 1] as number);
      for (let tag = 0; tag < TAGS; tag += 1) next[tag] = (emission[base + tag] as number) * (ahead[tag] as number) * share;
      for (let tag = 0; tag < TAGS; tag += 1) {
        let value = 0;
        for (let to = 0; to < TAGS; to += 1) value += (step[tag * TAGS + to] as number) * (next[to] as number);
        ahead[tag] = value;
        posterior[base - TAGS + tag] = (posterior[base - TAGS + tag] as number) * value;
      }
    }
  }
}
