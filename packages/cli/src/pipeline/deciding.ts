/**
 * One conversation through the stages: record, derive, decide.
 *
 * Account states are folded once and kept; conversations are not, so memory does not grow with
 * the export.
 */
import { decide, type Prepared } from "@proviso/core/decision";
import { type Event, type EventOf, record } from "@proviso/core/events";
import {
  type AccountState,
  derive,
  deriveItem,
  type EventLog,
  type Facts,
  foldAccount,
  inOrder,
} from "@proviso/core/facts";
import type { Conversation } from "@proviso/core/sources";
import type { Decided, Question } from "./question.ts";

export interface Deciding {
  readonly question: Question;
  readonly log: EventLog;
  readonly source: string;
  readonly product: string;
  readonly prepared: Prepared;
}

export class Decider {
  readonly #deciding: Deciding;
  readonly #states = new Map<string, AccountState>();

  constructor(deciding: Deciding) {
    this.#deciding = deciding;
  }

  /**
   * @param account whose timeline and choices govern; the conversation's own, or the one assumed
   * @param feedback what the export itself tells of feedback on the conversation
   */
  decide(conversation: Conversation, account: string, feedback: readonly Event[]): Decided {
    const { question, log, source, product, prepared } = this.#deciding;
    const read = record(conversation, { source, account, recordedAt: question.at });
    const logged = log.accounts.get(account)?.conversations.get(conversation.id) ?? [];
    const events = merged(logged, feedback, read);
    const facts = derive(this.#stateOf(account), conversation.id, events, (other) => this.#stateOf(other));
    const decision = decide(prepared, facts, question.purposes);
    const items = question.items === true ? this.#items(facts, events) : [];
    return { conversation, product, prepared, facts, decision, events, items };
  }

  #items(facts: Facts, events: readonly Event[]): Decided["items"] {
    const { question, prepared } = this.#deciding;
    return events
      .filter((event): event is EventOf<"item.added"> => event.type === "item.added")
      .filter((event) => event.at <= question.at && event.recorded <= question.known)
      .map((event) => {
        const item = deriveItem(facts, event);
        return { facts: item, decision: decide(prepared, item, question.purposes) };
      });
  }

  #stateOf(account: string): AccountState {
    let state = this.#states.get(account);
    if (state === undefined) {
      const { log, question } = this.#deciding;
      const own = log.accounts.get(account) ?? { account, events: [], conversations: new Map() };
      state = foldAccount(log, own, question.at, question.known);
      this.#states.set(account, state);
    }
    return state;
  }
}

/** What the log and the export both tell of a conversation, in order; an export's event counts once. */
function merged(...lists: readonly (readonly Event[])[]): readonly Event[] {
  return lists.flat().sort(inOrder);
}
