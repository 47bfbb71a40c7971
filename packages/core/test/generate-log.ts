/**
 * Small logs in which everything meets: ties in time, lapses, corrections, partial completeness, holds of
 * every reach, participants, copies of one event. Names hold what breaks out of quotes.
 */
import fc from "fast-check";
import { type Event, type EventType, type HoldScope, PURPOSES } from "../src/events/event.ts";
import { REACH } from "../src/events/subject.ts";
import { printTime } from "../src/events/time.ts";
import type { FactsNeeds } from "../src/facts/needs.ts";
import { FEEDBACK_KINDS } from "../src/sources/conversation.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = Date.UTC(2025, 0, 30, 23, 59, 59, 999);

/** Few enough for ties; a month's end and a leap of one millisecond among them. */
export const LOG_INSTANTS: readonly number[] = [
  FIRST,
  FIRST + 1,
  FIRST + HOUR,
  FIRST + DAY,
  FIRST + 29 * DAY,
  FIRST + 60 * DAY,
  FIRST + 90 * DAY,
  FIRST + 120 * DAY,
];

const ACCOUNTS = ["a'; DROP TABLE events; --", "b\\'\n\"`", "", "é\u{ffff}", "\u{1f600}$1?"];
const CONVERSATIONS = ["c'1", "c\\2", "c\n--3", "c/*4*/", "c;5"];
const HOLDS = ["hold-1", "hold'2", "h\\;--\n3"];
const PLANS = ["free", "pro'", "team\\"];
const REGIONS = ["US", "UK", "GB", "CH", "EEA", "EEA-DE", "FR", "BR"];
export const DOCUMENTS = ["consumer-terms", "terms'2\\;--"];

const instant = fc.constantFrom(...LOG_INSTANTS);
const conversation = fc.constantFrom(...CONVERSATIONS);
const plan = fc.constantFrom(...PLANS);
const choice = fc.constantFrom("granted" as const, "refused" as const);
const flag = fc.boolean();
const credential = fc.constantFrom("login", "api-key", "cloud", "anonymous");
const none = fc.constant({});
const notice = fc.constantFrom("n-1", "n'2");
const item = fc.constantFrom("i-1", "i'\\2");
const undated = fc.constantFrom(true, false);

function some(
  parts: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  requiredKeys: readonly string[] = [],
): fc.Arbitrary<object> {
  return fc.record(parts, { requiredKeys: [...requiredKeys] });
}

function few<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(one, { minLength: 1, maxLength: 2 });
}

const scopeRegion = fc.constantFrom("US", "UK", "EEA", "BR");
const scope = some({
  conversations: few(conversation),
  plans: few(plan),
  exceptPlans: few(plan),
  regions: few(scopeRegion),
  exceptRegions: few(scopeRegion),
}) as fc.Arbitrary<HoldScope>;

const kinds = fc.oneof(
  { weight: 2, arbitrary: fc.constant(["*"]) },
  {
    weight: 3,
    arbitrary: fc.array(
      fc.constantFrom(
        "choice.made",
        "item.added",
        "hold.placed",
        "participant.joined",
        "notice.shown",
        "account.plan-changed",
        "account.region-changed",
        "account.credential-changed",
        "feedback.given",
        "conversation.created",
        "safety.cleared",
      ),
      { minLength: 1, maxLength: 5 },
    ),
  },
);

const DATA: Readonly<Record<EventType, fc.Arbitrary<object>>> = {
  "account.created": some({ plan, region: fc.constantFrom(...REGIONS), minor: flag }),
  "account.plan-changed": fc.record({ plan }),
  "account.credential-changed": fc.record({ credential }),
  "account.region-changed": fc.record({ region: fc.constantFrom(...REGIONS) }),
  "account.moved": fc.record({ to: plan, data: fc.constantFrom("moved", "kept", "deleted", "left") }),
  "account.deleted": none,
  "contract.terminated": none,
  "organisation.retention-set": fc.record({ max: fc.constantFrom("P90D", "P1Y", null) }),
  "organisation.opted-in": fc.record({ in: flag }),
  "terms.acknowledged": fc.record({ document: fc.constantFrom(...DOCUMENTS, "another") }),
  "notice.shown": some({ notice, dialog: fc.constantFrom("pass", "fail") }),
  "choice.made": some(
    {
      purpose: fc.oneof({ weight: 3, arbitrary: fc.constant("train-general") }, fc.constantFrom(...PURPOSES)),
      choice,
      notice,
      validFor: fc.constantFrom("P1M", "PT1H", "P29D", "P1Y", "P2M1DT1H"),
      explicit: flag,
    },
    ["purpose", "choice"],
  ),
  "objection.filed": none,
  "objection.withdrawn": none,
  "conversation.created": some({
    undated,
    surface: fc.constantFrom("chat", "api"),
    mode: fc.constantFrom("ordinary", "incognito", "temporary"),
    credential,
    plan,
    coveredModel: flag,
  }),
  "item.added": some({
    undated,
    item,
    role: fc.constantFrom("user", "assistant"),
    source: fc.constantFrom("user", "connector", "tool"),
    pasted: flag,
    hidden: flag,
    signal: fc.constantFrom("train-ai=n", "tdm-reservation=1", "other"),
  }),
  "participant.joined": some({ account: fc.constantFrom(...ACCOUNTS, "nobody"), choice }, ["account"]),
  "feedback.given": some({ undated, kind: fc.constantFrom(...FEEDBACK_KINDS) }, ["kind"]),
  "safety.flagged": none,
  "safety.cleared": none,
  "review.done": none,
  "conversation.deleted": none,
  "hold.placed": some({ hold: fc.constantFrom(...HOLDS), scope }, ["hold"]),
  "hold.released": fc.record({ hold: fc.constantFrom(...HOLDS) }),
  "run.started": some(
    { run: fc.constantFrom("run-1", "run'2", "r\\3"), includes: fc.array(conversation, { maxLength: 3 }) },
    ["run"],
  ),
  "copy.destroyed": fc.record({ copy: fc.constant("x") }),
  "log-complete": some({ kinds, until: instant.map(printTime) }, ["kinds"]),
};

