/** Which statement of the terms bears on which claim, by their subjects. */
import type { Subject } from "../claim.ts";

export interface Relation {
  /** Subject of the claim. */
  readonly claim: Subject;
  /** Subject of the clause. */
  readonly clause: Subject;
  /** Must be alike on both sides, or the clause speaks of something else. Left out on either side: alike. */
  readonly same: readonly string[];
  /** Must be there on both sides, or both leave it out, for a contradiction. */
  readonly strict?: readonly string[];
  /** Of which only one value can be true: another one contradicts. */
  readonly exclusive: readonly string[];
  /** A condition of the clause that the claim drops: then the clause does not say what the claim says. */
  readonly narrowing?: readonly string[];
  /** A condition of the clause that the claim may drop, and that is shown beside the quote. */
  readonly noted?: readonly string[];
  /** Of the claim, need not be in the clause. */
  readonly free?: readonly string[];
  /** Shown, never taken for support or contradiction. */
  readonly isNearOnly?: boolean;
}

const applies = (axis: Subject, ...same: string[]): Relation => ({
  claim: axis,
  clause: axis,
  same,
  strict: same,
  exclusive: ["applies"],
  noted: ["unless", "when", "use"],
});
const itself = (subject: Subject, ...exclusive: string[]): Relation => ({
  claim: subject,
  clause: subject,
  same: [],
  exclusive,
});
const near = (claim: Subject, clause: Subject): Relation => ({
  claim,
  clause,
  same: [],
  exclusive: [],
  isNearOnly: true,
});

export const RELATIONS: readonly Relation[] = [
  {
    claim: "training-use",
    clause: "training-use",
    same: ["data", "who", "model"],
    exclusive: ["use", "unless"],
    narrowing: ["form"],
    noted: ["unless"],
    free: ["model"],
  },
  {
    claim: "choice",
    clause: "choice",
    same: ["of", "who"],
    strict: ["of"],
    exclusive: ["form", "default"],
    noted: ["path"],
  },
  itself("opt-out-reach", "reach"),
  {
    claim: "exceptions",
    clause: "exceptions",
    same: ["to"],
    strict: ["to"],
    exclusive: [],
  },
  { claim: "scope", clause: "scope", same: ["regions"], exclusive: [], noted: ["regions"] },
  {
    claim: "retention",
    clause: "retention",
    same: ["copy", "if", "start"],
    strict: ["copy", "if", "start"],
    exclusive: ["period"],
    narrowing: ["if", "start", "copy"],
    noted: ["bound"],
    free: ["bound"],
  },
  {
    claim: "deletion",
    clause: "deletion",
    same: ["copy"],
    strict: ["copy"],
    exclusive: ["within"],
    noted: ["within"],
    free: ["by"],
  },
  applies("anonymisation", "data", "how", "use"),
  applies("human-review", "who", "when"),
  {
    ...applies("sharing", "with", "data", "for"),
    exclusive: ["applies", "sale", "unless"],
  },
  applies("personalisation", "of", "data"),
  applies("data-collected", "data"),
  { claim: "safety-feedback", clause: "safety-feedback", same: ["data"], exclusive: [] },
  { claim: "law-enforcement", clause: "law-enforcement", same: ["regions"], exclusive: [], noted: ["when"] },
  {
    claim: "children",
    clause: "children",
    same: ["regions"],
    strict: ["regions"],
    exclusive: ["minimumAge"],
  },
  {
    claim: "notice",
    clause: "notice",
    same: ["of"],
    strict: ["of"],
    exclusive: ["promised"],
    noted: ["how"],
  },
  {
    claim: "effective-date",
    clause: "effective-date",
    same: [],
    exclusive: ["day"],
    noted: ["rule"],
    free: ["is"],
  },
  { claim: "deadline", clause: "effective-date", same: [], exclusive: ["day"], noted: ["rule"] },
  itself("deadline", "day"),
  itself("silence", "means"),
  near("silence", "choice"),
  { claim: "silence", clause: "effective-date", same: [], exclusive: [], isNearOnly: true },
  itself("switch-position", "is"),
  near("switch-position", "choice"),
  itself("earlier-data", "is"),
  near("earlier-data", "training-use"),
  near("opt-out-reach", "exceptions"),
  near("opt-out-reach", "choice"),
  itself("archiving", "is"),
  near("archiving", "deletion"),
  itself("flagged-use", "for"),
  near("flagged-use", "exceptions"),
  itself("training-sources", "are"),
];

/**
 * Values of different fields that cannot both be true: a claim with the first is contradicted by a clause
 * with the second.
 */
export const OPPOSITES: readonly {
  readonly claim: Subject;
  readonly says: Readonly<Record<string, string>>;
  readonly clause: Subject;
  /** `true`: whatever the value. */
  readonly against: Readonly<Record<string, string | true>>;
  readonly why: string;
}[] = [
  {
    claim: "exceptions",
    says: { to: "training-opt-out", what: "none" },
    clause: "exceptions",
    against: { to: "training-opt-out", what: true },
    why: "the text names an exception",
  },
  {
    claim: "training-sources",
    says: { are: "synthetic-only" },
    clause: "training-use",
    against: { use: "permitted", data: "public" },
    why: "the text names another source",
  },
  {
    claim: "training-sources",
    says: { are: "synthetic-only" },
    clause: "training-use",
    against: { use: "permitted", data: "third-party" },
    why: "the text names another source",
  },
  ...["business", "api", "education", "consumers"].flatMap((who) => [
    {
      claim: "scope" as const,
      says: { exempts: who },
      clause: "scope" as const,
      against: { covers: who },
      why: "the text covers them",
    },
    {
      claim: "scope" as const,
      says: { covers: who },
      clause: "scope" as const,
      against: { exempts: who },
      why: "the text exempts them",
    },
  ]),
];

/** A clause on the second covers a claim on the first. */
export const WITHIN: Readonly<Record<string, readonly string[]>> = {
  "data=conversations": ["content"],
  "copy=conversations": ["content"],
};

/** What an article and a consumer document mean where they name no one. */
export const UNNAMED: Readonly<Record<string, string>> = { who: "consumers", model: "general" };
/** Kinds of the unnamed: a clause on these is one on them, with a limit. */
export const KINDS_OF: Readonly<Record<string, readonly string[]>> = { "who=consumers": ["free", "paid"] };
