/**
 * News items -> **hype**: how loud the news is at a moment
 *
 *   mentions = Σ (1 + log2(1 + reprints)) · 2^(−age / halfLife)     over items not newer than now
 *   score    = 100 · (1 − 2^(−(0.7 · mentions + 0.3 · publishers) / 8)) · (0.8 + 0.2 · |tone|)
 *
 * A loudness and nothing else: it has no part in the impact of a change, and the impact has none in it.
 */
import type { NewsItem } from "./news-item.ts";
import { toneOf } from "./tone.ts";

const DAY = 86_400_000;
const HALF_LIFE_DAYS = 7;
/** Weighted mentions and publishers at which half of the scale is reached. */
const HALF_SCALE = 8;
const OF_MENTIONS = 0.7;
const OF_TONE = 0.2;
/** Below this share of its weight an item is no longer counted among publishers. */
const FAINT = 1 / 64;

export interface Hype {
  /** From 0 to 100, whole. */
  readonly score: number;
  /** Decayed; one new item that nobody reprinted is 1. */
  readonly mentions: number;
  /** Hosts whose items still weigh 1/64 or more, reprints included. */
  readonly publishers: number;
  /** From -1 (alarm) to 1 (praise), newer items weighing more. */
  readonly tone: number;
  readonly halfLifeDays: number;
}

export interface HypeOptions {
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** Days after which an item weighs half. More than 0. */
  readonly halfLifeDays?: number | undefined;
}

export function hypeOf(
  items: readonly NewsItem[],
  { now, halfLifeDays = HALF_LIFE_DAYS }: HypeOptions,
): Hype {
  let [mentions, weights, tones] = [0, 0, 0];
  const publishers = new Set<string>();
  for (const { at, title, summary, publisher, alsoBy } of items) {
    if (at > now) continue;
    const weight = 2 ** (-(now - at) / (halfLifeDays * DAY));
    mentions += weight * (1 + Math.log2(1 + alsoBy.length));
    weights += weight;
    tones += weight * toneOf(`${title}\n${summary}`);
    if (weight >= FAINT) for (const host of [publisher, ...alsoBy]) publishers.add(host);
  }
  const tone = weights === 0 ? 0 : tones / weights;
  const loudness = OF_MENTIONS * mentions + (1 - OF_MENTIONS) * publishers.size;
  const part = 1 - 2 ** (-loudness / HALF_SCALE);
  return {
    score: Math.round(100 * part * (1 - OF_TONE + OF_TONE * Math.abs(tone))),
    mentions: Math.round(mentions * 100) / 100,
    publishers: publishers.size,
    tone: Math.round(tone * 100) / 100,
    halfLifeDays,
  };
}
