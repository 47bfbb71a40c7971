/**
 * Runs of tokens with tags -> **weights**
 *
 * A linear-chain conditional random field over hashed features, trained by stochastic gradient ascent
 * with AdaGrad. Deterministic: the same runs in the same order with the same seed give the same bytes.
 */
import {
  BUCKET_BITS,
  BUCKET_SHIFT,
  FEATURE_BITS,
  FEATURES,
} from "../../packages/core/src/redact/names/features.ts";
import { ALLOWED, TAGS } from "../../packages/core/src/redact/names/tags.ts";
import type { Random } from "./random.ts";

export interface Run {
  /** `FEATURES` features for each token. */
  readonly features: Int32Array;
  readonly tags: Uint8Array;
  readonly weight: number;
}

export interface Model {
  /** By bucket and tag. */
  readonly weights: Float32Array;
  /** By tag before and tag; the first row is also that of a run's begin. */
  readonly transitions: Float32Array;
}

export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  /** Share of a weight that is taken away each time it is touched. */
  readonly decay: number;
  /** Chance that a token's own identity is not seen, so that the model learns from what is around it. */
  readonly dropWord: number;
  /** A feature that is seen less often is not used: it would only disturb those it shares a bucket with. */
  readonly leastSeen: number;
}

/** Positions of the features that say which word it is, by its own letters. */
const IDENTITY = [1, 6, 7, 32];

