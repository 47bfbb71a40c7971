/**
 * Outcomes of two versions -> the pairs that differ and can be
 *
 * Known facts first: a pair that they show needs no word on unknown ones.
 */
import type { Slot } from "../../facts/facts.ts";
import { type Bdd, FALSE } from "../bdd.ts";
import type { Expr } from "../expr.ts";
import type { Witnesses } from "../witness/witness.ts";
import type { Worlds } from "../worlds.ts";
import type { Outcome } from "./outcomes.ts";

export interface DiffPair<T> {
  readonly before: T;
  readonly after: T;
  readonly where: Bdd;
  readonly because: readonly Expr[];
  readonly witness: readonly Slot[] | undefined;
  /** Only where some fact is unknown. */
  readonly unknown: boolean;
}

export class Pairs {
  readonly #worlds: Worlds;
  readonly #witnesses: Witnesses;
  readonly #known: Bdd;

  /** @param known where every fact is known */
  constructor(worlds: Worlds, witnesses: Witnesses, known: Bdd) {
    this.#worlds = worlds;
    this.#witnesses = witnesses;
    this.#known = known;
  }

  /**
   * @param within where the two are compared; may depend on the keys of both sides
   * @param hangs whether a side is one that hangs on what is unknown: then known facts do not show all
   * @param shown the keys of both sides for facts, by the reference evaluator
   */
  differing<T>(
    before: readonly Outcome<T>[],
    after: readonly Outcome<T>[],
    within: (a: Outcome<T>, b: Outcome<T>) => Bdd,
    hangs: (side: T) => boolean,
    shown: (slots: readonly Slot[]) => readonly [string, string],
  ): readonly DiffPair<T>[] {
    const { bdds } = this.#worlds;
    const possible = before.map((a) => ({ ...a, where: bdds.and(a.where, this.#witnesses.possible) }));
    return possible.flatMap((a) =>
      after.flatMap((b): readonly DiffPair<T>[] => {
        if (a.key === b.key) return [];
        const whole = bdds.and(a.where, b.where, within(a, b));
        if (whole === FALSE) return [];
        const shows = (slots: readonly Slot[]): boolean => {
          const [keyA, keyB] = shown(slots);
          return keyA === a.key && keyB === b.key;
        };
        const pair = { before: a.side, after: b.side, because: [...b.because, ...a.because] };
        const found: DiffPair<T>[] = [];
        for (const unknown of [false, true]) {
          if (found.length > 0 && !hangs(a.side) && !hangs(b.side)) break;
          const where = bdds.and(whole, unknown ? bdds.not(this.#known) : this.#known);
          const witness = this.#witnesses.find(where, shows);
          if (witness === "none") continue;
          found.push({
            ...pair,
            where,
            witness: witness === "not found" ? undefined : witness.slots,
            unknown,
          });
        }
        return found;
      }),
    );
  }
}
