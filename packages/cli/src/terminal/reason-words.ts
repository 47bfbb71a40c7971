/**
 * Reason codes of rules -> sentences a person can read at a glance
 *
 * Codes are an open convention of the policies (docs/language.md): one that is not here is shown as
 * the words it is made of.
 */
import { ENGINE_REASONS } from "@proviso/core/decision";
import { EXPORT_REASONS } from "@proviso/core/export";

export const REASON_WORDS: Readonly<Record<string, string>> = {
  [ENGINE_REASONS.noSubject]: "nothing of it had been recorded by then",
  [ENGINE_REASONS.noRule]: "no rule allows it",
  [ENGINE_REASONS.purpose]: "the terms do not allow this purpose",
  [ENGINE_REASONS.unknown]: "it hangs on facts that are not known",
  [ENGINE_REASONS.noPolicy]: "no policy was in force for the account",
  [EXPORT_REASONS.flagged]: "it speaks of a special category of data, which the profile leaves out",
  [EXPORT_REASONS.hidden]: "it lies on a branch that is not shown",
  [EXPORT_REASONS.noAnswer]: "the format needs an answer, and there is none",
  [EXPORT_REASONS.noQuestion]: "the format needs a question first, and there is none",
  [EXPORT_REASONS.noText]: "it holds no text",
  [EXPORT_REASONS.nothingLeft]: "nothing of it is left that may be used",
  [EXPORT_REASONS.repeated]: "a conversation of the same id has gone in before",
  ACCOUNT_DELETED: "the account was deleted",
  AMBIGUOUS_ORDER_FAIL_CLOSED: "the last message and the switch are of the same instant",
  BROAD_LICENCE: "the terms take a broad licence",
  COMMERCIAL_FEEDBACK: "feedback was sent from a work account",
  COMMERCIAL_TERMS: "commercial terms rule out training",
  CONNECTOR_CONTENT: "it was fetched from a connected service",
  CONSENT_EXPIRED: "the consent has lapsed",
  CONSENT_GIVEN: "consent was given",
  CONSENT_NOT_RETROACTIVE: "it is older than the consent",
  CONSENT_REFUSED: "consent was refused",
  CONSENT_VOID: "the dialog that asked for consent failed its audit",
  CONTENT_RESERVED: "the content reserves its use",
  DEFAULT_ON: "training is on unless switched off, and it was not",
  DELETED: "the chat was deleted",
  DORMANT_BEFORE_OPT_IN: "nothing was said since the setting was switched on",
  EPHEMERAL_MODE: "it was a temporary or incognito chat",
  EXEMPT_PLAN: "the plan is exempt from training",
  EXPLICIT_OPT_IN: "training was expressly agreed to",
  FEEDBACK_CARVE_OUT: "feedback was sent on it, which hands it over",
  HEALTH_DATA: "it holds health data",
  HELD_FOR_LAW: "it is kept for a legal hold only",
  INCOGNITO: "it was an incognito chat",
  LOGGED_OUT_GRANT: "it was made without an account",
  MARKET_NOT_NAMED: "the terms do not name the country",
  MINOR: "the person is under age",
  NOTICE_PERIOD: "the notice period was still running",
  NOT_YET_IN_FORCE: "the terms that allow it were not yet in force",
  NO_CHOICE: "no choice was ever made, and silence is not consent",
  NO_CHOICE_FAIL_CLOSED: "a choice was required and none is recorded",
  NO_CHOICE_GATED: "a choice is required first, and none was made",
  NO_CHOICE_OLD_TERMS: "no choice was made, so the old terms still hold",
  NO_CONSENT: "consent was not given",
  NO_EXPLICIT_AGREEMENT: "training was not expressly agreed to",
  NO_TRAINING: "the terms rule out training",
  OBJECTION: "an objection was filed",
  OLD_TERMS_NO_TRAINING: "the terms of that time ruled out training",
  OPTED_IN_NEW_CHAT: "it began while the training setting was on",
  OPTED_IN_RESUMED_CHAT: "it was gone on with while the training setting was on",
  OPTED_OUT: "the training setting is off",
  ORGANISATION_OPTED_IN: "the organisation agreed to training",
  PARTICIPANT_REFUSED: "another participant has not agreed",
  PRIVATE_MESSAGES: "they are private messages",
  PRIVATE_PROCESSING: "it was processed in private",
  PROSPECTIVE_OPT_OUT: "it is older than the switch to off, which looks ahead only",
  REGION_EXEMPT: "the region is exempt from training",
  RETENTION_EXPIRED: "its longest period of keeping is over",
  REVIEWED_COPY_SURVIVES: "a copy that people reviewed stays",
  SAFETY_FLAG: "it was flagged for safety",
  SAFETY_REVIEW: "it went through a safety review",
  SURVEY_SHARE_NOT_TRAINABLE: "a transcript shared in a survey is not for training",
  TEMPORARY: "it was a temporary chat",
  THIRD_PARTY_CLOUD: "another company's cloud ran it, under its own terms",
};

export function reasonText(code: string): string {
  return REASON_WORDS[code] ?? code.toLowerCase().replaceAll("_", " ");
}
