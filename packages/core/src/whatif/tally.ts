/**
 * Comparisons, or counted groups of rows -> **WhatIf**
 *
 * Memory does not grow with the conversations. Where an engine has compared by SQL, the groups that it has
 * counted are taken; what only a single conversation can tell (dates, actions, the list) is then left out.
 */
import { ENDS, type End } from "../decision/end.ts";
import type { Purpose } from "../events/event.ts";
import { BoundedCounts } from "./bounded-counts.ts";
import { DistinctCount } from "./distinct.ts";
import { FlowTally } from "./flow-tally.ts";
import { SpreadOf } from "./spread.ts";
import type {
  Change,
  Comparison,
  KeepChange,
  KeepChangeKind,
  KeepFlow,
  PurposeFlows,
  SegmentName,
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

type Counts = Readonly<
  Record<
    "compared" | "onlyBefore" | "onlyAfter" | "neither" | "changed" | "accounts" | "changedAccounts",
    number
  >
>;

/** Which flow is meant. */
export interface FlowName {
  readonly purpose: Purpose;
  readonly before: End;
  readonly after: End;
}

export class WhatIfTally {
  readonly #listed: number;
  readonly #flows = new Map<Purpose, Map<string, FlowTally>>();
  readonly #keeps = new Map<string, KeepTally>();
  readonly #accounts = new DistinctCount();
  readonly #changedAccounts = new DistinctCount();
  readonly #existed = { both: 0, before: 0, after: 0, neither: 0 };
  #changed = 0;
  #told: WhatIf["told"] = "each";

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
    this.addCounted({ compared: times, changed });
  }

  /** What an engine has counted over a part that holds all conversations of its accounts. */
  addCounted(counted: Partial<Counts>): void {
    const { compared = 0, onlyBefore = 0, onlyAfter = 0, neither = 0, changed = 0 } = counted;
    this.#told = "counts";
    this.#existed.both += compared;
    this.#existed.before += onlyBefore;
    this.#existed.after += onlyAfter;
    this.#existed.neither += neither;
    this.#changed += changed;
    this.#accounts.addApart(counted.accounts ?? 0);
    this.#changedAccounts.addApart(counted.changedAccounts ?? 0);
  }

  addFlowAccounts({ purpose, before, after }: FlowName, count: number): void {
    this.#flowOf(purpose, before, after).addAccounts(count);
  }

  addSegment(
    { purpose, before, after }: FlowName,
    name: SegmentName,
    value: string | undefined,
    times: number,
  ): void {
    this.#flowOf(purpose, before, after).addSegment(name, value, times);
  }

  /** What the answer after says to so many conversations of a flow that changes. */
  addTold(
    { purpose, before, after }: FlowName,
    { advice, unknowns }: Pick<Change, "advice" | "unknowns">,
    times: number,
  ): void {
    this.#flowOf(purpose, before, after).addTold(advice, unknowns, times);
  }

  /** So many conversations, the end of whose copy moves alike. */
  addKeeps({ copy, kind, days }: Pick<KeepChange, "copy" | "kind" | "days">, times: number): void {
    const tally = this.#keepOf(copy);
    tally.kinds.add(kind, kind, times);
    if (days !== undefined) tally.days.add(days, times);
  }

  result(): WhatIf {
    const { both, before, after, neither } = this.#existed;
    return {
      told: this.#told,
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

  #keepOf(copy: string): KeepTally {
    let tally = this.#keeps.get(copy);
    if (tally === undefined) {
      tally = { kinds: new BoundedCounts<KeepChangeKind>(16, "floor"), days: new SpreadOf(), list: [] };
      this.#keeps.set(copy, tally);
    }
    return tally;
  }

  #addKeep(keep: KeepChange, account: string, conversation: string): void {
    this.addKeeps(keep, 1);
    const { list } = this.#keepOf(keep.copy);
    if (list.length < this.#listed) list.push({ ...keep, account, conversation });
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
