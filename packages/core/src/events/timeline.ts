/**
 * **Timeline**: `account.yaml`, what a person writes down about an account -> events
 *
 * The form as written: dates are a day alone (`2025-10-08`) or RFC 3339 with an offset. What a day
 * alone counts as is settled in timeline-events.ts, fail-closed; what the lists claim to be
 * complete for is settled here.
 */
import type { FeedbackKind } from "../sources/conversation.ts";
import type { EventData, EventType, HoldScope, Purpose } from "./event.ts";

/** The parts that can be complete or not, with the event kinds they list. */
export const SECTIONS = {
  region: ["account.region-changed"],
  plan: ["account.plan-changed"],
  credentials: ["account.credential-changed"],
  terms: ["terms.acknowledged"],
  notices: ["notice.shown"],
  choices: ["choice.made"],
  objections: ["objection.filed", "objection.withdrawn"],
  moves: ["account.moved"],
  deletions: ["conversation.deleted", "account.deleted"],
  feedback: ["feedback.given"],
  flags: ["safety.flagged", "safety.cleared"],
  holds: ["hold.placed", "hold.released"],
  organisation: ["organisation.retention-set", "organisation.opted-in", "contract.terminated"],
} as const satisfies Readonly<Record<string, readonly EventType[]>>;

export type Section = keyof typeof SECTIONS;
export const SECTION_NAMES: readonly Section[] = Object.keys(SECTIONS) as Section[];

export interface Timeline {
  readonly account?: string;
  /** `vendor/product`: which policies govern. */
  readonly product?: string;
  readonly signedUp?: string;
  readonly minor?: boolean;
  /** One name: since the sign-up, or the beginning where no sign-up is known. */
  readonly region?: string | readonly { readonly from: string; readonly region: string }[];
  readonly plan?: string | readonly { readonly from: string; readonly plan: string }[];
  readonly credentials?: readonly { readonly from: string; readonly credential: Credential }[];
  readonly terms?: readonly { readonly document: string; readonly acknowledged: string }[];
  readonly notices?: readonly ({ readonly shown: string } & EventData["notice.shown"])[];
  readonly choices?: readonly TimelineChoice[];
  readonly objections?: readonly {
    readonly at: string;
    readonly basis?: string;
    readonly withdrawn?: string;
  }[];
  readonly moves?: readonly ({ readonly at: string } & EventData["account.moved"])[];
  readonly deletions?: readonly TimelineDeletion[];
  readonly feedback?: readonly {
    readonly conversation: string;
    readonly at: string;
    readonly kind: FeedbackKind;
    readonly rating?: string;
    readonly item?: string;
  }[];
  readonly flags?: readonly {
    readonly conversation: string;
    readonly at: string;
    readonly cleared?: string;
  }[];
  readonly holds?: readonly {
    readonly hold: string;
    readonly placed: string;
    readonly released?: string;
    readonly scope?: HoldScope;
  }[];
  readonly organisation?: TimelineOrganisation;
  /** The sections that are full. Absent: all that are written. */
  readonly complete?: readonly Section[];
}

type Credential = "login" | "api-key" | "cloud" | "anonymous";

export interface TimelineChoice {
  readonly at: string;
  readonly purpose: Purpose;
  readonly choice: "granted" | "refused";
  readonly surface?: string;
  readonly notice?: string;
  readonly before?: "on" | "off" | "none";
  readonly validFor?: string;
  readonly explicit?: boolean;
}

export type TimelineDeletion =
  | { readonly conversation: string; readonly at: string }
  | { readonly account: true; readonly at: string };

interface TimelineOrganisation {
  /** Calendar duration, or `none`. */
  readonly retention?: string;
  readonly optedIn?: boolean;
  /** Since when both hold; absent: since the sign-up, or the beginning. */
  readonly since?: string;
  readonly terminated?: string;
}

export function isWritten(timeline: Timeline, section: Section): boolean {
  return timeline[section] !== undefined;
}

/** Whether absence in the section is knowledge. */
export function isFull(timeline: Timeline, section: Section): boolean {
  return timeline.complete?.includes(section) ?? isWritten(timeline, section);
}

/**
 * Sections that are written and that `complete` does not name: what they say of states (plan,
 * region, choices) stays unknown, which a reader should be told.
 */
export function unvouched(timeline: Timeline): readonly Section[] {
  return SECTION_NAMES.filter((section) => isWritten(timeline, section) && !isFull(timeline, section));
}
