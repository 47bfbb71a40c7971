/** A history through every stage: the decision on the conversation, then on each of its items. */
import { type Decision, decide, type Prepared } from "@proviso/core/decision";
import { PURPOSES } from "@proviso/core/events";
import {
  type AccountLog,
  derive,
  deriveItem,
  type Facts,
  foldAccount,
  indexEvents,
} from "@proviso/core/facts";
import { ACCOUNT, CHAT, type History } from "./generate-history.ts";

function factsOf({ events, at, known }: History): {
  readonly facts: Facts;
  readonly items: readonly Facts[];
} {
  const log = indexEvents(events);
  const account: AccountLog = log.accounts.get(ACCOUNT) ?? {
    account: ACCOUNT,
    events: [],
    conversations: new Map(),
  };
  const recorded = account.conversations.get(CHAT) ?? [];
  const facts = derive(foldAccount(log, account, at, known), CHAT, recorded);
  const items = recorded
    .filter((event) => event.at <= at && event.recorded <= known)
    .flatMap((event) => (event.type === "item.added" ? [deriveItem(facts, event)] : []));
  return { facts, items };
}

export function answer(prepared: Prepared, history: History): readonly Decision[] {
  const { facts, items } = factsOf(history);
  return [facts, ...items].map((one) => decide(prepared, one, PURPOSES));
}
