/**
 * Conversation, timeline, log -> **Event** -> facts
 *
 * Something that happened, append-only. On the wire a CloudEvents 1.0 JSON object with the
 * extension `recorded`; in memory this parsed form, whose instants are epoch milliseconds (UTC).
 */
import type { FeedbackKind, ItemSource, Mode } from "../sources/conversation.ts";

/** The purposes Proviso knows. AIPREF `train-ai` covers the first three. */
export const PURPOSES = [
  "train-general",
  "train-safety",
  "train-feedback",
  "human-review",
  "evaluate",
  "personalise",
  "share",
  "sale",
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Predicate of a hold, all given parts must apply. An absent part does not limit. */
export interface HoldScope {
  readonly conversations?: readonly string[];
  readonly plans?: readonly string[];
  readonly exceptPlans?: readonly string[];
  readonly regions?: readonly string[];
  readonly exceptRegions?: readonly string[];
}

/** Data of each known event type, keyed by type without the prefix `proviso.`. */
export interface EventData {
  "account.created": {
    readonly plan?: string;
    /** `US`, `UK`, `CH`, `EEA-DE` or a two-letter country. */
    readonly region?: string;
    readonly minor?: boolean;
  };
  "account.plan-changed": { readonly plan: string };
  "account.credential-changed": { readonly credential: string };
  "account.region-changed": { readonly region: string };
  /** `data` says what became of the conversations the account held until then. */
  "account.moved": {
    readonly to: string;
    readonly data: "moved" | "kept" | "deleted" | "left";
  };
  "account.deleted": Record<string, never>;
  "contract.terminated": Record<string, never>;
  /** Calendar duration (`P90D`) or null for none. */
  "organisation.retention-set": { readonly max: string | null };
  "organisation.opted-in": { readonly in: boolean };
  "terms.acknowledged": { readonly document: string };
  "notice.shown": {
    readonly notice?: string;
    readonly surface?: string;
    readonly dialog?: "pass" | "fail";
    /** In which it was shown: a language tag (BCP 47). */
    readonly language?: string;
  };
  "choice.made": {
    readonly purpose: Purpose;
    readonly choice: "granted" | "refused";
    readonly surface?: string;
    readonly notice?: string;
    /** The control's position before the choice. */
    readonly before?: "on" | "off" | "none";
    /** Calendar duration after which the choice lapses. */
    readonly validFor?: string;
    /** An express statement of agreement, not a setting that stands for one. */
    readonly explicit?: boolean;
  };
  "objection.filed": { readonly basis?: string };
  "objection.withdrawn": Record<string, never>;
  "conversation.created": {
    /** The source gives no time: `at` stands for none and proves no order. */
    readonly undated?: boolean;
    readonly surface?: string;
    readonly mode?: Mode;
    readonly credential?: string;
    /** The plan it was made under, where the record itself says. */
    readonly plan?: string;
    /** Made with a model for which the vendor demands a minimum retention. */
    readonly coveredModel?: boolean;
  };
  "item.added": {
    readonly undated?: boolean;
    readonly item?: string;
    readonly role?: string;
    readonly source?: ItemSource;
    readonly pasted?: boolean;
    readonly hidden?: boolean;
    readonly signal?: string;
    readonly name?: string;
  };
  "participant.joined": { readonly account: string; readonly choice?: "granted" | "refused" };
  /** `undated`: it was given, but the source gives no time; `at` stands for none. */
  "feedback.given": {
    readonly undated?: boolean;
    readonly kind: FeedbackKind;
    readonly rating?: string;
    readonly item?: string;
  };
  "safety.flagged": Record<string, never>;
  "safety.cleared": Record<string, never>;
  "review.done": Record<string, never>;
  "conversation.deleted": Record<string, never>;
  "hold.placed": { readonly hold: string; readonly scope?: HoldScope };
  "hold.released": { readonly hold: string };
  "run.started": {
    readonly run: string;
    readonly purpose?: Purpose;
    readonly includes?: readonly string[];
    /** Digest of the manifest of the export that it takes in: `sha256:…`. */
    readonly manifest?: string;
    /** The model that comes of it, as its maker names it. */
    readonly model?: string;
  };
  "copy.destroyed": { readonly copy: string };
  /** Declares what the log lists in full; `kinds` are types without prefix, or `*`. */
  "log-complete": { readonly kinds: readonly string[]; readonly until?: string };
}

export type EventType = keyof EventData;

/** Total by construction: a type without an entry does not compile. */
const ALL_TYPES: Readonly<Record<EventType, true>> = {
  "account.created": true,
  "account.plan-changed": true,
  "account.credential-changed": true,
  "account.region-changed": true,
  "account.moved": true,
  "account.deleted": true,
  "contract.terminated": true,
  "organisation.retention-set": true,
  "organisation.opted-in": true,
  "terms.acknowledged": true,
  "notice.shown": true,
  "choice.made": true,
  "objection.filed": true,
  "objection.withdrawn": true,
  "conversation.created": true,
  "item.added": true,
  "participant.joined": true,
  "feedback.given": true,
  "safety.flagged": true,
  "safety.cleared": true,
  "review.done": true,
  "conversation.deleted": true,
  "hold.placed": true,
  "hold.released": true,
  "run.started": true,
  "copy.destroyed": true,
  "log-complete": true,
};

export const EVENT_TYPES: readonly EventType[] = Object.keys(ALL_TYPES) as EventType[];

/** One event. `K` narrows `data` by `type`; types this version does not know arrive as `unknown`. */
export type Event = {
  readonly [K in EventType]: EventOf<K>;
}[EventType];

export interface EventOf<K extends EventType> {
  readonly id: string;
  readonly source: string;
  readonly type: K;
  /** Undefined: every account of the log (only for `log-complete`, `hold.*`). */
  readonly account: string | undefined;
  readonly conversation: string | undefined;
  /** Valid time. */
  readonly at: number;
  /** Knowledge time: when the recorder learned of it. Equals `at` where the log does not say. */
  readonly recorded: number;
  readonly data: EventData[K];
}

/** An event whose type this version does not know: kept, carried through, without effect. */
export interface ForeignEvent {
  readonly foreign: true;
  readonly type: string;
  readonly raw: Readonly<Record<string, unknown>>;
}
