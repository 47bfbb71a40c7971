/**
 * A sentence a person understands for each reason code in common use.
 *
 * The codes are those of docs/language.md; a policy may have others, whose sentences come with
 * the report or are made of the code. A sentence fits a permit as well as a deny.
 */
import { fromCode, lookUp } from "./words.ts";

const SENTENCES: Readonly<Record<string, string>> = {
  NO_SUBJECT: "Nothing is recorded of this conversation.",
  NO_RULE: "No rule of the policy permits it, and silence is never consent.",
  PURPOSE_NOT_PERMITTED: "The terms do not permit this use.",
  UNKNOWN_FACTS: "The answer hangs on facts that are not known.",
  NO_POLICY_IN_FORCE: "No version of the terms was in force for the account at that time.",

  DELETED: "The conversation was deleted.",
  ACCOUNT_DELETED: "The account was deleted.",
  HELD_FOR_LAW: "It was deleted, and is kept only because the law asks for it.",
  RETENTION_EXPIRED: "The time to keep it is over, so the copy should be gone.",

  OPTED_OUT: "The training setting was switched off.",
  OBJECTION: "An objection was filed.",
  PROSPECTIVE_OPT_OUT: "The refusal came later and does not reach back to this.",
  OPTED_IN_NEW_CHAT: "The conversation began while the training setting was on.",
  OPTED_IN_RESUMED_CHAT: "The conversation was resumed while the training setting was on.",
  DORMANT_BEFORE_OPT_IN: "Nothing was said in it since the training setting was switched on.",
  AMBIGUOUS_ORDER_FAIL_CLOSED: "It is not clear whether the setting or the last message came first.",
  DEFAULT_ON: "Nobody refused, and the terms permit it unless somebody does.",
  NO_CHOICE: "No choice was made, and silence is not consent.",
  NO_CHOICE_GATED: "No choice is recorded, although the product asks for one.",
  NO_CHOICE_FAIL_CLOSED: "No choice is recorded, although one was due by then.",
  NO_CHOICE_OLD_TERMS: "No choice was made, so the older terms still hold.",
  LOGGED_OUT_GRANT: "It was made without an account, where the terms permit it.",
  BROAD_LICENCE: "The terms grant a broad licence to what is written there.",

  CONSENT_GIVEN: "The person agreed.",
  EXPLICIT_OPT_IN: "The person agreed expressly.",
  NO_CONSENT: "The person has not agreed.",
  NO_EXPLICIT_AGREEMENT: "There was no express agreement.",
  CONSENT_REFUSED: "The person refused.",
  CONSENT_EXPIRED: "The agreement has lapsed.",
  CONSENT_VOID: "The dialog in which the agreement was given did not pass its audit.",
  CONSENT_NOT_RETROACTIVE: "It is older than the agreement.",
  PARTICIPANT_REFUSED: "Another participant has not agreed.",

  FEEDBACK_CARVE_OUT: "A rating or report was sent on it, which the terms let be used.",
  COMMERCIAL_FEEDBACK: "Feedback was sent on it under the terms for organisations.",
  SURVEY_SHARE_NOT_TRAINABLE: "Its transcript was shared after a survey, which does not open training.",
  SAFETY_FLAG: "It was flagged for safety.",
  SAFETY_REVIEW: "It was taken up for safety review.",
  REVIEWED_COPY_SURVIVES: "A person reviewed it, and that copy outlives the conversation.",

  INCOGNITO: "It was made in incognito mode.",
  TEMPORARY: "It was a temporary chat.",
  EPHEMERAL_MODE: "It was made in a mode that is not kept.",
  CONNECTOR_CONTENT: "It holds raw content of a connected service.",
  CONTENT_RESERVED: "Its content reserves its use.",
  HEALTH_DATA: "It holds health data.",
  PRIVATE_MESSAGES: "It consists of private messages.",
  PRIVATE_PROCESSING: "It was processed privately.",

  COMMERCIAL_TERMS: "The terms for organisations exclude it.",
  ORGANISATION_OPTED_IN: "The organisation agreed.",
  THIRD_PARTY_CLOUD: "It was made through another company's cloud, whose terms hold.",
  EXEMPT_PLAN: "The account's plan is exempt.",
  REGION_EXEMPT: "The person's region is exempt.",
  MARKET_NOT_NAMED: "The terms do not name the person's market.",
  MINOR: "The person is under age.",
  NO_TRAINING: "The terms bar training.",
  OLD_TERMS_NO_TRAINING: "The older terms, which bar training, were in force.",
  NOT_YET_IN_FORCE: "The terms that would permit it were not in force yet.",
  NOTICE_PERIOD: "It lies within the time of notice.",
};

/** The sentence for a reason code: the report's own, else the common one, else the code as words. */
export function reasonText(code: string, given: Readonly<Record<string, string>>): string {
  return lookUp(given, code) ?? lookUp(SENTENCES, code) ?? fromCode(code);
}
