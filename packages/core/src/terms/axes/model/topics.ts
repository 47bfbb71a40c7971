/** Title of a case or mark of a category -> **axis and topic**. */
import type { Axis } from "../axis.ts";
import { TOPICS } from "./data/topics.ts";

export interface Topic {
  readonly axis: Axis;
  readonly topic: string;
}

const BY_KIND: ReadonlyMap<string, Topic> = new Map(
  TOPICS.flatMap(({ axis, topic, kinds }) => kinds.map((kind) => [kind, { axis, topic }] as const)),
);

/** @param kind a title of ToS;DR as people wrote it, or a tag of CLAUDETTE; none for kinds without an axis */
export function axisOf(kind: string): Topic | undefined {
  return BY_KIND.get(kind);
}

export interface RankedTopic extends Topic {
  readonly p: number;
}

/** The topic of the likely cases, and how likely all its cases are together; none if none has an axis. */
export function likelyTopic(
  cases: readonly { readonly case: string; readonly p: number }[],
): RankedTopic | undefined {
  const sums = new Map<string, RankedTopic>();
  for (const { case: title, p } of cases) {
    const topic = axisOf(title);
    if (topic === undefined) continue;
    const name = `${topic.axis} ${topic.topic}`;
    sums.set(name, { ...topic, p: (sums.get(name)?.p ?? 0) + p });
  }
  let best: RankedTopic | undefined;
  for (const one of sums.values()) if (best === undefined || one.p > best.p) best = one;
  return best;
}