/** What happens together: a log is about a few of these, so that its events meet. */
const THEMES: readonly (readonly EventType[])[] = [
  ["choice.made", "choice.made", "notice.shown", "conversation.created", "item.added"],
  ["hold.placed", "hold.placed", "hold.released", "account.plan-changed", "account.region-changed"],
  ["account.created", "account.plan-changed", "account.credential-changed", "account.moved"],
  ["conversation.created", "item.added", "feedback.given", "participant.joined", "choice.made"],
  ["run.started", "conversation.created", "safety.flagged", "safety.cleared", "review.done"],
  Object.keys(DATA) as EventType[],
];

const BEGINNING = 0;
const id = fc.constantFrom("e'", "e\\", "E", "é", "\u{ffff}", "\u{1f600}", "e;--");

function eventOf(type: EventType): fc.Arbitrary<Event> {
  const isState =
    type === "log-complete" || type === "account.plan-changed" || type === "account.region-changed";
  const at = isState ? fc.oneof(fc.constant(BEGINNING), instant) : instant;
  return fc
    .record({
      id,
      source: fc.constantFrom("urn:one", "urn:two'"),
      reach: fc.constantFrom(...REACH[type]),
      account: fc.constantFrom(...ACCOUNTS),
      named: fc.integer({ min: 0, max: 3 }),
      conversation,
      at,
      delay: fc.constantFrom(0, 0, 0, 1, DAY, 40 * DAY),
      data: DATA[type],
    })
    .map(({ reach, account, named, delay, ...event }): Event => {
      const { data } = event;
      if (type === "log-complete" && "until" in data && Date.parse(String(data.until)) < event.at) {
        Reflect.deleteProperty(data, "until");
      }
      const subject =
        reach === "every"
          ? { account: undefined, conversation: undefined }
          : reach === "account"
            ? { account, conversation: undefined }
            : { account: named === 0 ? undefined : account, conversation: event.conversation };
      return { ...event, ...subject, type, recorded: event.at + delay, data } as Event;
    });
}

/**
 * Events in the order in which they were recorded. An id comes twice where a copy was recorded later, with
 * other contents or the same.
 */
export const log: fc.Arbitrary<readonly Event[]> = fc
  .record({
    themes: fc.subarray([...THEMES], { minLength: 1, maxLength: 3 }),
    size: fc.integer({ min: 1, max: 30 }),
    isListed: fc.constantFrom(true, true, false),
  })
  .chain(({ themes, size, isListed }) =>
    fc
      .array(fc.constantFrom(...themes.flat()).chain(eventOf), { minLength: size, maxLength: size })
      .chain((events) =>
        fc
          .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.constantFrom(0, DAY)), { maxLength: 3 })
          .map((copies) => {
            const numbered = events.map((event, index) => ({
              ...event,
              id: `${event.id}${index % 7}${index}`,
            }));
            return [...numbered, ...copies.flatMap((copy) => copyOf(numbered, copy)), ...listed(isListed)];
          }),
      ),
  )
  .map((events) => events.toSorted((a, b) => a.recorded - b.recorded || a.at - b.at));

/** The same event once more, or one that took its id, recorded later. */
function copyOf(
  events: readonly Event[],
  [of, like, delay]: readonly [number, number, number],
): readonly Event[] {
  const [one, other] = [events[of], events[like]];
  if (one === undefined || other === undefined) return [];
  if (delay === 0) return [one];
  return [{ ...other, id: one.id, source: one.source, recorded: one.recorded + delay }];
}

function listed(isListed: boolean): readonly Event[] {
  if (!isListed) return [];
  return [
    {
      id: "complete",
      source: "urn:one",
      type: "log-complete",
      account: undefined,
      conversation: undefined,
      at: BEGINNING,
      recorded: BEGINNING,
      data: { kinds: ["*"] },
    },
  ];
}

/** What a set may ask of the log beside the vocabulary. */
export const needs: fc.Arbitrary<FactsNeeds> = fc.record({
  acknowledged: fc.subarray([...DOCUMENTS]),
  holdScopes: fc.array(
    fc
      .array(fc.tuple(fc.constantFrom(...HOLDS), scope), { maxLength: 2 })
      .map((scopes): Readonly<Record<string, HoldScope>> => Object.fromEntries(scopes)),
    { maxLength: 2 },
  ),
});

/**
 * Several logs as one, for engines that take long to plan a query: accounts, ids and conversations without
 * an account are told apart; what concerns every account is the first log's.
 */
export function asOne(logs: readonly (readonly Event[])[]): readonly Event[] {
  return logs.flatMap((events, index) =>
    events.flatMap((event) => {
      if (event.account === undefined && event.conversation === undefined) return index === 0 ? [event] : [];
      const account = event.account === undefined ? undefined : `${index} ${event.account}`;
      const place = account === undefined ? `${index} ${event.conversation}` : event.conversation;
      const joined = event.type === "participant.joined" ? { account: `${index} ${event.data.account}` } : {};
      return [
        {
          ...event,
          id: `${index} ${event.id}`,
          account,
          conversation: place,
          data: { ...event.data, ...joined },
        } as Event,
      ];
    }),
  );
}
