/** Events of small logs, in which everything meets; names hold what breaks out of quotes. */
import fc from "fast-check";
import { type Event, type EventType, type HoldScope, PURPOSES } from "../src/events/event.ts";
import { REACH } from "../src/events/subject.ts";
import { printTime } from "../src/events/time.ts";
import { FEEDBACK_KINDS } from "../src/sources/conversation.ts";

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const FIRST = Date.UTC(2025, 0, 30, 23, 59, 59, 999);

/** Few enough for ties; a month's end and a leap of one millisecond among them. */
export const LOG_INSTANTS: readonly number[] = [
  FIRST,
  FIRST + 1,
  FIRST + HOUR,
  FIRST + 29 * DAY,
  FIRST + 90 * DAY,
  FIRST + 120 * DAY,
];

const ACCOUNTS = ["a'; DROP TABLE events; --", "b\\'\n\"`", "", "é\u{ffff}", "\u{1f600}$1?"];
const CONVERSATIONS = ["c'1", "c\\2", "c\n--3", "c/*4*/", "c;5"];
export const HOLDS = ["hold-1", "hold'2", "h\\;--\n3"];
const PLANS = ["free", "pro'", "team\\"];
const REGIONS = ["US", "UK", "GB", "CH", "EEA", "EEA-DE", "FR", "BR"];
export const DOCUMENTS = ["consumer-terms", "terms'2\\;--"];

/** The first more often than the others. */
export function often<T>([first, ...others]: readonly T[], weight = 3): fc.Arbitrary<T> {
  return fc.oneof(
    { weight, arbitrary: fc.constant(first as T) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

const instant = fc.constantFrom(...LOG_INSTANTS);
const account = often(ACCOUNTS);
const conversation = often(CONVERSATIONS, 1);
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
const limits = {
  conversations: few(conversation),
  plans: few(plan),
  exceptPlans: few(plan),
  regions: few(scopeRegion),
  exceptRegions: few(scopeRegion),
};
/** Mostly none or one, or nothing would be held. */
export const scope = fc.oneof(
  fc.constant({}),
  ...Object.entries(limits).map(([name, list]) => fc.record({ [name]: list })),
  some(limits),
) as fc.Arbitrary<HoldScope>;

const kinds = fc.oneof(
  { weight: 1, arbitrary: fc.constant(["*"]) },
  {
    weight: 2,
    arbitrary: fc.subarray(
      [
        "account.plan-changed",
        "account.region-changed",
        "account.credential-changed",
        "choice.made",
        "conversation.created",
        "feedback.given",
        "hold.placed",
        "item.added",
        "notice.shown",
        "participant.joined",
        "safety.cleared",
      ],
      { minLength: 3 },
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
      validFor: often(["PT1H", "P1M", "P29D", "P1Y", "P2M1DT1H"], 1),
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
  "hold.placed": some({ hold: often(HOLDS), scope }, ["hold"]),
  "hold.released": fc.record({ hold: often(HOLDS) }),
  "run.started": some(
    { run: fc.constantFrom("run-1", "run'2", "r\\3"), includes: fc.array(conversation, { maxLength: 3 }) },
    ["run"],
  ),
  "copy.destroyed": fc.record({ copy: fc.constant("x") }),
  "log-complete": some({ kinds, until: instant.map(printTime) }, ["kinds"]),
};

/** What happens together: a log is about one of these, so that its events meet. */
export const THEMES: readonly (readonly EventType[])[] = [
  ["choice.made", "choice.made", "choice.made", "conversation.created", "item.added"],
  ["choice.made", "choice.made", "choice.made", "conversation.created", "notice.shown", "log-complete"],
  ["choice.made", "conversation.created", "item.added", "log-complete", "log-complete"],
  ["choice.made", "choice.made", "choice.made", "item.added"],
  ["hold.placed", "hold.released", "conversation.created"],
  ["hold.placed", "hold.released", "conversation.created", "hold.released"],
  [
    "hold.placed",
    "hold.placed",
    "hold.released",
    "account.plan-changed",
    "account.region-changed",
    "conversation.created",
  ],
  ["account.created", "account.plan-changed", "account.moved", "conversation.created", "log-complete"],
  ["account.plan-changed", "account.plan-changed", "conversation.created", "log-complete"],
  ["account.credential-changed", "account.credential-changed", "conversation.created"],
  ["account.created", "account.moved", "account.deleted", "terms.acknowledged", "conversation.created"],
  [
    "objection.filed",
    "objection.withdrawn",
    "organisation.retention-set",
    "organisation.opted-in",
    "conversation.created",
  ],
  ["feedback.given", "safety.flagged", "safety.cleared", "review.done", "conversation.created", "item.added"],
  ["participant.joined", "participant.joined", "choice.made", "conversation.created", "log-complete"],
  ["participant.joined", "choice.made", "conversation.created"],
  ["run.started", "run.started", "conversation.created"],
  Object.keys(DATA) as EventType[],
];

export const BEGINNING = 0;
const id = fc.constantFrom("e'", "e\\", "E", "é", "\u{ffff}", "\u{1f600}", "e;--");

export function eventOf(type: EventType): fc.Arbitrary<Event> {
  const isState =
    type === "log-complete" || type === "account.plan-changed" || type === "account.region-changed";
  const at = isState ? fc.oneof(fc.constant(BEGINNING), instant) : instant;
  return fc
    .record({
      id,
      source: fc.constantFrom("urn:one", "urn:two'"),
      reach: fc.constantFrom(...REACH[type]),
      account,
      named: fc.integer({ min: 0, max: 4 }),
      conversation,
      at,
      delay: fc.constantFrom(0, 0, 0, 0, 1, 40 * DAY),
      data: DATA[type],
    })
    .map(({ reach, account: owner, named, delay, ...event }): Event => {
      const { data } = event;
      if (type === "log-complete" && "until" in data && Date.parse(String(data.until)) < event.at) {
        Reflect.deleteProperty(data, "until");
      }
      const subject =
        reach === "every"
          ? { account: undefined, conversation: undefined }
          : reach === "account"
            ? { account: owner, conversation: undefined }
            : { account: named === 0 ? undefined : owner, conversation: event.conversation };
      return { ...event, ...subject, type, recorded: event.at + delay, data } as Event;
    });
}
