/**
 * Comparisons, or counted groups of rows -> **WhatIf**
 *
 * Memory does not grow with the conversations. Where an engine has compared by SQL, `addTransition` takes
 * its groups; what only a single conversation can tell (dates, actions, the list) is then left out.
 */
import { ENDS } from "../decision/end.ts";
import type { Purpose } from "../events/event.ts";
import { BoundedCounts } from "./bounded-counts.ts";
import { DistinctCount } from "./distinct.ts";
import { FlowTally } from "./flow-tally.ts";
import { SpreadOf } from "./spread.ts";
import type {
  Comparison,
  KeepChange,
  KeepChangeKind,
  KeepFlow,
  PurposeFlows,
  Segments,
  Transition,
  WhatIf,
} from "./what-if.ts";

const LISTED = 100;

interface KeepTally {
  readonly kinds: BoundedCounts<KeepChangeKind>;
  readonly days: SpreadOf;
  readonly list: KeepFlow["list"][number][];
}

export class WhatIfTally {
  readonly #listed: number;
  readonly #flows = new Map<Purpose, Map<string, FlowTally>>();
  readonly #keeps = new Map<string, KeepTally>();
  readonly #accounts = new DistinctCount();
  readonly #changedAccounts = new DistinctCount();
  readonly #existed = { both: 0, before: 0, after: 0, neither: 0 };
  #changed = 0;

  /** @param listed how many of the list behind each number are kept */
  constructor(listed: number = LISTED) {
    this.#listed = listed;
  }

  add(comparison: Comparison): void {
    const { account, conversation, existed, segments, transitions, changes, keeps, items } = comparison;
    this.#existed[existed] += 1;
    if (existed !== "both") return;
    this.#accounts.add(account);
    for (const transition of transitions) {
      const flow = this.#flowOf(transition.purpose, transition.before.end, transition.after.end);
      flow.add(transition, segments, 1);
      flow.addAccount(account);
    }
    for (const change of changes) {
      this.#flowOf(change.purpose, change.before.end, change.after.end).addChange(
        change,
        account,
        conversation,
      );
    }
    for (const { purpose, before, after, items: number } of items) {
      this.#flowOf(purpose, before, after).addItems(number);
    }
    for (const keep of keeps) this.#addKeep(keep, account, conversation);
    if (changes.length === 0 && keeps.length === 0) return;
    this.#changed += 1;
    this.#changedAccounts.add(account);
  }

  /** So many conversations with this transition, as an engine has counted them. */
  addTransition(transition: Transition, segments: Segments | undefined, times: number): void {
    this.#flowOf(transition.purpose, transition.before.end, transition.after.end).add(
      transition,
      segments,
      times,
    );
  }

  /** So many conversations, for whichever purposes `addTransition` was or will be called. */
  addCompared(times: number, changed: number): void {
    this.#existed.both += times;
    this.#changed += changed;
  }

  result(): WhatIf {
    const { both, before, after, neither } = this.#existed;
    return {
      compared: both,
      onlyBefore: before,
      onlyAfter: after,
      neither,
      accounts: this.#accounts.result(),
      changedAccounts: this.#changedAccounts.result(),
      changed: this.#changed,
      purposes: [...this.#flows].map(([purpose, flows]) => flowsOf(purpose, flows)),
      keeps: [...this.#keeps]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([copy, { kinds, days, list }]) => ({
          copy,
          kinds: kinds.result(),
          days: days.result(),
          list,
        })),
    };
  }

  #flowOf(
    purpose: Purpose,
    before: Transition["before"]["end"],
    after: Transition["after"]["end"],
  ): FlowTally {
    let flows = this.#flows.get(purpose);
    if (flows === undefined) {
      flows = new Map();
      this.#flows.set(purpose, flows);
    }
    const key = `${before} ${after}`;
    let flow = flows.get(key);
    if (flow === undefined) {
      flow = new FlowTally(before, after, this.#listed);
      flows.set(key, flow);
    }
    return flow;
  }

  #addKeep(keep: KeepChange, account: string, conversation: string): void {
    let tally = this.#keeps.get(keep.copy);
    if (tally === undefined) {
      tally = { kinds: new BoundedCounts<KeepChangeKind>(16, "floor"), days: new SpreadOf(), list: [] };
      this.#keeps.set(keep.copy, tally);
    }
    tally.kinds.add(keep.kind, keep.kind, 1);
    if (keep.days !== undefined) tally.days.add(keep.days);
    if (tally.list.length < this.#listed) tally.list.push({ ...keep, account, conversation });
  }
}

function flowsOf(purpose: Purpose, flows: ReadonlyMap<string, FlowTally>): PurposeFlows {
  // Always in one order, whatever came first: changes to `used` are what is read first.
  const ordered = ENDS.flatMap((after) => ENDS.map((before) => flows.get(`${before} ${after}`)));
  const found = ordered.filter((flow) => flow !== undefined);
  const all = found.map((flow) => flow.result());
  const changed = all.filter(({ before, after }) => before !== after);
  return {
    purpose,
    changed: changed.reduce((sum, { conversations }) => sum + conversations, 0),
    otherwise: found.reduce((sum, flow) => sum + flow.otherwise, 0),
    flows: all,
  };
}
