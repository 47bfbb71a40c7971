/** A what-if for programs: one JSON object, described in docs/what-if.md; and the lines of its list */
import type { Answer, Comparison, Effect, Flow, KeepChange, KeepFlow, WhatIf } from "@proviso/core/whatif";
import { isoText } from "../terminal/words.ts";
import type { Compared } from "../whatif/run.ts";

export interface WhatIfFrame {
  readonly before: string;
  readonly after: string;
  readonly due: readonly string[];
  readonly elsewhere: number;
  readonly list: string | null;
  readonly html: string | null;
}

export function whatIfJson(
  found: WhatIf,
  { before, after, due, elsewhere, list, html }: WhatIfFrame,
): string {
  return `${JSON.stringify({
    before,
    after,
    due,
    told: found.told,
    compared: found.compared,
    changed: found.changed,
    accounts: found.accounts,
    changedAccounts: found.changedAccounts,
    notBegun: { before: found.onlyAfter, after: found.onlyBefore, both: found.neither },
    elsewhere,
    purposes: found.purposes.map(({ purpose, changed, otherwise, flows }) => ({
      purpose,
      changed,
      otherwise,
      flows: flows.map((flow) => flowJson(flow, found)),
    })),
    keeps: found.keeps.map((keep) => keepJson(keep, found)),
    list,
    html,
  })}\n`;
}

/** Null: not worked out where an engine has only counted. */
function flowJson(flow: Flow, { told }: WhatIf): object {
  const isEach = told === "each";
  const { before, after, conversations, accounts, items, reasons, segments } = flow;
  return {
    before,
    after,
    conversations,
    accounts,
    items,
    reasons: reasons.map((one) => ({
      before: answerJson(one.before),
      after: answerJson(one.after),
      conversations: one.conversations,
    })),
    segments: Object.fromEntries(
      Object.entries(segments).map(([name, counts]) => [
        name,
        !isEach && counts.length === 0
          ? null
          : counts.map(({ value, conversations: times }) => ({ value: value ?? null, conversations: times })),
      ]),
    ),
    effects: isEach ? effectsJson(flow) : null,
    avoidedBy: isEach
      ? flow.actions.map(({ value, conversations: times }) => ({ ...value, conversations: times }))
      : null,
    advice: flow.advice.map(({ value, conversations: times }) => ({ says: value, conversations: times })),
    unknowns: flow.unknowns.map(({ value, conversations: times }) => ({ fact: value, conversations: times })),
    list: isEach
      ? flow.list.map(({ account, conversation, effect }) => ({
          account,
          conversation,
          since: effectJson(effect),
        }))
      : null,
  };
}

function effectsJson({ firstEffect, lastEffect, undated, effects }: Flow): object {
  return {
    first: firstEffect === undefined ? null : isoText(firstEffect),
    last: lastEffect === undefined ? null : isoText(lastEffect),
    undated,
    days: effects.map(({ value, conversations }) => ({ day: isoText(value).slice(0, 10), conversations })),
  };
}

function keepJson({ copy, kinds, days, list }: KeepFlow, { told }: WhatIf): object {
  return {
    copy,
    changes: kinds.map(({ value, conversations }) => ({ change: value, conversations })),
    days: days ?? null,
    list:
      told === "each"
        ? list.map(({ account, conversation, ...change }) => ({
            account,
            conversation,
            ...keepChangeJson(change),
          }))
        : null,
  };
}

/** One line of `--list`; undefined for a conversation that stays as it is. */
export function listLine({ comparison, title }: Compared): string | undefined {
  const { account, conversation, segments, changes, keeps } = comparison;
  if (changes.length === 0 && keeps.length === 0) return undefined;
  return `${JSON.stringify({
    account,
    conversation,
    title: title ?? null,
    ...segmentsJson(segments),
    changes: changes.map(({ purpose, before, after, effect, actions, unknowns }) => ({
      purpose,
      before: answerJson(before),
      after: answerJson(after),
      since: effectJson(effect),
      avoidedBy: actions,
      unknowns,
    })),
    keeps: keeps.map((keep) => ({ copy: keep.copy, ...keepChangeJson(keep) })),
  })}\n`;
}

function segmentsJson(segments: Comparison["segments"]): object {
  return Object.fromEntries(Object.entries(segments).map(([name, value]) => [name, value ?? null]));
}

function answerJson({ end, reason, rule, policy }: Answer): object {
  return { end, reason, rule: rule ?? null, policy: policy ?? null };
}

/** Null where no date is known. */
function effectJson(effect: Effect): string | null {
  return effect === "undated" ? null : isoText(effect);
}

function keepChangeJson({ kind, before, after, days }: Omit<KeepChange, "copy">): object {
  const ends = (side: KeepChange["before"]): object | null =>
    side === undefined
      ? null
      : {
          until: side.until === null ? null : isoText(side.until),
          atLeast: typeof side.atLeast === "number" ? isoText(side.atLeast) : side.atLeast,
        };
  return { change: kind, before: ends(before), after: ends(after), days: days ?? null };
}
