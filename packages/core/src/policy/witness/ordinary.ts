/**
 * The facts of an ordinary account and chat: what a witness takes where nothing asks for more.
 *
 * Nothing has happened that need not have; dates lie some days apart, so that a reader can tell them.
 */
import type { FactValue } from "../../facts/facts.ts";
import { definitionOf, type FactName } from "../../facts/vocabulary.ts";

const TEXTS: Readonly<Partial<Record<FactName, string>>> = {
  "account.plan": "pro",
  "account.region": "US",
  "training.choice": "none",
  "training.choiceAtCreation": "none",
  "training.dialog": "none",
  "choice.humanReview": "none",
  "choice.personalise": "none",
  "choice.evaluate": "none",
  "choice.share": "none",
  "conversation.plan": "pro",
  "conversation.surface": "chat",
  "conversation.credential": "login",
  "conversation.mode": "ordinary",
  "item.role": "user",
  "item.source": "user",
};

const DATES: Readonly<Partial<Record<FactName, number>>> = {
  "account.signedUpAt": Date.UTC(2025, 0, 1),
  "training.grantedAt": Date.UTC(2025, 10, 1),
  "training.refusedAt": Date.UTC(2025, 10, 1),
  "conversation.createdAt": Date.UTC(2025, 10, 10),
  "item.at": Date.UTC(2025, 10, 10),
  "conversation.lastActivityAt": Date.UTC(2025, 10, 12),
  "conversation.firstEligibleAt": Date.UTC(2025, 10, 12),
  "feedback.at": Date.UTC(2025, 10, 13),
  "query.at": Date.UTC(2025, 11, 1),
};
const SOME_DATE = Date.UTC(2025, 10, 20);
const SOME_PERIOD = "P30D";

/** A value for a fact that is there. */
export function ordinaryValue(fact: FactName): Exclude<FactValue, null> {
  const { type, values } = definitionOf(fact);
  if (type === "bool") return false;
  if (type === "timestamp") return DATES[fact] ?? SOME_DATE;
  if (type === "duration") return SOME_PERIOD;
  return TEXTS[fact] ?? values?.[0] ?? "another";
}

/** Facts that need not be there are not. */
export function ordinarySlot(fact: FactName): FactValue {
  return definitionOf(fact).optional ? null : ordinaryValue(fact);
}
