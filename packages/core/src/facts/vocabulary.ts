/**
 * The closed vocabulary of facts: every name a policy may use, with its type.
 *
 * A new fact is one line here and one line in the fold (`facts/derive.ts`); the compiler
 * refuses either without the other. Timestamps are epoch milliseconds (UTC); durations are
 * ISO 8601 calendar durations (`P90D`).
 */
export type FactType = "bool" | "string" | "timestamp" | "duration";

export interface FactDefinition {
  readonly type: FactType;
  /** What the fact is about: what must be in hand to know it. */
  readonly about: "query" | "account" | "conversation" | "item";
  /** May be a known *none* (null), which `has(fact)` asks. */
  readonly optional: boolean;
  /** All values of a closed string fact; undefined for open ones. */
  readonly values: readonly string[] | undefined;
  /** One sentence for a reader, used in messages and in the reference. */
  readonly says: string;
  /** The question that would settle it when unknown. */
  readonly ask: string;
}

const CHOICE = ["granted", "refused", "none"] as const;

function fact(
  about: FactDefinition["about"],
  type: FactType,
  says: string,
  ask: string,
  more: { optional?: boolean; values?: readonly string[] } = {},
): FactDefinition {
  return { about, type, says, ask, optional: more.optional ?? false, values: more.values };
}

