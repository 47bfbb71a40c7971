/** What-ifs over tables, and what single conversations say to the same question. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Event, printEvent } from "@proviso/core/events";
import { indexEvents } from "@proviso/core/facts";
import { assemble, type PolicySet, parsePolicy } from "@proviso/core/policy";
import {
  type Comparison,
  compare,
  FactsAt,
  type Flow,
  versionsQuestion,
  type WhatIf,
  type WhatIfQuestion,
  WhatIfTally,
} from "@proviso/core/whatif";
import type { LakeWhatIfRequest } from "../src/whatif/lake-what-if.ts";

export const EVER = Number.POSITIVE_INFINITY;

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "policies/anthropic/claude-consumer");
export const CONSUMER: PolicySet = assemble(
  readdirSync(FOLDER)
    .filter((name) => /^\d.*[.]yaml$/.test(name))
    .map((name) => parsePolicy(readFileSync(join(FOLDER, name), "utf8"), name).policy),
);

export function compared(events: readonly Event[], question: WhatIfQuestion): readonly Comparison[] {
  const all = indexEvents(events);
  const finder = new FactsAt(all);
  return [...all.accounts.values()].flatMap(({ account, conversations }) =>
    [...conversations].map(([conversation, own]) =>
      compare(question, finder, { account, conversation, events: own }),
    ),
  );
}

export function tallied(comparisons: readonly Comparison[]): WhatIf {
  const tally = new WhatIfTally();
  for (const one of comparisons) tally.add(one);
  return tally.result();
}

/** What both can tell, in one order. */
export function counts({ told: _, purposes, keeps, ...rest }: WhatIf): object {
  return {
    ...rest,
    purposes: purposes
      .map(({ flows, ...one }) => ({ ...one, flows: flows.map(flowCounts) }))
      .toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1)),
    keeps: keeps.map(({ copy, kinds, days }) => ({ copy, kinds, days })),
  };
}

function flowCounts({ before, after, conversations, accounts, ...flow }: Flow): object {
  const { segments, advice, unknowns } = flow;
  // Of one rule, whichever policy was met first is named.
  const reasons = flow.reasons.map((one) => [
    ...[one.before.reason, one.before.rule, one.after.reason, one.after.rule, one.conversations],
  ]);
  const { plan, region, kind } = segments;
  return { before, after, conversations, accounts, reasons, plan, region, kind, advice, unknowns };
}

export function asked(
  folder: string,
  question: WhatIfQuestion,
  inputs: readonly string[],
  more: Partial<LakeWhatIfRequest> = {},
): LakeWhatIfRequest {
  const side = ({ prepared, at, known }: WhatIfQuestion["before"]) => ({
    set: prepared.set,
    at,
    known: known === EVER ? undefined : known,
  });
  return {
    inputs,
    before: side(question.before),
    after: side(question.after),
    madeFor: [],
    isAtGiven: false,
    purposes: question.purposes,
    work: join(folder, "work"),
    memory: 500_000_000,
    threads: 1,
    ...more,
  };
}

/** Accounts that differ in plan, choice and what happened, so that much of what the policies ask is met. */
export function consumerEvents(): readonly Event[] {
  const at = Date.UTC(2025, 7, 1);
  const event = (index: number, type: string, time: number, data: object, conversation?: string): Event =>
    ({
      ...{ id: `${type} ${index} ${conversation ?? ""}`, source: "urn:test", type, data, conversation },
      ...{ account: `a-${index}`, at: time, recorded: time },
    }) as unknown as Event;
  const complete = { ...event(0, "log-complete", 0, { kinds: ["*"] }), account: undefined };
  const own = Array.from({ length: 48 }, (_, index): readonly Event[] => {
    const plan = ["free", "pro", "max", "team"][index % 4];
    const choice = ["granted", "refused", undefined][index % 3];
    const made =
      choice === undefined ? [] : [event(index, "choice.made", at, { purpose: "train-general", choice })];
    const chats = Array.from({ length: 1 + (index % 3) }, (_one, chat): readonly Event[] => {
      const [id, began] = [`c-${chat}`, at + chat * 40 * 86_400_000];
      return [
        event(index, "conversation.created", began, { plan }, id),
        event(index, "item.added", began + 1000, { item: "i", role: "user" }, id),
        ...(index % 5 === 0 ? [event(index, "conversation.deleted", began + 86_400_000, {}, id)] : []),
        ...(index % 7 === 0 ? [event(index, "feedback.given", began + 2000, { kind: "rating" }, id)] : []),
      ];
    });
    return [event(index, "account.created", at - 1000, { plan, region: "US" }), ...made, ...chats.flat()];
  });
  return [complete, ...own.flat()];
}

export function writeLines(folder: string, events: readonly Event[]): string {
  const file = join(folder, "events.jsonl");
  writeFileSync(file, events.map((event) => `${JSON.stringify(printEvent(event))}\n`).join(""));
  return file;
}

export function published(): WhatIfQuestion {
  const [before, after] = ["2025-05-01", "2025-10-08"].map((version) =>
    CONSUMER.chains.flat().find((policy) => policy.version === version),
  );
  if (before === undefined || after === undefined) throw new Error("two versions are needed");
  return versionsQuestion({ before, after, around: CONSUMER }, Date.UTC(2026, 0, 1), { known: EVER });
}
