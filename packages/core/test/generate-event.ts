/** Arbitrary events of every type, as any log may hold them. */
import fc from "fast-check";
import { EVENT_TYPES, type Event, type EventData, type EventType, PURPOSES } from "../src/events/event.ts";
import { REACH } from "../src/events/subject.ts";
import { FEEDBACK_KINDS } from "../src/sources/conversation.ts";

type DataOf = { readonly [K in EventType]: fc.Arbitrary<EventData[K]> };

/** Ids with what a subject must encode. */
export const id: fc.Arbitrary<string> = fc.oneof(
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 8 }),
  fc.string({ unit: fc.constantFrom("/", "%", "a", "é", " ", "*", "2", "F"), minLength: 1, maxLength: 6 }),
);

const instant: fc.Arbitrary<number> = fc.integer({
  min: Date.UTC(1990, 0, 1),
  max: Date.UTC(10_000, 0, 1) - 1,
});

const region = fc.constantFrom("US", "UK", "CH", "EEA", "EEA-DE", "BR");
const choice = fc.constantFrom("granted" as const, "refused" as const);
const purpose = fc.constantFrom(...PURPOSES);
const flag = fc.boolean();
const period = fc.constantFrom("P1Y", "P90D", "P6M", "PT72H");
const credential = fc.constantFrom("login", "api-key", "cloud", "anonymous");
const none = fc.constant({});
const ids = fc.array(id, { minLength: 1, maxLength: 3 });
const scopeRegions = fc.array(fc.constantFrom("US", "UK", "EEA", "JP"), { minLength: 1, maxLength: 2 });

function some<T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

export const holdScope = some({
  conversations: ids,
  plans: ids,
  exceptPlans: ids,
  regions: scopeRegions,
  exceptRegions: scopeRegions,
});

const DATA: DataOf = {
  "account.created": some({ plan: id, region, minor: flag }),
  "account.plan-changed": fc.record({ plan: id }),
  "account.credential-changed": fc.record({ credential }),
  "account.region-changed": fc.record({ region }),
  "account.moved": fc.record({
    to: id,
    data: fc.constantFrom("moved" as const, "kept" as const, "deleted" as const, "left" as const),
  }),
  "account.deleted": none,
  "contract.terminated": none,
  "organisation.retention-set": fc.record({ max: fc.option(period) }),
  "organisation.opted-in": fc.record({ in: flag }),
  "terms.acknowledged": fc.record({ document: id }),
  "notice.shown": some({
    notice: id,
    surface: id,
    dialog: fc.constantFrom("pass" as const, "fail" as const),
    language: fc.constantFrom("en", "de-CH"),
  }),
  "choice.made": fc.record(
    {
      purpose,
      choice,
      surface: id,
      notice: id,
      before: fc.constantFrom("on" as const, "off" as const, "none" as const),
      validFor: period,
      explicit: flag,
    },
    { requiredKeys: ["purpose", "choice"] },
  ),
  "objection.filed": some({ basis: id }),
  "objection.withdrawn": none,
  "conversation.created": some({
    undated: flag,
    surface: id,
    mode: fc.constantFrom("ordinary" as const, "incognito" as const, "temporary" as const),
    credential,
    plan: id,
    coveredModel: flag,
  }),
  "item.added": some({
    undated: flag,
    item: id,
    role: fc.constantFrom("user", "assistant", "system", "tool"),
    source: fc.constantFrom("user" as const, "connector" as const, "tool" as const),
    pasted: flag,
    hidden: flag,
    signal: id,
    name: id,
  }),
  "participant.joined": fc.record({ account: id, choice }, { requiredKeys: ["account"] }),
  "feedback.given": fc.record(
    { undated: flag, kind: fc.constantFrom(...FEEDBACK_KINDS), rating: id, item: id },
    { requiredKeys: ["kind"] },
  ),
  "safety.flagged": none,
  "safety.cleared": none,
  "review.done": none,
  "conversation.deleted": none,
  "hold.placed": fc.record({ hold: id, scope: holdScope }, { requiredKeys: ["hold"] }),
  "hold.released": fc.record({ hold: id }),
  "run.started": fc.record(
    {
      run: id,
      purpose,
      includes: fc.array(id),
      manifest: fc.constantFrom(`sha256:${"0a".repeat(32)}`, `sha256:${"f3".repeat(32)}`),
      model: id,
    },
    { requiredKeys: ["run"] },
  ),
  "copy.destroyed": fc.record({ copy: id }),
  "log-complete": fc.record(
    {
      kinds: fc.array(fc.constantFrom(...EVENT_TYPES, "*"), { minLength: 1 }),
      until: fc.constant("9999-12-31T23:59:59.999Z"),
    },
    { requiredKeys: ["kinds"] },
  ),
};

export const event: fc.Arbitrary<Event> = fc.constantFrom(...EVENT_TYPES).chain((type) =>
  fc
    .tuple(DATA[type] as fc.Arbitrary<object>, fc.constantFrom(...REACH[type]), id, fc.option(id), id, id)
    .chain(([data, reach, account, owner, conversation, eventId]) =>
      fc.tuple(instant, instant, id).map(([at, recorded, source]) => {
        const subject =
          reach === "every"
            ? { account: undefined, conversation: undefined }
            : reach === "account"
              ? { account, conversation: undefined }
              : { account: owner ?? "", conversation };
        return { id: eventId, source, type, ...subject, at, recorded, data } as Event;
      }),
    ),
);
