/** Two versions -> provisions followed, facts on axes -> **change** */
import { allFacts } from "../axes/all-facts.ts";
import type { DocumentName, Version } from "../document.ts";
import { follow } from "../provisions/follow.ts";
import type { Provision, Succession } from "../provisions/provision.ts";
import { split } from "../provisions/split.ts";
import { clocksOf } from "./clocks.ts";
import { compareFacts } from "./compare.ts";
import { SEVERITY } from "./data/impact-weights.ts";
import { directionOfAll } from "./direction.ts";
import { impactOf, scoreOfChange } from "./impact.ts";
import { noticeOf } from "./notice.ts";
import { regulationsOf } from "./regulations.ts";
import { type Summed, summaryOf } from "./summary.ts";
import type { AxisChange, TermsChange } from "./terms-change.ts";

/**
 * `before` is the version that `after` is to be held against: the last one that was seen well. Changes come
 * with the weightiest first.
 */
export function changeOf(document: DocumentName, before: Version, after: Version): TermsChange {
  return changeOfProvisions(document, before, after, split(before.text)).change;
}

/**
 * The same within a history, in which the provisions of `before` have their surviving ids already; gives
 * those of `after` to go on with.
 */
export function changeOfProvisions(
  document: DocumentName,
  before: Version,
  after: Version,
  earlier: readonly Provision[],
): { readonly change: TermsChange; readonly provisions: readonly Provision[] } {
  const { provisions, succession } = follow(earlier, split(after.text));
  const facts = { before: allFacts(before, earlier), after: allFacts(after, provisions) };
  const changes = compareFacts(facts.before, facts.after, succession)
    .map((one) => ({ one, score: scoreOfChange(one, facts.after) }))
    .sort(byWeight)
    .map(({ one }) => one);
  const clocks = clocksOf(before, after);
  const summed: Summed = {
    document,
    before: { id: before.id, at: before.at },
    after: { id: after.id, at: after.at },
    changes,
    direction: directionOfAll(changes),
    impact: impactOf(changes, facts.after),
    regulations: regulationsOf(changes),
    clocks,
    notice: noticeOf(facts.before, clocks, changes.length > 0),
    provisions: countFates(succession),
  };
  return { change: { ...summed, summary: summaryOf(summed) }, provisions };
}

/** A provision that was split or merged counts once. */
function countFates(succession: readonly Succession[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { fate } of succession) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}

interface Weighed {
  readonly one: AxisChange;
  readonly score: number;
}

/** Of equal scores the weightier axis, then what changed before what is new or gone; else as they came. */
function byWeight(a: Weighed, b: Weighed): number {
  const isOneSided = (weighed: Weighed): number => (weighed.one.kind === "changed" ? 0 : 1);
  return b.score - a.score || SEVERITY[b.one.axis] - SEVERITY[a.one.axis] || isOneSided(a) - isOneSided(b);
}
