/**
 * The conformance format: real events, every part of the answer that a case cares about.
 *
 * `{id, title, policy, events, at, known?, conversation, item?, purpose, expect}`; `events` are
 * CloudEvents objects without the parts that are the same in all (`specversion`, `source`, `id`).
 */
import { ProvisoError } from "@proviso/core";
import { type Decision, decide, type Prepared } from "@proviso/core/decision";
import { type Event, type EventOf, type Purpose, parseEvent } from "@proviso/core/events";
import { derive, deriveItem, foldAccount, indexEvents } from "@proviso/core/facts";
import type { Case, CaseResult } from "./case.ts";
import type { Mismatch, Part } from "./compare.ts";

interface ExpectedClock {
  readonly copy: string;
  readonly bound: string;
  readonly period?: string;
  readonly from?: string;
  readonly until?: string;
  readonly applies?: "yes" | "maybe";
}

interface Expect {
  readonly use: "permit" | "deny";
  readonly exposure?: "permit" | "deny";
  readonly reason: string;
  readonly basis?: "text" | "interpretation";
  readonly obligations?: readonly string[];
  readonly unknowns?: readonly string[];
  readonly runs?: readonly string[];
  readonly clocks?: readonly ExpectedClock[];
  /** Copies of which no clock may speak. */
  readonly absent?: readonly string[];
}

interface Written {
  readonly id: string;
  readonly title: string;
  readonly policy: string;
  readonly account?: string;
  readonly conversation: string;
  readonly item?: string;
  readonly purpose: Purpose;
  readonly at: string;
  readonly known?: string;
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly expect: Expect;
}

const REQUIRED = ["id", "title", "policy", "conversation", "purpose", "at", "events", "expect"] as const;

/** @throws ProvisoError CASE_INVALID, or EVENT_INVALID for an event */
export function readDecisionCases(parsed: readonly unknown[], file: string): readonly Case[] {
  return parsed.map((one, index) => {
    const written = one as Written;
    for (const field of REQUIRED) {
      if (written[field] === undefined) {
        throw new ProvisoError("CASE_INVALID", `case ${written.id ?? index + 1} has no \`${field}\``, {
          place: { file, field: `[${index}].${field}` },
        });
      }
    }
    const events = written.events.map((event, number) => asEvent(event, written, number, file));
    return {
      id: written.id,
      title: written.title,
      policy: written.policy,
      log: {
        events,
        at: Date.parse(written.at),
        known: written.known === undefined ? undefined : Date.parse(written.known),
      },
      confidence: {},
      run: (prepared, parts) => run(written, events, prepared, parts),
    };
  });
}

function asEvent(
  event: Readonly<Record<string, unknown>>,
  written: Written,
  number: number,
  file: string,
): Event {
  const wire = {
    specversion: "1.0",
    id: `${written.id}-${number + 1}`,
    source: "urn:proviso:case",
    ...(event["subject"] === undefined ? { subject: `accounts/${written.account ?? "a"}` } : {}),
    ...event,
  };
  const read = parseEvent(wire, { file, field: `${written.id}.events[${number}]` });
  if ("foreign" in read) {
    throw new ProvisoError("CASE_INVALID", `case ${written.id}: unknown event type \`${read.type}\``, {
      place: { file },
    });
  }
  return read;
}

function run(
  written: Written,
  events: readonly Event[],
  prepared: Prepared,
  parts: readonly Part[],
): CaseResult {
  const log = indexEvents(events);
  const at = Date.parse(written.at);
  const known = written.known === undefined ? Number.POSITIVE_INFINITY : Date.parse(written.known);
  const stateOf = (name: string): ReturnType<typeof foldAccount> =>
    foldAccount(
      log,
      log.accounts.get(name) ?? { account: name, events: [], conversations: new Map() },
      at,
      known,
    );
  const account = written.account ?? "a";
  const recorded = log.accounts.get(account)?.conversations.get(written.conversation) ?? [];
  const facts = derive(stateOf(account), written.conversation, recorded, stateOf);
  const decision = decide(prepared, facts, [written.purpose]);
  const item = recorded.find(
    (event): event is EventOf<"item.added"> =>
      event.type === "item.added" && event.data.item === written.item,
  );
  const answered =
    written.item === undefined || item === undefined
      ? decision
      : decide(prepared, deriveItem(facts, item), [written.purpose]);
  const mismatches = [
    ...(parts.includes("training") ? compareUse(written.expect, answered, decision) : []),
    ...(parts.includes("retention") ? compareClocks(written.expect, decision) : []),
  ];
  return { decision, mismatches, unknown: [] };
}

function compareUse(expect: Expect, answered: Decision, decision: Decision): readonly Mismatch[] {
  const found: Mismatch[] = [];
  const [got] = answered.uses;
  const why = got?.rule === undefined ? "no rule" : `rule \`${got.rule}\``;
  const differ = (wanted: unknown, gave: unknown): void => {
    const [expected, shown] = [JSON.stringify(wanted), JSON.stringify(gave)];
    if (wanted !== undefined && expected !== shown)
      found.push({ part: "training", expected, got: shown, why });
  };
  differ([expect.use, expect.exposure ?? expect.use, expect.reason], [got?.use, got?.exposure, got?.reason]);
  differ(expect.basis, got?.basis);
  differ(expect.obligations, got?.obligations);
  differ(expect.unknowns, got?.unknowns);
  differ(expect.runs, decision.runs);
  return found;
}

function compareClocks(expect: Expect, decision: Decision): readonly Mismatch[] {
  const found: Mismatch[] = [];
  const got = decision.clocks.map((clock) =>
    JSON.stringify([clock.copy, clock.bound, clock.period, iso(clock.from), iso(clock.until), clock.applies]),
  );
  for (const clock of expect.clocks ?? []) {
    const { copy, bound, period, from, until, applies = "yes" } = clock;
    const wanted = JSON.stringify([copy, bound, period, canonical(from), canonical(until), applies]);
    if (!got.includes(wanted)) {
      found.push({
        part: "retention",
        expected: wanted,
        got: got.join(" ") || "no clocks",
        why: "clocks differ",
      });
    }
  }
  for (const copy of expect.absent ?? []) {
    const there = decision.clocks.filter((clock) => clock.copy === copy);
    if (there.length > 0) {
      found.push({ part: "retention", expected: `no ${copy}`, got: got.join(" "), why: "must be absent" });
    }
  }
  return found;
}

function iso(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

function canonical(instant: string | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}
