/**
 * Rules, clocks and titles of the made-up sample: a vendor that does not exist.
 */
import type { ClockAnswer, UseAnswer } from "@proviso/core/decision";
import type { FactName } from "@proviso/core/facts";
import type { FactWords } from "./model.ts";

interface SampleRule {
  readonly id: string;
  readonly when: string;
  readonly facts: readonly FactName[];
  readonly general: Partial<UseAnswer>;
}

const TERMS = [{ document: "consumer-terms", section: "Your use of the service" }] as const;

/** In policy order; the sample takes the earlier ones more often. */
export const SAMPLE_RULES: readonly SampleRule[] = [
  {
    id: "opted-out",
    when: 'training.choice == "refused"',
    facts: ["training.choice"],
    general: { use: "deny", exposure: "deny", reason: "OPTED_OUT", cite: TERMS },
  },
  {
    id: "opted-in",
    when: 'training.choice == "granted" && has(conversation.firstEligibleAt)',
    facts: ["training.choice", "conversation.firstEligibleAt"],
    general: {
      use: "permit",
      exposure: "permit",
      reason: "OPTED_IN_NEW_CHAT",
      cite: TERMS,
      obligations: ["unlink-account"],
      advice: [
        "Switch the training setting off: it counts for everything said from then on.",
        "Delete the chat: the terms honour a deletion before a run begins.",
      ],
    },
  },
  {
    id: "choice-not-known",
    when: 'training.choice == "none"',
    facts: ["training.choice"],
    general: {
      use: "deny",
      exposure: "permit",
      reason: "UNKNOWN_FACTS",
      unknowns: ["training.choice"],
      possible: [{ policy: "example/consumer@2025-10-08", rule: "opted-in", effect: "permit" }],
      advice: ["Look up in the settings of your account whether training is on."],
    },
  },
  {
    id: "dormant",
    when: "conversation.lastActivityAt < training.grantedAt",
    facts: ["conversation.lastActivityAt", "training.grantedAt"],
    general: {
      use: "deny",
      exposure: "deny",
      reason: "DORMANT_BEFORE_OPT_IN",
      cite: TERMS,
      basis: "interpretation",
      reading: "Only chats that are new or resumed after the choice are named as training data.",
      competing: [
        { effect: "permit", reading: "The choice also covers chats that are merely opened again." },
      ],
    },
  },
  {
    id: "feedback",
    when: "has(feedback.at)",
    facts: ["feedback.at"],
    general: { use: "permit", exposure: "permit", reason: "FEEDBACK_CARVE_OUT", cite: TERMS },
  },
  {
    id: "feedback-not-known",
    when: "has(feedback.at) || has(safety.flaggedAt)",
    facts: ["feedback.at", "safety.flaggedAt"],
    general: {
      use: "deny",
      exposure: "permit",
      reason: "UNKNOWN_FACTS",
      unknowns: ["feedback.at", "safety.flaggedAt"],
    },
  },
  {
    id: "incognito",
    when: 'conversation.mode == "incognito"',
    facts: ["conversation.mode"],
    general: { use: "deny", exposure: "deny", reason: "INCOGNITO", cite: TERMS },
  },
  {
    id: "flagged",
    when: "has(safety.flaggedAt)",
    facts: ["safety.flaggedAt"],
    general: { use: "deny", exposure: "deny", reason: "SAFETY_FLAG", cite: TERMS },
  },
];

type SampleClock = Omit<ClockAnswer, "from" | "until" | "elapsed" | "policy" | "cite"> & {
  readonly with: readonly string[] | undefined;
  readonly days: number | undefined;
};

const PLAIN = {
  form: undefined,
  note: undefined,
  unknowns: [],
  basis: "text",
  reading: undefined,
  competing: [],
  applies: "yes",
  with: undefined,
  days: undefined,
} as const;

