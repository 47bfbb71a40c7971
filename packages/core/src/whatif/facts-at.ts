/**
 * Recorded events -> Facts at any instant, also with one more event -> compare
 *
 * Two sides, the search for a date and every action tried ask for facts of the same conversation; the
 * states of accounts that they share are kept, up to a bound.
 */
import type { Event } from "../events/event.ts";
import { type AccountState, foldAccount } from "../facts/account.ts";
import { derive } from "../facts/derive.ts";
import type { Facts } from "../facts/facts.ts";
import { type AccountLog, type EventLog, inOrder } from "../facts/log.ts";

/** One conversation, with its events in order (see `inOrder`). */
export interface Recorded {
  readonly account: string;
  readonly conversation: string;
  readonly events: readonly Event[];
}

/** States kept at once; a state is a few kilobytes. */
const KEPT = 4096;

export class FactsAt {
  readonly log: EventLog;
  readonly #states = new Map<string, AccountState>();

  constructor(log: EventLog) {
    this.log = log;
  }

  /** @param at valid time, @param known knowledge time */
  of({ account, conversation, events }: Recorded, at: number, known: number): Facts {
    const state = this.#stateOf(account, at, known);
    return derive(state, conversation, events, (other) => this.#stateOf(other, at, known));
  }

  /** As if `added` had been recorded as well. */
  with(added: Event, recorded: Recorded, at: number, known: number): Facts {
    if (added.conversation !== undefined) {
      return this.of({ ...recorded, events: [...recorded.events, added].sort(inOrder) }, at, known);
    }
    const own = this.accountOf(recorded.account);
    const more = { ...own, events: [...own.events, added].sort(inOrder) };
    const state = foldAccount(this.log, more, at, known);
    return derive(state, recorded.conversation, recorded.events, (other) => this.#stateOf(other, at, known));
  }

  accountOf(account: string): AccountLog {
    return this.log.accounts.get(account) ?? { account, events: [], conversations: new Map() };
  }

  #stateOf(account: string, at: number, known: number): AccountState {
    const key = `${at} ${known} ${account}`;
    let state = this.#states.get(key);
    if (state === undefined) {
      if (this.#states.size >= KEPT) this.#states.clear();
      state = foldAccount(this.log, this.accountOf(account), at, known);
      this.#states.set(key, state);
    }
    return state;
  }
}
