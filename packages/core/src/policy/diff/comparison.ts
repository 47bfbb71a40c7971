/**
 * Two versions in one set of diagrams -> what changes
 *
 * Everything is read before anything is compared, so that all atoms are held against each other.
 */
import type { Purpose } from "../../events/event.ts";
import type { Slot } from "../../facts/facts.ts";
import { type Bdd, FALSE, TRUE } from "../bdd.ts";
import { factsIn, factsOf } from "../expr.ts";
import type { Policy } from "../policy.ts";
import { Witnesses } from "../witness/witness.ts";
import { Worlds } from "../worlds.ts";
import { inOrder } from "./atom-order.ts";
import { Describer } from "./describe.ts";
import { historyLaws } from "./history-laws.ts";
import { type Outcome, Outcomes } from "./outcomes.ts";
import { type DiffPair, Pairs } from "./pairs.ts";
import type { KeepSide, PolicyDiff, UseSide } from "./policy-diff.ts";
import { comparable, governs, keepSides, keyOf, useSide } from "./sides.ts";
import { Statements, type UsePair } from "./statements.ts";
import { conditionsOf, plainly, reasonsOf, wordsOf } from "./words.ts";

export class Comparison {
  readonly #before: Outcomes;
  readonly #after: Outcomes;
  readonly #worlds: Worlds;
  readonly #pairs: Pairs;
  readonly #statements: Statements;
  readonly #governed: Bdd;

  /**
   * @param limit of diagram nodes
   * @param histories whether facts are those that some history of events gives
   * @throws TooLarge, as do all methods
   */
  constructor(before: Policy, after: Policy, { limit, histories }: { limit: number; histories: boolean }) {
    const conditions = [before, after].flatMap(conditionsOf);
    const terms = [before, after].flatMap(({ clocks }) =>
      clocks.flatMap(({ from, period }) => [from, period]),
    );
    const mentioned = new Set(factsIn([...conditions, ...terms]));
    const laws = historyLaws().filter(
      (law) => histories && factsOf(law).every((fact) => mentioned.has(fact)),
    );
    const readAll = (into: Worlds): void => {
      for (const condition of [...conditions, ...laws]) into.read(condition);
      for (const term of terms) if (term !== undefined) into.values(term);
    };
    const draft = new Worlds(limit, { unknowns: true });
    readAll(draft);
    const worlds = new Worlds(limit, { unknowns: true, order: inOrder(draft.meanings) });
    readAll(worlds);
    const { bdds } = worlds;
    const broken = laws.map((law) => bdds.not(worlds.read(law)?.no ?? FALSE));
    this.#worlds = worlds;
    this.#before = new Outcomes(before, worlds);
    this.#after = new Outcomes(after, worlds);
    const known = bdds.and(...[...mentioned].map((fact) => worlds.known(fact)));
    const witnesses = new Witnesses(worlds, bdds.and(...broken));
    this.#pairs = new Pairs(worlds, witnesses, known);
    const [a, b] = [this.#before.target, this.#after.target];
    const maybe = bdds.not(bdds.or(a.yes, a.no, b.yes, b.no));
    this.#governed = bdds.or(bdds.and(a.yes, b.yes), maybe);
    const plain = plainly(before, after);
    const words = wordsOf(before, after).map(plain);
    const describer = new Describer(worlds, words, reasonsOf([before, after], plain));
    this.#statements = new Statements({
      bdds,
      describer,
      plain,
      possible: () => witnesses.possible,
      known,
      governed: this.#governed,
    });
  }

  /** Whether anything changes at all; without words. */
  differs(purposes: readonly Purpose[]): boolean {
    return (
      this.#targetPairs().length > 0 ||
      purposes.some((purpose) => this.#usePairs(purpose).length > 0) ||
      this.#copies().some((copy) => this.#keepPairs(copy).length > 0)
    );
  }

  changes(purposes: readonly Purpose[]): Pick<PolicyDiff, "targets" | "uses" | "keeps"> {
    // All pairs first: each search may find out what is impossible, for the descriptions of all.
    const targets = this.#targetPairs();
    const uses = purposes.flatMap((purpose) => this.#usePairs(purpose));
    const keeps = this.#copies().map((copy) => ({ copy, pairs: this.#keepPairs(copy) }));
    return {
      targets: this.#statements.targets(targets),
      uses: this.#statements.uses(uses),
      keeps: keeps.flatMap(({ copy, pairs }) => this.#statements.keeps(copy, pairs)),
    };
  }

  #targetPairs(): readonly DiffPair<"yes" | "no" | "maybe">[] {
    return this.#pairs.differing(
      this.#before.targets(),
      this.#after.targets(),
      () => TRUE,
      (side) => side === "maybe",
      (slots) => [governs(this.#before.policy, slots), governs(this.#after.policy, slots)],
    );
  }

  #usePairs(purpose: Purpose): readonly UsePair[] {
    const { bdds } = this.#worlds;
    const [a, b] = [this.#before, this.#after];
    const whole = [a.uses(purpose, false), b.uses(purpose, false)] as const;
    const side = (outcomes: Outcomes, item: boolean) => (slots: readonly Slot[]) =>
      useSide(outcomes.policy, purpose, slots, item);
    const conversation = this.#pairs.differing(
      whole[0],
      whole[1],
      () => this.#governed,
      isOpen,
      (slots) =>
        this.#isCompared(slots) ? [keyOf(side(a, false)(slots)), keyOf(side(b, false)(slots))] : ["", ""],
    );
    const found = conversation.map((pair): UsePair => ({ ...pair, purpose, scope: "conversation" }));
    if (![a, b].some(({ policy }) => policy.rules.some((rule) => rule.scope === "item" || rule.covers))) {
      return found;
    }
    // Items that go the way of their conversation are told with it.
    const along = (x: Outcome<UseSide>, y: Outcome<UseSide>): Bdd => {
      const [same, alike] = [
        whole[0].find(({ key }) => key === x.key),
        whole[1].find(({ key }) => key === y.key),
      ];
      return same === undefined || alike === undefined
        ? this.#governed
        : bdds.and(this.#governed, bdds.not(bdds.and(same.where, alike.where)));
    };
    const items = this.#pairs.differing(
      a.uses(purpose, true),
      b.uses(purpose, true),
      along,
      isOpen,
      (slots) =>
        this.#isCompared(slots) ? [keyOf(side(a, true)(slots)), keyOf(side(b, true)(slots))] : ["", ""],
    );
    return [...found, ...items.map((pair): UsePair => ({ ...pair, purpose, scope: "item" }))];
  }

  #keepPairs(copy: string): readonly DiffPair<readonly KeepSide[]>[] {
    const [a, b] = [this.#before, this.#after];
    const key = (outcomes: Outcomes, slots: readonly Slot[]): string =>
      keepSides(outcomes.policy, copy, slots).map(keyOf).join();
    return this.#pairs.differing(
      a.keeps(copy),
      b.keeps(copy),
      () => this.#governed,
      (sides) =>
        sides.some(({ applies, period, from }) => applies === "maybe" || period === "?" || from === "?"),
      (slots) => (this.#isCompared(slots) ? [key(a, slots), key(b, slots)] : [" ", " "]),
    );
  }

  #isCompared(slots: readonly Slot[]): boolean {
    return comparable(governs(this.#before.policy, slots), governs(this.#after.policy, slots));
  }

  #copies(): readonly string[] {
    const clocks = [this.#before, this.#after].flatMap(({ policy }) => policy.clocks);
    return [...new Set(clocks.map(({ copy }) => copy))];
  }
}

function isOpen({ effect }: UseSide): boolean {
  return effect === "open";
}
