import fc from "fast-check";
import { expect, test } from "vitest";
import { timeline } from "../../test/generate-timeline.ts";
import { derive, type FactName, factOf, foldAccount, indexEvents, type Slot } from "../facts/index.ts";
import type { Event } from "./event.ts";
import { parseEvent } from "./parse-event.ts";
import { parseTimeline } from "./parse-timeline.ts";
import { printEvent } from "./print-event.ts";
import type { Timeline } from "./timeline.ts";
import { timelineEvents } from "./timeline-events.ts";

const NOW = Date.UTC(2026, 8, 1);

function parsed(text: string): Timeline {
  return parseTimeline(text, "account.yaml");
}

/** Time and what happened, in the order of the events. */
function told(text: string): readonly string[] {
  return timelineEvents(parsed(text))
    .filter((event) => event.type !== "log-complete")
    .map((event) => `${new Date(event.at).toISOString()} ${event.type} ${JSON.stringify(event.data)}`);
}

/** A fact of a chat of June 2026 that was said nothing else of. */
function fact(text: string, name: FactName, at = NOW): Slot {
  const chat: Event = {
    id: "chat",
    source: "test",
    type: "conversation.created",
    account: "",
    conversation: "c",
    at: Date.UTC(2026, 5, 1),
    recorded: 0,
    data: {},
  };
  const log = indexEvents([...timelineEvents(parsed(text)), chat]);
  const account = log.accounts.get("");
  if (account === undefined) throw new Error("no account");
  return factOf(derive(foldAccount(log, account, at, at), "c", account.conversations.get("c")), name);
}

