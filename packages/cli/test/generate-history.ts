/**
 * Random histories of one account with one conversation, in the words of a product's policies:
 * their plans, instants and documents, so that conditions are met and boundaries hit.
 */
import { EVENT_TYPES, type Event, type EventData, type EventType, type Purpose } from "@proviso/core/events";
import type { PolicySet } from "@proviso/core/policy";
import fc from "fast-check";

export interface History {
  readonly events: readonly Event[];
  readonly at: number;
  readonly known: number;
}

/** What the policies of a product speak of. */
export interface Words {
  readonly instants: readonly number[];
  readonly plans: readonly string[];
  readonly surfaces: readonly string[];
  readonly documents: readonly string[];
  readonly holds: readonly string[];
}

export const ACCOUNT = "a";
export const CHAT = "c";
const DAY = 86_400_000;
const YEAR = 365 * DAY;
const USUAL = [Date.UTC(2024, 0, 1), Date.UTC(2025, 5, 1), Date.UTC(2026, 0, 1), Date.UTC(2026, 7, 1)];

export function wordsOf(set: PolicySet): Words {
  const instants = new Set<number>(USUAL);
  const texts = new Map<string, Set<string>>([["conversation.plan", new Set(["elsewhere"])]]);
  const documents = new Set<string>(["none-such"]);
  const holds = new Set<string>(["h1", "h2"]);
  for (const policy of set.chains.flat()) {
    collect(policy, instants, texts);
    for (const { at, knownFrom } of policy.effective.fixed) instants.add(at).add(knownFrom);
    if (policy.effective.signedUpSince !== undefined) instants.add(policy.effective.signedUpSince);
    if (policy.effective.acknowledged !== undefined) documents.add(policy.effective.acknowledged);
    for (const { hold } of policy.holds) holds.add(hold);
  }
  return {
    instants: [...instants].filter((instant) => Number.isFinite(instant)),
    plans: [...(texts.get("conversation.plan") ?? [])],
    surfaces: ["chat", "coding", ...(texts.get("conversation.surface") ?? [])],
    documents: [...documents],
    holds: [...holds],
  };
}

/** Literals of conditions, found in whatever the policy holds: `fact == "x"`, `fact in [...]`, instants. */
function collect(value: unknown, instants: Set<number>, texts: Map<string, Set<string>>): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, instants, texts);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const node = value as Readonly<Record<string, unknown>>;
  if (node["kind"] === "literal" && node["type"] === "timestamp") instants.add(Number(node["value"]));
  const fact = nameOf(node["value"]) ?? nameOf(node["left"]);
  const right = node["right"] as { readonly value?: unknown } | undefined;
  const said = Array.isArray(node["list"]) ? node["list"] : [right?.value];
  for (const text of said) {
    if (fact === undefined || typeof text !== "string") continue;
    texts.set(fact, (texts.get(fact) ?? new Set()).add(text));
  }
  for (const one of Object.values(node)) collect(one, instants, texts);
}

function nameOf(value: unknown): string | undefined {
  const node = value as { readonly kind?: unknown; readonly name?: unknown } | undefined;
  return node?.kind === "fact" ? String(node.name) : undefined;
}

type DataOf = { readonly [K in EventType]?: fc.Arbitrary<EventData[K]> };

function dataOf({ plans, documents, holds }: Words): DataOf {
  const plan = fc.constantFrom(...plans);
  const hold = fc.constantFrom(...holds);
  const none = fc.constant({});
  const purpose = fc.oneof(
    { weight: 5, arbitrary: fc.constant<Purpose>("train-general") },
    { weight: 1, arbitrary: fc.constantFrom<Purpose>("human-review", "personalise", "evaluate", "share") },
  );
  const source = fc.constantFrom(
    "user" as const,
    "assistant" as const,
    "connector" as const,
    "tool" as const,
  );
  return {
    "account.plan-changed": fc.record({ plan }),
    "account.moved": fc.record({
      to: plan,
      data: fc.constantFrom("moved" as const, "kept" as const, "deleted" as const, "left" as const),
    }),
    "account.deleted": none,
    "contract.terminated": none,
    "organisation.retention-set": fc.record({ max: fc.constantFrom("P60D", "P1Y", null) }),
    "organisation.opted-in": fc.record({ in: fc.boolean() }),
    "terms.acknowledged": fc.record({ document: fc.constantFrom(...documents) }),
    "notice.shown": fc.record({ dialog: fc.constantFrom("pass" as const, "fail" as const) }),
    "choice.made": fc.record(
      {
        purpose,
        choice: fc.constantFrom("granted" as const, "refused" as const),
        validFor: fc.constantFrom("P90D", "P1Y"),
        explicit: fc.boolean(),
      },
      { requiredKeys: ["purpose", "choice"] },
    ),
    "objection.filed": none,
    "objection.withdrawn": none,
    "item.added": fc.record({ source, pasted: fc.boolean() }, { requiredKeys: ["source"] }),
    "feedback.given": fc.record({
      kind: fc.constantFrom(
        "rating" as const,
        "bug-report" as const,
        "survey" as const,
        "transcript-share" as const,
      ),
    }),
    "safety.flagged": none,
    "safety.cleared": none,
    "review.done": none,
    "conversation.deleted": none,
    "hold.placed": fc.record({ hold }),
    "hold.released": fc.record({ hold }),
    "run.started": fc.constant({ run: "r1", includes: [CHAT] }),
  };
}