export const SAMPLE_CLOCKS: readonly SampleClock[] = [
  {
    ...PLAIN,
    clock: "history",
    copy: "chat-history",
    bound: "until-user-deletes",
    period: undefined,
    event: undefined,
  },
  {
    ...PLAIN,
    clock: "back-end",
    copy: "back-end",
    bound: "at-most",
    period: "P30D",
    event: "receipt-or-generation",
    days: 30,
  },
  {
    ...PLAIN,
    clock: "training",
    copy: "model-training",
    bound: "at-most",
    period: "P5Y",
    event: "first-eligible-activity",
    days: 1826,
    form: "de-linked from user id",
    with: ["opted-in", "feedback"],
  },
  {
    ...PLAIN,
    clock: "training-maybe",
    copy: "model-training",
    bound: "at-most",
    period: "P5Y",
    event: "first-eligible-activity",
    days: 1826,
    applies: "maybe",
    unknowns: ["training.choice"],
    with: ["choice-not-known"],
  },
  {
    ...PLAIN,
    clock: "flagged",
    copy: "flagged-content",
    bound: "at-most",
    period: "P2Y",
    event: "safety-flagged",
    days: 730,
    with: ["flagged"],
  },
  {
    ...PLAIN,
    clock: "hold",
    copy: "back-end",
    bound: "until-released",
    period: undefined,
    event: "legal-hold-placed",
    with: ["flagged", "incognito"],
    note: "A court ordered the vendor to keep output logs.",
  },
];

export const SAMPLE_VOCABULARY: Readonly<Record<string, FactWords>> = {
  "training.choice": {
    about: "account",
    says: "the training setting at the time asked for",
    ask: "is the training setting on or off?",
  },
  "training.grantedAt": {
    about: "account",
    says: "when the setting was last switched on, if it is on",
    ask: "when was the training setting switched on?",
  },
  "account.plan": {
    about: "account",
    says: "the plan the account is on",
    ask: "which plan is the account on?",
  },
  "conversation.createdAt": {
    about: "conversation",
    says: "when the conversation began",
    ask: "when did the chat begin?",
  },
  "conversation.lastActivityAt": {
    about: "conversation",
    says: "when something was last said in it",
    ask: "when was the last message?",
  },
  "conversation.firstEligibleAt": {
    about: "conversation",
    says: "its first activity while the training setting was on",
    ask: "was anything said while the setting was on?",
  },
  "conversation.mode": {
    about: "conversation",
    says: "ordinary, incognito or temporary",
    ask: "was it an incognito or temporary chat?",
  },
  "feedback.at": {
    about: "conversation",
    says: "when a rating or bug report was last sent",
    ask: "was a thumbs up or down, or a bug report, sent on this chat?",
  },
  "safety.flaggedAt": {
    about: "conversation",
    says: "when it was last flagged for safety review",
    ask: "was the chat flagged?",
  },
};

export const SAMPLE_FACTS: readonly { readonly name: FactName; readonly value: string | number | null }[] = [
  { name: "account.plan", value: "pro" },
  { name: "training.choice", value: "granted" },
  { name: "training.grantedAt", value: Date.UTC(2025, 8, 30, 9, 12) },
  { name: "conversation.createdAt", value: null },
  { name: "conversation.lastActivityAt", value: null },
  { name: "conversation.mode", value: "ordinary" },
  { name: "feedback.at", value: null },
  { name: "safety.flaggedAt", value: null },
];

export const SAMPLE_TITLES: readonly string[] = [
  "Bread without yeast",
  "Regular expression for ISO dates",
  "Trip along the coast in May",
  "Explaining a lease clause",
  "Unit tests that need a clock",
  "Names of clouds",
  "Cover letter, second draft",
  "Why is my query slow",
  "Birthday speech in rhymes",
  "Verträge kündigen: Fristen",
  "كيف أكتب رسالة رسمية",
  "旅行の計画",
  "Knitting pattern 🧶 for a hat",
];
