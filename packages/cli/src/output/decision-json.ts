/**
 * Decided -> one line of JSON: the decision with what is known of the conversation
 *
 * Fields come in one order, instants in RFC 3339 (UTC). What is not known is null, never left out:
 * a reader can tell "not known" from "not asked". Described in docs/cli.md.
 */
import {
  type Decision,
  type PolicyRef,
  printClock,
  printInstant,
  printKeep,
  printPolicyRef,
  printUse,
  type UseAnswer,
} from "@proviso/core/decision";
import type { Conversation, Item } from "@proviso/core/sources";
import { isoText } from "../terminal/words.ts";
import { briefClock, briefUse } from "./brief-json.ts";

/** `brief` leaves out the policy's prose, see brief-json.ts. */
export type Detail = "brief" | "full";

/** Answers that no unknown touches are one object for many conversations: their text is made once. */
const USE_TEXTS: Readonly<Record<Detail, WeakMap<UseAnswer, string>>> = {
  brief: new WeakMap(),
  full: new WeakMap(),
};
const POLICY_TEXTS = new WeakMap<PolicyRef, string>();

export function conversationLine(
  conversation: Conversation,
  product: string,
  decision: Decision,
  detail: Detail,
): string {
  const about = {
    conversation: conversation.id,
    item: null,
    title: conversation.title ?? null,
    account: decision.account ?? null,
    product,
    surface: conversation.surface,
    mode: conversation.mode ?? null,
    credential: conversation.credential ?? null,
    model: conversation.model ?? null,
    createdAt: printInstant(conversation.createdAt),
    updatedAt: printInstant(conversation.updatedAt),
    items: conversation.items.length,
    file: conversation.locator.file,
  };
  return line(about, decision, detail);
}

export function itemLine(
  conversation: Conversation,
  item: Item | undefined,
  product: string,
  decision: Decision,
  detail: Detail,
): string {
  const about = {
    conversation: conversation.id,
    item: decision.item ?? null,
    account: decision.account ?? null,
    product,
    role: item?.role ?? null,
    source: item?.source ?? null,
    name: item?.name ?? null,
    itemAt: printInstant(item?.at),
    pasted: item?.pasted ?? null,
    hidden: item?.hidden ?? null,
    file: conversation.locator.file,
  };
  return line(about, decision, detail);
}

function line(about: Readonly<Record<string, unknown>>, decision: Decision, detail: Detail): string {
  const isBrief = detail === "brief";
  const policies = decision.policies.map((ref) => cached(POLICY_TEXTS, ref, printPolicyRef)).join(",");
  const uses = decision.uses
    .map((use) => cached(USE_TEXTS[detail], use, isBrief ? briefUse : printUse))
    .join(",");
  const rest = JSON.stringify({
    clocks: decision.clocks.map(isBrief ? briefClock : printClock),
    keep: decision.keep.map(printKeep),
    runs: decision.runs,
  });
  const start = JSON.stringify({ ...about, at: isoText(decision.at), known: printInstant(decision.known) });
  return `${start.slice(0, -1)},"policies":[${policies}],"uses":[${uses}],${rest.slice(1)}\n`;
}

function cached<K extends object>(texts: WeakMap<K, string>, key: K, fields: (key: K) => unknown): string {
  let text = texts.get(key);
  if (text === undefined) {
    text = JSON.stringify(fields(key));
    texts.set(key, text);
  }
  return text;
}
