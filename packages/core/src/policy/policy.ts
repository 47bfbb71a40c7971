/**
 * **Policy**: facts -> decision
 *
 * Ours: one dated version of the rules that govern one kind of account at one vendor's product.
 * Data with citations, never code. Parsed from YAML by `parse.ts`; meaning in `spec/`.
 */
import type { HoldScope, Purpose } from "../events/event.ts";
import type { Expr } from "./expr.ts";

/** A text a citation rests on. Never its prose: identity, place and a hash. */
export interface DocumentRef {
  readonly title: string;
  /** The vendor's date or name of this version. */
  readonly version: string;
  readonly url: string | undefined;
  /** Archive name and commit or capture time, where the text was read. */
  readonly archive: string | undefined;
  /** `primary`: the vendor's own text; `court`; `secondary`: press and reports. */
  readonly authority: "primary" | "court" | "secondary";
  /** `sha256:` over a clause's normalised text, by section path. */
  readonly fingerprints: Readonly<Record<string, string>>;
}

/** `document#section`, where `document` is a key of the policy's `documents`. */
export interface Citation {
  readonly document: string;
  readonly section: string | undefined;
}

/** Another defensible reading of the same text. */
export interface Reading {
  /** The effect under that reading; undefined where it changes a clock or a detail only. */
  readonly effect: "permit" | "deny" | undefined;
  readonly reading: string;
}

/** What a rule or clock rests on. `interpretation` needs a sentence and at least one competitor. */
export interface Grounds {
  readonly cite: readonly Citation[];
  readonly basis: "text" | "interpretation";
  readonly reading: string | undefined;
  readonly competing: readonly Reading[];
}

export interface Rule extends Grounds {
  readonly id: string;
  readonly effect: "permit" | "deny";
  readonly purposes: readonly Purpose[];
  /** `item` rules decide single items only and are passed over for the conversation. */
  readonly scope: "conversation" | "item";
  /** Absent: always applies. */
  readonly when: Expr | undefined;
  /** For a permit: the items it covers; others fall through to later rules. Absent: all. */
  readonly covers: Expr | undefined;
  /** Upper-case code from the closed-by-convention vocabulary in docs/language.md. */
  readonly reason: string;
  readonly obligations: readonly string[];
  /** What a person can do about it; plain sentences. */
  readonly advice: readonly string[];
}

/** What a clock says of its copy. All but the first two are bounds without a date. */
export const BOUNDS = [
  "at-most",
  "at-least",
  "until-user-deletes",
  "until-released",
  "while-account-exists",
  "set-by-admin",
  "governed-by-cloud-provider",
  "indefinite",
  "retained-unspecified",
  "unstated",
  "none",
] as const;
export type Bound = (typeof BOUNDS)[number];

export interface ClockRule extends Grounds {
  readonly id: string;
  /** Name of the copy: `chat-history`, `back-end`, `model-training`, `feedback`, … */
  readonly copy: string;
  readonly bound: Bound;
  /** Literal period or a duration fact; only with at-most and at-least. */
  readonly period: Expr | undefined;
  /** The timestamp the period counts from. */
  readonly from: Expr | undefined;
  /** The vendor's or our name for that starting event, for example `receipt-or-generation`. */
  readonly event: string | undefined;
  readonly when: Expr | undefined;
  /** `identified`, `de-linked from user id`, `de-identified`, … */
  readonly form: string | undefined;
  readonly note: string | undefined;
}

/** A date on which a version binds everyone, and since when that date was known. UTC. */
export interface FixedDate {
  readonly at: number;
  readonly knownFrom: number;
}

/**
 * When a version begins to bind an account: the earliest of its acknowledgement of `acknowledged`,
 * its sign-up if not before `signedUpSince`, and the fixed date known at the knowledge time.
 */
export interface Effective {
  readonly acknowledged: string | undefined;
  readonly signedUpSince: number | undefined;
  /** By `knownFrom`, ascending; the last one known wins. Empty: no fixed date. */
  readonly fixed: readonly FixedDate[];
}

/** A legal hold that the pack knows by name, with the conversations it covers. */
export interface NamedHold extends Grounds {
  readonly hold: string;
  readonly scope: HoldScope;
}

export interface Policy {
  /** `vendor/name`, the id of a chain of versions. */
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The product whose conversations it governs: `vendor/product`. */
  readonly product: string;
  /** The version it follows; undefined for the first known one. */
  readonly supersedes: string | undefined;
  readonly effective: Effective;
  /** XACML target: the accounts it governs at all. Absent: all of the product. */
  readonly target: Expr | undefined;
  readonly documents: Readonly<Record<string, DocumentRef>>;
  readonly purposes: readonly Purpose[];
  readonly define: Readonly<Record<string, Expr>>;
  readonly rules: readonly Rule[];
  readonly clocks: readonly ClockRule[];
  readonly holds: readonly NamedHold[];
}

/** All chains of one product, each with its versions from oldest to newest. */
export interface PolicySet {
  readonly product: string;
  readonly chains: readonly (readonly Policy[])[];
}
