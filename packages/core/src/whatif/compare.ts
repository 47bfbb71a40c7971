/**
 * One conversation x two sides -> **Comparison** -> tally
 *
 * Decides twice and says what differs: per purpose the transition with its date and what would turn it
 * back, per copy how its end moves. Promise: `compare` of a side with itself has no change.
 */
import { decide } from "../decision/decide.ts";
import type { Decision, UseAnswer } from "../decision/decision.ts";
import { type End, endOf } from "../decision/end.ts";
import type { Purpose } from "../events/event.ts";
import { deriveItem } from "../facts/derive-item.ts";
import type { Facts } from "../facts/facts.ts";
import { actionsFor } from "./actions.ts";
import { effectsOf } from "./effect.ts";
import type { FactsAt, Recorded } from "./facts-at.ts";
import { keepChanges } from "./keep-changes.ts";
import { segmentsOf } from "./segments.ts";
import type { Answer, Change, Comparison, ItemFlow, Transition, WhatIfQuestion } from "./what-if.ts";

export function compare(question: WhatIfQuestion, finder: FactsAt, recorded: Recorded): Comparison {
  const { before, after } = question;
  const old = finder.of(recorded, before.at, before.known);
  const now = finder.of(recorded, after.at, after.known);
  const existed = existence(old, now);
  const segments = segmentsOf(now.exists ? now : old, finder);
  const { account, conversation } = recorded;
  const nothing = { transitions: [], changes: [], keeps: [], items: [] };
  if (existed !== "both") return { account, conversation, existed, segments, ...nothing };

  const purposes = question.purposes ?? purposesOf(question, old, now);
  const was = decide(before.prepared, old, purposes);
  const is = decide(after.prepared, now, purposes);
  const transitions = transitionsOf(was, is);
  const items = question.items === true ? itemFlows(question, recorded, old, now, purposes) : [];
  return {
    account,
    conversation,
    existed,
    segments,
    transitions,
    changes: changesOf(transitions, is, question, finder, recorded),
    keeps: keepChanges(was, is),
    items,
  };
}

function existence({ exists: old }: Facts, { exists: now }: Facts): Comparison["existed"] {
  if (old) return now ? "both" : "before";
  return now ? "after" : "neither";
}

function purposesOf({ before, after }: WhatIfQuestion, old: Facts, now: Facts): readonly Purpose[] {
  const spoken = [...decide(before.prepared, old).uses, ...decide(after.prepared, now).uses];
  return [...new Set(spoken.map(({ purpose }) => purpose))];
}

function transitionsOf(was: Decision, is: Decision): readonly Transition[] {
  return was.uses.flatMap((use, place) => {
    const next = is.uses[place];
    return next === undefined ? [] : [{ purpose: use.purpose, before: answerOf(use), after: answerOf(next) }];
  });
}

function answerOf(use: UseAnswer): Answer {
  const { reason, rule, policy } = use;
  return {
    end: endOf(use),
    reason,
    rule,
    policy: policy === undefined ? undefined : `${policy.id}@${policy.version}`,
  };
}

function changesOf(
  transitions: readonly Transition[],
  is: Decision,
  { after, dating }: WhatIfQuestion,
  finder: FactsAt,
  recorded: Recorded,
): readonly Change[] {
  const changed = transitions.filter((one) => one.before.end !== one.after.end);
  if (changed.length === 0) return [];
  const effects = effectsOf(changed, dating, finder, recorded, after.known);
  const actions = actionsFor(changed, after, finder, recorded);
  return changed.map((transition) => {
    const use = is.uses.find(({ purpose }) => purpose === transition.purpose);
    return {
      ...transition,
      effect: effects.get(transition.purpose) ?? "undated",
      actions: actions.get(transition.purpose) ?? [],
      advice: use?.advice ?? [],
      unknowns: use?.unknowns ?? [],
    };
  });
}

/** Items that were there on both sides. */
function itemFlows(
  { before, after }: WhatIfQuestion,
  { events }: Recorded,
  old: Facts,
  now: Facts,
  purposes: readonly Purpose[],
): readonly ItemFlow[] {
  const flows = new Map<string, { purpose: Purpose; before: End; after: End; items: number }>();
  for (const event of events) {
    if (event.type !== "item.added") continue;
    if (event.at > Math.min(before.at, after.at)) continue;
    if (event.recorded > Math.min(before.known, after.known)) continue;
    const was = decide(before.prepared, deriveItem(old, event), purposes);
    const is = decide(after.prepared, deriveItem(now, event), purposes);
    for (const one of transitionsOf(was, is)) {
      const ends = { purpose: one.purpose, before: one.before.end, after: one.after.end };
      const key = `${ends.purpose} ${ends.before} ${ends.after}`;
      const flow = flows.get(key) ?? { ...ends, items: 0 };
      flow.items += 1;
      flows.set(key, flow);
    }
  }
  return [...flows.values()];
}
