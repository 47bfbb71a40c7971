/** Transitions from one end to one other -> **Flow** */
import type { End } from "../decision/end.ts";
import { BoundedCounts } from "./bounded-counts.ts";
import { DistinctCount } from "./distinct.ts";
import {
  type Action,
  type Change,
  type Flow,
  type Listed,
  type ReasonFlow,
  SEGMENTS,
  type SegmentName,
  type Segments,
  type Transition,
} from "./what-if.ts";

const DAY = 86_400_000;
/** Of each open list of values: a privacy team reads the first few. */
const VALUES = 200;
/** Stands for all values of a segment that found no room. */
const OTHER_VALUES = "other";

export class FlowTally {
  readonly #before: End;
  readonly #after: End;
  readonly #listed: number;
  readonly #accounts = new DistinctCount();
  readonly #reasons = new Map<
    string,
    { before: Transition["before"]; after: Transition["after"]; n: number }
  >();
  readonly #segments: Readonly<Record<SegmentName, BoundedCounts<string | undefined>>>;
  readonly #effects = new Map<number, number>();
  readonly #actions = new BoundedCounts<Action>(VALUES, { kind: "move", plan: OTHER_VALUES });
  readonly #advice = new BoundedCounts<string>(VALUES, "");
  readonly #unknowns = new BoundedCounts<string>(VALUES, OTHER_VALUES);
  readonly #list: Listed[] = [];
  #conversations = 0;
  #items = 0;
  #undated = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  constructor(before: End, after: End, listed: number) {
    this.#before = before;
    this.#after = after;
    this.#listed = listed;
    const counts = SEGMENTS.map((name) => [
      name,
      new BoundedCounts<string | undefined>(VALUES, OTHER_VALUES),
    ]);
    this.#segments = Object.fromEntries(counts) as Record<SegmentName, BoundedCounts<string | undefined>>;
  }

  add({ before, after }: Transition, segments: Segments | undefined, times: number): void {
    this.#conversations += times;
    if (segments !== undefined) {
      for (const name of SEGMENTS) this.addSegment(name, segments[name], times);
    }
    const isSame = before.end === after.end && before.reason === after.reason && before.rule === after.rule;
    if (isSame) return;
    const key = JSON.stringify([before.reason, before.rule, after.reason, after.rule]);
    const known = this.#reasons.get(key);
    if (known === undefined) this.#reasons.set(key, { before, after, n: times });
    else known.n += times;
  }

  addAccount(account: string): void {
    this.#accounts.add(account);
  }

  /** So many accounts that are counted in no other call. */
  addAccounts(count: number): void {
    this.#accounts.addApart(count);
  }

  addSegment(name: SegmentName, value: string | undefined, times: number): void {
    this.#segments[name].add(value === undefined ? "" : `=${value}`, value, times);
  }

  /** What the answer after says to so many conversations whose end changes. */
  addTold(advice: readonly string[], unknowns: readonly string[], times: number): void {
    for (const sentence of advice) this.#advice.add(sentence, sentence, times);
    for (const fact of unknowns) this.#unknowns.add(fact, fact, times);
  }

  addChange(
    { before, after, effect, actions, advice, unknowns }: Change,
    account: string,
    conversation: string,
  ): void {
    if (effect === "undated") this.#undated += 1;
    else {
      const day = Math.floor(effect / DAY) * DAY;
      this.#effects.set(day, (this.#effects.get(day) ?? 0) + 1);
      this.#first = Math.min(this.#first, effect);
      this.#last = Math.max(this.#last, effect);
    }
    for (const action of actions) this.#actions.add(`${action.kind} ${action.plan ?? ""}`, action, 1);
    this.addTold(advice, unknowns, 1);
    if (this.#list.length < this.#listed) this.#list.push({ account, conversation, effect, before, after });
  }

  addItems(items: number): void {
    this.#items += items;
  }

  /** Whose answer is another one, though its end is the same. */
  get otherwise(): number {
    return this.#before === this.#after
      ? this.#reasonFlows().reduce((sum, one) => sum + one.conversations, 0)
      : 0;
  }

  result(): Flow {
    const isDated = Number.isFinite(this.#first);
    return {
      before: this.#before,
      after: this.#after,
      conversations: this.#conversations,
      accounts: this.#accounts.result(),
      items: this.#items,
      reasons: this.#reasonFlows(),
      segments: {
        plan: this.#segments.plan.result(),
        region: this.#segments.region.result(),
        kind: this.#segments.kind.result(),
        language: this.#segments.language.result(),
      },
      effects: [...this.#effects]
        .sort(([a], [b]) => a - b)
        .map(([value, conversations]) => ({ value, conversations })),
      undated: this.#undated,
      firstEffect: isDated ? this.#first : undefined,
      lastEffect: isDated ? this.#last : undefined,
      actions: this.#actions.result(),
      advice: this.#advice.result(),
      unknowns: this.#unknowns.result(),
      list: this.#list,
    };
  }

  #reasonFlows(): readonly ReasonFlow[] {
    return [...this.#reasons]
      .sort(([a, x], [b, y]) => y.n - x.n || (a < b ? -1 : 1))
      .map(([, { before, after, n }]) => ({ before, after, conversations: n }));
  }
}