export const VOCABULARY = {
  "query.at": fact("query", "timestamp", "the instant the question is asked for", "for which date?"),

  "account.plan": fact("account", "string", "the plan the account is on", "which plan is the account on?"),
  "account.region": fact(
    "account",
    "string",
    "US, UK, CH, EEA or another country's code",
    "where does the person live?",
  ),
  "account.country": fact(
    "account",
    "string",
    "two-letter country code",
    "in which country does the person live?",
    { optional: true },
  ),
  "account.signedUpAt": fact(
    "account",
    "timestamp",
    "when the account was created",
    "when was the account created?",
  ),
  "account.deletedAt": fact(
    "account",
    "timestamp",
    "when the account was deleted",
    "was the account deleted, and when?",
    { optional: true },
  ),
  "account.minor": fact("account", "bool", "the person is known to be under age", "is the person under 18?"),
  "contract.terminatedAt": fact(
    "account",
    "timestamp",
    "when the organisation's contract ended",
    "has the contract ended?",
    { optional: true },
  ),
  "organisation.retention": fact(
    "account",
    "duration",
    "the retention period the organisation has set",
    "has the organisation set a retention period?",
    { optional: true },
  ),
  "organisation.optedIn": fact(
    "account",
    "bool",
    "the organisation has agreed to training",
    "has an administrator opted the organisation in?",
  ),

  "training.choice": fact(
    "account",
    "string",
    "the training setting at the time asked for",
    "is the training setting on or off?",
    { values: CHOICE },
  ),
  "training.choiceAtCreation": fact(
    "conversation",
    "string",
    "the training setting when the conversation began",
    "was the training setting on when the chat began?",
    { values: CHOICE },
  ),
  "training.grantedAt": fact(
    "account",
    "timestamp",
    "when the setting was last switched on, if it is on",
    "when was the training setting switched on?",
    { optional: true },
  ),
  "training.refusedAt": fact(
    "account",
    "timestamp",
    "when the setting was last switched off, if it is off",
    "when was the training setting switched off?",
    { optional: true },
  ),
  "training.explicit": fact(
    "account",
    "bool",
    "the current choice was an express statement",
    "was there an express agreement to training?",
  ),
  "training.expiresAt": fact(
    "account",
    "timestamp",
    "when the current choice lapses",
    "does the choice lapse?",
    { optional: true },
  ),
  "training.dialog": fact(
    "account",
    "string",
    "the audit verdict of the dialog in which the choice was made",
    "did the dialog pass its audit?",
    { values: ["pass", "fail", "none"] },
  ),
  "choice.humanReview": fact(
    "account",
    "string",
    "the choice about review by people",
    "was review by people allowed?",
    { values: CHOICE },
  ),
  "choice.personalise": fact(
    "account",
    "string",
    "the choice about personalisation",
    "was personalisation allowed?",
    { values: CHOICE },
  ),
  "choice.evaluate": fact(
    "account",
    "string",
    "the choice about evaluation of models",
    "was evaluation allowed?",
    { values: CHOICE },
  ),
  "choice.share": fact("account", "string", "the choice about sharing with others", "was sharing allowed?", {
    values: CHOICE,
  }),
  "notice.shownAt": fact(
    "account",
    "timestamp",
    "when a notice about the terms was last shown",
    "was a notice shown?",
    { optional: true },
  ),
  "objection.filedAt": fact(
    "account",
    "timestamp",
    "when an objection that still stands was filed",
    "was an objection filed?",
    { optional: true },
  ),

  "conversation.plan": fact(
    "conversation",
    "string",
    "the plan that governs the conversation",
    "under which plan was the chat made?",
  ),
  "conversation.surface": fact(
    "conversation",
    "string",
    "chat, coding, api, browser, meeting …",
    "where did the chat take place?",
  ),
  "conversation.credential": fact(
    "conversation",
    "string",
    "what signed the requests",
    "was it a login or an API key?",
    { values: ["login", "api-key", "cloud", "anonymous"] },
  ),
  "conversation.mode": fact(
    "conversation",
    "string",
    "ordinary, incognito or temporary",
    "was it an incognito or temporary chat?",
    { values: ["ordinary", "incognito", "temporary"] },
  ),
  "conversation.coveredModel": fact(
    "conversation",
    "bool",
    "it is recorded as made with a model for which the vendor demands a minimum retention",
    "was a model used for which the vendor demands a minimum retention?",
  ),
  "conversation.createdAt": fact(
    "conversation",
    "timestamp",
    "when the conversation began",
    "when did the chat begin?",
  ),
  "conversation.lastActivityAt": fact(
    "conversation",
    "timestamp",
    "when something was last said in it",
    "when was the last message?",
  ),
  "conversation.firstEligibleAt": fact(
    "conversation",
    "timestamp",
    "its first activity while the training setting was on",
    "was anything said while the setting was on?",
    { optional: true },
  ),
  "conversation.deletedAt": fact(
    "conversation",
    "timestamp",
    "when it was deleted",
    "was the chat deleted, and when?",
    { optional: true },
  ),
  "participants.allGranted": fact(
    "conversation",
    "bool",
    "every other participant has granted training",
    "did every participant agree?",
  ),
  "feedback.at": fact(
    "conversation",
    "timestamp",
    "when a rating or bug report was last sent",
    "was a thumbs up or down, or a bug report, sent on this chat?",
    { optional: true },
  ),
  "survey.answeredAt": fact(
    "conversation",
    "timestamp",
    "when a session survey was answered",
    "was a survey answered?",
    { optional: true },
  ),
  "transcript.sharedAt": fact(
    "conversation",
    "timestamp",
    "when the transcript was shared after a survey",
    "was the transcript shared?",
    { optional: true },
  ),
  "safety.flaggedAt": fact(
    "conversation",
    "timestamp",
    "when it was last flagged for safety review",
    "was the chat flagged?",
    { optional: true },
  ),
  "safety.clearedAt": fact(
    "conversation",
    "timestamp",
    "when its last flag was withdrawn",
    "was the flag withdrawn?",
    { optional: true },
  ),
  "review.at": fact(
    "conversation",
    "timestamp",
    "when a person last reviewed it",
    "was the chat reviewed by a person?",
    { optional: true },
  ),
  "hold.placedAt": fact(
    "conversation",
    "timestamp",
    "since when a legal hold has covered it",
    "is the chat under a legal hold?",
    { optional: true },
  ),
  "hold.releasedAt": fact(
    "conversation",
    "timestamp",
    "when the last hold that covered it was released",
    "was a hold released?",
    { optional: true },
  ),

  "item.role": fact("item", "string", "who speaks", "who wrote the message?", {
    values: ["user", "assistant", "system", "tool"],
  }),
  "item.source": fact("item", "string", "where the content comes from", "where does the content come from?", {
    values: ["user", "assistant", "tool", "connector", "system"],
  }),
  "item.at": fact("item", "timestamp", "when the item was added", "when was the message sent?"),
  "item.pasted": fact(
    "item",
    "bool",
    "the person pasted it into the conversation",
    "was it pasted by the person?",
  ),
  "item.hidden": fact("item", "bool", "it lies on a branch that is not shown", "is it a discarded branch?"),
  "item.reserved": fact(
    "item",
    "bool",
    "its content carries a reservation against training",
    "does the content reserve its use?",
  ),
} as const satisfies Record<string, FactDefinition>;

export type FactName = keyof typeof VOCABULARY;

/** All names in a fixed order: the index of a fact's slot in {@link Facts}. */
export const FACT_NAMES: readonly FactName[] = Object.keys(VOCABULARY) as FactName[];

export const FACT_INDEX: Readonly<Record<FactName, number>> = Object.fromEntries(
  FACT_NAMES.map((name, index) => [name, index]),
) as Record<FactName, number>;

export function definitionOf(name: FactName): FactDefinition {
  return VOCABULARY[name];
}

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(VOCABULARY, name);
}
