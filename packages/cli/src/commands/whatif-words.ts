/** What a what-if finds -> words, the same in the terminal and on the page */
import type { End } from "@proviso/core/decision";
import type { Action, Counted, KeepChangeKind, SegmentName, Spread, WhatIf } from "@proviso/core/whatif";
import { count, counted } from "../terminal/words.ts";

export const END_LABELS: Readonly<Record<End, string>> = {
  used: "used",
  "not-used": "not used",
  "cannot-tell": "cannot tell",
};

export const KEEP_WORDS: Readonly<Record<KeepChangeKind, string>> = {
  appears: "newly kept",
  "may-appear": "perhaps newly kept",
  disappears: "no longer kept",
  "may-disappear": "no longer kept, where it was",
  longer: "to be gone later",
  shorter: "to be gone earlier",
  "no-date": "no longer ends by a date",
  "gets-date": "newly ends by a date",
  floor: "must be kept for another time",
};

export const SEGMENT_WORDS: Readonly<Record<SegmentName, string>> = {
  plan: "plan",
  region: "region",
  kind: "kind",
  language: "language of the notice",
};

/** A sentence, or a part of one, with how many conversations it is about. */
export interface SaidCount {
  readonly says: string;
  readonly conversations: number;
}

const ACTION_WORDS = {
  refuse: "switch the setting off, or refuse",
  object: "file an objection",
  delete: "delete the chat",
  ask: "ask again, and be granted an express choice",
  "opt-out": "have the organisation opt out",
  "opt-in": "have the organisation opt in",
} as const;

/** Plans under which it would not change are one question to a person: which contract is it? */
export function actionWords(actions: readonly Counted<Action>[]): readonly SaidCount[] {
  const own = actions.flatMap(({ value, conversations }) =>
    value.kind === "move" ? [] : [{ says: ACTION_WORDS[value.kind], conversations }],
  );
  const moves = actions.filter(({ value }) => value.kind === "move");
  const reach = Math.max(0, ...moves.map(({ conversations }) => conversations));
  const plans = moves
    .filter(({ conversations }) => conversations === reach)
    .map(({ value }) => value.plan ?? "");
  if (plans.length === 0) return own;
  return [...own, { says: `check the contract: not so under ${plans.join(", ")}`, conversations: reach }];
}

/** Conversations that are not compared, by why. */
export function leftWords(
  { onlyBefore, onlyAfter, neither }: WhatIf,
  elsewhere: number,
): readonly SaidCount[] {
  return [
    { says: "began in between", conversations: onlyAfter },
    { says: "had begun on the first side only", conversations: onlyBefore },
    { says: "had not begun", conversations: neither },
    { says: "of other products", conversations: elsewhere },
  ].filter(({ conversations }) => conversations > 0);
}

const YEAR = 365.25;

function daysText(days: number): string {
  const size = Math.abs(days);
  const years = size / YEAR;
  return years >= 2 ? `${count(Math.round(years * 10) / 10)} years` : counted(size, "day");
}

/** `by 30 days`, or how it is spread. */
export function spreadText({ least, median, greatest }: Spread): string {
  if (signed(least) === signed(greatest)) return `by ${signed(median)}`;
  return `by ${signed(median)} in the middle, from ${signed(least)} to ${signed(greatest)}`;
}

function signed(days: number): string {
  return `${daysText(days)} ${days < 0 ? "less" : "more"}`;
}

export function knownText(value: string | undefined): string {
  return value ?? "not known";
}
