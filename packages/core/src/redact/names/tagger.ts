/**
 * A run of tokens -> **how likely each tag is**, for each token
 *
 * A linear-chain conditional random field: sums of small integer weights, then the forward-backward
 * algorithm over seven tags. All numbers live in arrays that are made once.
 */
import { BUCKET_BITS, BUCKET_SHIFT, FEATURES, featuresAt } from "./features.ts";
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

/** Weights are kept as bytes with this added, so that four of them are summed in one number. */
const BIAS = 128;
const LANES = 0x00ff00ff;
/** Differences of sums beyond this make no difference to a probability. */
const FARTHEST = 1024;

/** Weights as the tagger reads them; made once, shared by all taggers. */
export interface Model {
  /** Two numbers a bucket: the weights of tags 0 to 3, and of 4 to 6, a byte each. */
  readonly lanes: Int32Array;
  /** By how much a sum lies below the largest: the share that is left. */
  readonly shares: Float64Array;
  /** By tag before and tag. */
  readonly step: Float64Array;
}

export function modelOf({ values, unit, transitions }: Weights): Model {
  const bytes = new Uint8Array((1 << BUCKET_BITS) * 8).fill(BIAS);
  for (let bucket = 0; bucket < 1 << BUCKET_BITS; bucket += 1) {
    for (let tag = 0; tag < TAGS; tag += 1) {
      bytes[bucket * 8 + tag] = BIAS + (values[bucket * TAGS + tag] ?? 0);
    }
  }
  return {
    lanes: new Int32Array(bytes.buffer),
    shares: Float64Array.from({ length: FARTHEST + 1 }, (_, below) =>
      below < FARTHEST ? Math.exp(-below * unit) : 0,
    ),
    step: Float64Array.from(transitions, (value, index) => (ALLOWED[index] === 1 ? Math.exp(value) : 0)),
  };
}

export class Tagger {
  /** After `tag`: by token of the run and tag. */
  readonly posterior: Float64Array = new Float64Array(LONGEST_RUN * TAGS);
  readonly #lanes: Int32Array;
  readonly #shares: Float64Array;
  readonly #step: Float64Array;
  readonly #features = new Int32Array(FEATURES);
  readonly #sums = new Int32Array(8);
  readonly #emission = new Float64Array(LONGEST_RUN * TAGS);
  readonly #scale = new Float64Array(LONGEST_RUN);
  readonly #ahead = new Float64Array(TAGS);
  readonly #next = new Float64Array(TAGS);

  constructor({ lanes, shares, step }: Model) {
    this.#lanes = lanes;
    this.#shares = shares;
    this.#step = step;
  }

  /** Fills `posterior` for the tokens `from` to `to`, at most `LONGEST_RUN` of them. */
  tag(tokens: Tokens, codes: Uint16Array, from: number, to: number): void {
    const size = to - from;
    for (let index = 0; index < size; index += 1) this.#emit(tokens, codes, from + index, index * TAGS);
    this.#forward(size);
    if (size > 1) this.#backward(size);
  }

  #emit(tokens: Tokens, codes: Uint16Array, at: number, base: number): void {
    const lanes = this.#lanes;
    const features = this.#features;
    featuresAt(tokens, codes, at, features, 0);
    let even = 0;
    let odd = 0;
    let evenHigh = 0;
    let oddHigh = 0;
    for (let index = 0; index < FEATURES; index += 1) {
      const place = ((features[index] as number) >>> BUCKET_SHIFT) << 1;
      const low = lanes[place] as number;
      const high = lanes[place + 1] as number;
      even += low & LANES;
      odd += (low >>> 8) & LANES;
      evenHigh += high & LANES;
      oddHigh += (high >>> 8) & LANES;
    }
    const sums = this.#sums;
    sums[0] = even & 0xffff;
    sums[1] = odd & 0xffff;
    sums[2] = even >>> 16;
    sums[3] = odd >>> 16;
    sums[4] = evenHigh & 0xffff;
    sums[5] = oddHigh & 0xffff;
    sums[6] = evenHigh >>> 16;
    let most = 0;
    for (let tag = 0; tag < TAGS; tag += 1) if ((sums[tag] as number) > most) most = sums[tag] as number;
    const emission = this.#emission;
    for (let tag = 0; tag < TAGS; tag += 1) {
      const below = most - (sums[tag] as number);
      emission[base + tag] = this.#shares[below < FARTHEST ? below : FARTHEST] as number;
    }
  }

  /** What may follow what (`ALLOWED`) is written out: a name's later word follows only two tags. */
  #forward(size: number): void {
    const { posterior } = this;
    const step = this.#step;
    const emission = this.#emission;
    for (let index = 0; index < size; index += 1) {
      const base = index * TAGS;
      const before = base - TAGS;
      let sum = 0;
      for (let tag = 0; tag < TAGS; tag += 1) {
        let value = 0;
        if (index === 0) value = step[tag] as number;
        else if (tag !== 0 && (tag & 1) === 0) {
          value =
            (posterior[before + tag - 1] as number) * (step[(tag - 1) * TAGS + tag] as number) +
            (posterior[before + tag] as number) * (step[tag * TAGS + tag] as number);
        } else {
          for (let other = 0; other < TAGS; other += 1) {
            value += (posterior[before + other] as number) * (step[other * TAGS + tag] as number);
          }
        }
        value *= emission[base + tag] as number;
        posterior[base + tag] = value;
        sum += value;
      }
      this.#scale[index] = sum;
      const share = 1 / sum;
      for (let tag = 0; tag < TAGS; tag += 1)
        posterior[base + tag] = (posterior[base + tag] as number) * share;
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
      for (let tag = 0; tag < TAGS; tag += 1) {
        next[tag] = (emission[base + tag] as number) * (ahead[tag] as number) * share;
      }
      for (let tag = 0; tag < TAGS; tag += 1) {
        const row = tag * TAGS;
        let value =
          (step[row] as number) * (next[0] as number) +
          (step[row + 1] as number) * (next[1] as number) +
          (step[row + 3] as number) * (next[3] as number) +
          (step[row + 5] as number) * (next[5] as number);
        if (tag !== 0) {
          const inside = tag + (tag & 1);
          value += (step[row + inside] as number) * (next[inside] as number);
        }
        ahead[tag] = value;
        posterior[base - TAGS + tag] = (posterior[base - TAGS + tag] as number) * value;
      }
    }
  }
}