export function train(runs: readonly Run[], settings: Settings, random: Random): Model {
  const { epochs, rate, decay, dropWord } = settings;
  const buckets = 1 << BUCKET_BITS;
  const places = placesOf(runs, settings.leastSeen);
  // One bucket more, for features that are not used; it stays at zero.
  const weights = new Float32Array((buckets + 1) * TAGS);
  const squares = new Float32Array((buckets + 1) * TAGS).fill(1e-2);
  const transitions = new Float32Array(TAGS * TAGS);
  // The mean over the later epochs is steadier than where the last one happens to end.
  const mean = new Float32Array(weights.length);
  const transitionMean = new Float32Array(transitions.length);
  let summed = 0;
  const transitionSquares = new Float32Array(TAGS * TAGS).fill(1);
  const longest = runs.reduce((most, run) => Math.max(most, run.tags.length), 1);
  const emission = new Float64Array(longest * TAGS);
  const forward = new Float64Array(longest * TAGS);
  const backward = new Float64Array(longest * TAGS);
  const scale = new Float64Array(longest);
  const step = new Float64Array(TAGS * TAGS);
  const gradient = new Float64Array(TAGS);
  const dropped = new Uint8Array(longest);
  const unused = buckets * TAGS;
  const order = Int32Array.from(runs, (_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    random.shuffle(order);
    const speed = rate * (1 - (0.8 * epoch) / epochs);
    for (const index of order) {
      const run = runs[index] as Run;
      const { tags } = run;
      const features = places[index] as Int32Array;
      const size = tags.length;
      for (let from = 0; from < TAGS; from += 1) {
        for (let to = 0; to < TAGS; to += 1) {
          step[from * TAGS + to] =
            ALLOWED[from * TAGS + to] === 1 ? Math.exp(transitions[from * TAGS + to] as number) : 0;
        }
      }
      for (let at = 0; at < size; at += 1) {
        dropped[at] = dropWord > 0 && random.next() < dropWord ? 1 : 0;
        const base = at * TAGS;
        for (let tag = 0; tag < TAGS; tag += 1) emission[base + tag] = 0;
        for (let feature = 0; feature < FEATURES; feature += 1) {
          if (dropped[at] === 1 && IDENTITY.includes(feature)) continue;
          const bucket = (features[at * FEATURES + feature] as number) * TAGS;
          for (let tag = 0; tag < TAGS; tag += 1) {
            emission[base + tag] = (emission[base + tag] as number) + (weights[bucket + tag] as number);
          }
        }
        let most = Number.NEGATIVE_INFINITY;
        for (let tag = 0; tag < TAGS; tag += 1) most = Math.max(most, emission[base + tag] as number);
        for (let tag = 0; tag < TAGS; tag += 1)
          emission[base + tag] = Math.exp((emission[base + tag] as number) - most);
      }
      for (let at = 0; at < size; at += 1) {
        let sum = 0;
        for (let tag = 0; tag < TAGS; tag += 1) {
          let value = 0;
          if (at === 0) value = step[tag] as number;
          else
            for (let from = 0; from < TAGS; from += 1)
              value += (forward[(at - 1) * TAGS + from] as number) * (step[from * TAGS + tag] as number);
          value *= emission[at * TAGS + tag] as number;
          forward[at * TAGS + tag] = value;
          sum += value;
        }
        scale[at] = sum;
        for (let tag = 0; tag < TAGS; tag += 1)
          forward[at * TAGS + tag] = (forward[at * TAGS + tag] as number) / sum;
      }
      for (let tag = 0; tag < TAGS; tag += 1) backward[(size - 1) * TAGS + tag] = 1;
      for (let at = size - 2; at >= 0; at -= 1) {
        for (let from = 0; from < TAGS; from += 1) {
          let value = 0;
          for (let to = 0; to < TAGS; to += 1) {
            value +=
              (step[from * TAGS + to] as number) *
              (emission[(at + 1) * TAGS + to] as number) *
              (backward[(at + 1) * TAGS + to] as number);
          }
          backward[at * TAGS + from] = value / (scale[at + 1] as number);
        }
      }
      for (let at = 0; at < size; at += 1) {
        const base = at * TAGS;
        const gold = tags[at] as number;
        let sure = true;
        for (let tag = 0; tag < TAGS; tag += 1) {
          const share = (forward[base + tag] as number) * (backward[base + tag] as number);
          gradient[tag] = ((tag === gold ? 1 : 0) - share) * run.weight;
          if (Math.abs(gradient[tag] as number) > 1e-3) sure = false;
        }
        if (sure) continue;
        for (let feature = 0; feature < FEATURES; feature += 1) {
          if (dropped[at] === 1 && IDENTITY.includes(feature)) continue;
          const bucket = (features[at * FEATURES + feature] as number) * TAGS;
          if (bucket === unused) continue;
          for (let tag = 0; tag < TAGS; tag += 1) {
            const slope = (gradient[tag] as number) - decay * (weights[bucket + tag] as number);
            const square = (squares[bucket + tag] as number) + slope * slope;
            squares[bucket + tag] = square;
            weights[bucket + tag] = (weights[bucket + tag] as number) + (speed * slope) / Math.sqrt(square);
          }
        }
        const before = at === 0 ? 0 : (tags[at - 1] as number);
        for (let from = 0; from < TAGS; from += 1) {
          for (let to = 0; to < TAGS; to += 1) {
            const place = from * TAGS + to;
            if (ALLOWED[place] !== 1) continue;
            let share = 0;
            if (at === 0) share = from === 0 ? (forward[to] as number) * (backward[to] as number) : 0;
            else {
              share =
                ((forward[(at - 1) * TAGS + from] as number) *
                  (step[place] as number) *
                  (emission[base + to] as number) *
                  (backward[base + to] as number)) /
                (scale[at] as number);
            }
            const slope = ((from === before && to === gold ? 1 : 0) - share) * run.weight;
            const square = (transitionSquares[place] as number) + slope * slope;
            transitionSquares[place] = square;
            transitions[place] = (transitions[place] as number) + (speed * slope) / Math.sqrt(square);
          }
        }
      }
    }
    if (epoch * 2 >= epochs) {
      summed += 1;
      for (let place = 0; place < mean.length; place += 1)
        mean[place] = (mean[place] as number) + (weights[place] as number);
      for (let place = 0; place < transitions.length; place += 1) {
        transitionMean[place] = (transitionMean[place] as number) + (transitions[place] as number);
      }
    }
  }
  return {
    weights: mean.subarray(0, unused).map((sum) => sum / summed),
    transitions: transitionMean.map((sum) => sum / summed),
  };
}

/** For each run the bucket of each feature, or one past the last for a feature that is too rare. */
function placesOf(runs: readonly Run[], least: number): readonly Int32Array[] {
  const seen = new Uint8Array(1 << FEATURE_BITS);
  for (const { features } of runs) {
    for (const feature of features)
      if ((seen[feature] as number) < 255) seen[feature] = (seen[feature] as number) + 1;
  }
  return runs.map(({ features }) =>
    features.map((feature) =>
      (seen[feature] as number) < least ? 1 << BUCKET_BITS : feature >>> BUCKET_SHIFT,
    ),
  );
}