test("a day alone: what permits counts from its end, all else from its start", () => {
  expect(
    told(`
signedUp: 2024-01-01
plan: [{ from: 2024-01-02, plan: pro }]
terms: [{ document: t, acknowledged: 2024-01-03 }]
notices: [{ shown: 2024-01-04 }]
choices:
  - { at: 2024-01-05, purpose: sale, choice: granted }
  - { at: 2024-01-06, purpose: sale, choice: refused }
objections: [{ at: 2024-01-07, withdrawn: 2024-01-08 }]
deletions: [{ conversation: c, at: 2024-01-09 }]
flags: [{ conversation: c, at: 2024-01-10, cleared: 2024-01-11 }]
holds: [{ hold: h, placed: 2024-01-12, released: 2024-01-13 }]
organisation: { optedIn: true, since: 2024-01-14, terminated: 2024-01-15 }
`).map((line) => line.replace(/ \{.*/, "")),
  ).toEqual([
    "2024-01-01T00:00:00.000Z account.created",
    "2024-01-02T00:00:00.000Z account.plan-changed",
    "2024-01-03T00:00:00.000Z terms.acknowledged",
    "2024-01-04T00:00:00.000Z notice.shown",
    "2024-01-05T23:59:59.999Z choice.made",
    "2024-01-06T00:00:00.000Z choice.made",
    "2024-01-07T00:00:00.000Z objection.filed",
    "2024-01-08T23:59:59.999Z objection.withdrawn",
    "2024-01-09T00:00:00.000Z conversation.deleted",
    "2024-01-10T00:00:00.000Z safety.flagged",
    "2024-01-11T23:59:59.999Z safety.cleared",
    "2024-01-12T00:00:00.000Z hold.placed",
    "2024-01-13T23:59:59.999Z hold.released",
    "2024-01-14T23:59:59.999Z organisation.opted-in",
    "2024-01-15T00:00:00.000Z contract.terminated",
  ]);
});

test("an instant counts as it is", () => {
  expect(told("choices: [{ at: 2024-01-05T10:00:00+02:00, purpose: sale, choice: granted }]")).toEqual([
    '2024-01-05T08:00:00.000Z choice.made {"purpose":"sale","choice":"granted"}',
  ]);
});

test.each([
  [
    "signedUp: 2024-01-01\nplan: pro\nregion: US",
    ['2024-01-01T00:00:00.000Z account.created {"plan":"pro","region":"US"}'],
  ],
  [
    "plan: pro\nregion: US",
    [
      '1970-01-01T00:00:00.000Z account.plan-changed {"plan":"pro"}',
      '1970-01-01T00:00:00.000Z account.region-changed {"region":"US"}',
    ],
  ],
  [
    "signedUp: 2024-01-01T18:00:00Z\nplan: [{ from: 2024-02-01, plan: pro }, { from: 2024-01-01, plan: free }]",
    [
      '2024-01-01T18:00:00.000Z account.created {"plan":"free"}',
      '2024-02-01T00:00:00.000Z account.plan-changed {"plan":"pro"}',
    ],
  ],
  ["signedUp: 2024-01-01\nminor: true", ['2024-01-01T00:00:00.000Z account.created {"minor":true}']],
  ["organisation: { retention: none }", ['1970-01-01T00:00:00.000Z organisation.retention-set {"max":null}']],
])("%s", (text, events) => {
  expect(told(text)).toEqual(events);
});

/** The timeline, a fact, what it is; undefined for unknown. */
const FACTS: readonly (readonly [string, FactName, Slot])[] = [
  ["plan: pro", "account.plan", "pro"],
  ["plan: pro", "account.region", undefined],
  ["plan: pro\ncomplete: []", "account.plan", undefined],
  ["plan: [{ from: 2027-01-01, plan: pro }]", "account.plan", undefined],
  ["plan: pro", "training.choice", undefined],
  ["choices: []", "training.choice", "none"],
  ["choices: [{ at: 2026-01-01, purpose: train-general, choice: granted }]", "training.choice", "granted"],
  [
    "choices: [{ at: 2026-01-01, purpose: train-general, choice: granted }]\ncomplete: []",
    "training.choice",
    undefined,
  ],
  ["complete: [choices]", "training.choice", "none"],
  ["plan: pro", "objection.filedAt", undefined],
  ["objections: []", "objection.filedAt", null],
  ["plan: pro", "conversation.credential", undefined],
  ["credentials: []", "conversation.credential", "login"],
  ["credentials: [{ from: 2026-07-01, credential: api-key }]", "conversation.credential", "login"],
  ["credentials: [{ from: 2026-05-01, credential: api-key }]", "conversation.credential", "api-key"],
  ["deletions: []", "conversation.deletedAt", null],
  ["deletions: []", "account.deletedAt", null],
  ["deletions: [{ conversation: c, at: 2026-07-01 }]", "conversation.deletedAt", Date.UTC(2026, 6, 1)],
  ["feedback: []", "feedback.at", null],
  ["flags: []", "safety.flaggedAt", null],
  ["flags: [{ conversation: c, at: 2026-06-02 }]\ncomplete: []", "safety.clearedAt", undefined],
  ["holds: []", "hold.placedAt", null],
  ["holds: [{ hold: h, placed: 2026-01-01 }]", "hold.placedAt", Date.UTC(2026, 0, 1)],
  ["organisation: {}", "organisation.retention", null],
  ["organisation: {}", "organisation.optedIn", false],
  ["organisation: { retention: 90d }", "organisation.retention", "P90D"],
  ["minor: false", "account.minor", false],
  ["plan: pro", "account.minor", undefined],
];

test.each(FACTS)("%j: %s is %j", (text, name, value) => {
  expect(fact(text, name)).toBe(value);
});

test("an objection that is withdrawn while another stands has ended nothing", () => {
  const text =
    "objections: [{ at: 2026-01-01, basis: A }, { at: 2026-02-01, basis: B, withdrawn: 2026-03-01 }]";
  expect(fact(text, "objection.filedAt")).toBe(Date.UTC(2026, 1, 1));
  const both =
    "objections: [{ at: 2026-01-01, withdrawn: 2026-04-01 }, { at: 2026-02-01, withdrawn: 2026-03-01 }]";
  expect(fact(both, "objection.filedAt", Date.UTC(2026, 2, 15))).toBe(Date.UTC(2026, 1, 1));
  expect(fact(both, "objection.filedAt")).toBeNull();
  const sameDay = "objections: [{ at: 2026-01-01, withdrawn: 2026-01-05 }, { at: 2026-01-05 }]";
  expect(fact(sameDay, "objection.filedAt")).toBe(Date.UTC(2026, 0, 5));
});

test("a flag that is cleared while another stands has cleared nothing", () => {
  const text =
    "flags: [{ conversation: c, at: 2026-06-02, cleared: 2026-06-20 }, { conversation: c, at: 2026-06-10 }]";
  expect(fact(text, "safety.clearedAt")).toBeNull();
});

test("the account: the timeline's own, else the one given, else unnamed", () => {
  const accounts = [
    timelineEvents({ account: "a", choices: [] }, { account: "x" }),
    timelineEvents({ choices: [] }, { account: "x" }),
    timelineEvents({ choices: [] }),
  ].map(([event]) => event?.account);
  expect(accounts).toEqual(["a", "x", ""]);
});

test("events are in order, have ids of their own, and can be written to a log", () => {
  fc.assert(
    fc.property(timeline, (one) => {
      const events = timelineEvents(one);
      const ids = events.map((event) => event.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(events.map((event) => event.at)).toEqual(events.map((event) => event.at).sort((a, b) => a - b));
      for (const event of events) {
        expect(parseEvent(JSON.parse(JSON.stringify(printEvent(event))), {})).toEqual(event);
      }
    }),
    { numRuns: 150 },
  );
});