/** Types that concern the whole account, or everyone; the others happen to the conversation. */
const WIDE = /^(account|contract|organisation|terms|notice|choice|objection|run)\./;

/** An instant at, shortly before, or up to six years after something the policies name. */
export function instantNear({ instants }: Words): fc.Arbitrary<number> {
  return fc
    .tuple(
      fc.constantFrom(...instants),
      fc.constantFrom(-DAY, -1, 0, 0, 1, DAY, 20 * DAY, 40 * DAY, YEAR, 6 * YEAR),
    )
    .map(([instant, more]) => Math.max(0, instant + more));
}

/** Its id is its type: whoever puts several into one log gives each an id of its own. */
export function arbitraryEvent(words: Words): fc.Arbitrary<Event> {
  const table = dataOf(words);
  const types = Object.keys(table) as (keyof DataOf)[];
  return fc.constantFrom(...types).chain((type) =>
    fc
      .record({
        data: table[type] as fc.Arbitrary<object>,
        at: instantNear(words),
        late: fc.constantFrom(0, 0, 0, DAY, YEAR),
        wide: fc.boolean(),
      })
      .map(({ data, at, late, wide }) =>
        eventOf(type, type, at, at + late, data, type.startsWith("hold.") ? wide : WIDE.test(type)),
      ),
  );
}

export function eventOf(
  id: string,
  type: EventType,
  at: number,
  recorded: number,
  data: object,
  wide: boolean,
): Event {
  const conversation = wide ? undefined : CHAT;
  return {
    id,
    source: "urn:law",
    type,
    account: ACCOUNT,
    conversation,
    at,
    recorded,
    data,
  } as unknown as Event;
}

/** What the log lists in full from the beginning on: everything, some kinds, or nothing. */
function completeness(): fc.Arbitrary<readonly Event[]> {
  return fc
    .oneof(
      fc.constant<readonly string[]>(["*"]),
      fc.constant<readonly string[]>(["*"]),
      fc.subarray<string>([...EVENT_TYPES]),
    )
    .map((kinds) => (kinds.length === 0 ? [] : [eventOf("complete", "log-complete", 0, 0, { kinds }, true)]));
}

export function arbitraryHistory(words: Words): fc.Arbitrary<History> {
  const instant = instantNear(words);
  return fc
    .record({
      signedUp: instant,
      created: instant,
      account: fc.record(
        {
          plan: fc.constantFrom(...words.plans),
          region: fc.constantFrom("US", "UK", "EEA-DE", "BR", "KR"),
          minor: fc.constantFrom(false, false, false, true),
        },
        { requiredKeys: ["plan"] },
      ),
      conversation: fc.record(
        {
          mode: fc.constantFrom(
            "ordinary" as const,
            "ordinary" as const,
            "ordinary" as const,
            "incognito" as const,
            "temporary" as const,
          ),
          surface: fc.constantFrom(...words.surfaces),
          credential: fc.constantFrom("login", "login", "login", "api-key", "cloud", "anonymous"),
          plan: fc.constantFrom(...words.plans),
          coveredModel: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      more: fc.array(arbitraryEvent(words), { maxLength: 9 }),
      complete: completeness(),
      at: instant,
      known: fc.oneof(
        { weight: 3, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
        { weight: 1, arbitrary: instant },
      ),
    })
    .map(({ signedUp, created, account, conversation, more, complete, at, known }) => ({
      events: [
        ...complete,
        eventOf("account", "account.created", signedUp, signedUp, account, true),
        eventOf("chat", "conversation.created", created, created, conversation, false),
        ...more.map((event, index) => ({ ...event, id: `e${index}` })),
      ],
      at: Math.max(at, created),
      known,
    }));
}
