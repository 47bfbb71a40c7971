/**
 * Pairs of outcomes -> statements, each with its condition and facts that show it
 *
 * Made when all pairs have been searched: by then what is impossible has been found out.
 */
import type { Purpose } from "../../events/event.ts";
import { type Bdd, type Bdds, TRUE } from "../bdd.ts";
import type { Expr } from "../expr.ts";
import type { Describer } from "./describe.ts";
import { useGroup, useRank } from "./groups.ts";
import type { DiffPair } from "./pairs.ts";
import type {
  Condition,
  KeepChange,
  KeepSide,
  TargetChange,
  UseChange,
  UseOn,
  UseSide,
} from "./policy-diff.ts";
import { type Governs, keyOf } from "./sides.ts";

export interface UsePair extends DiffPair<UseSide> {
  readonly purpose: Purpose;
  readonly scope: UseOn["scope"];
}

export interface StatementsGiven {
  readonly bdds: Bdds;
  readonly describer: Describer;
  /** Writes out names that mean something else in the other version. */
  readonly plain: (expr: Expr) => Expr;
  /** What is possible, as far as it has been found out. */
  readonly possible: () => Bdd;
  /** Where every fact is known. */
  readonly known: Bdd;
  /** Where both versions govern alike. */
  readonly governed: Bdd;
}

export class Statements {
  readonly #given: StatementsGiven;

  constructor(given: StatementsGiven) {
    this.#given = given;
  }

  targets(pairs: readonly DiffPair<Governs>[]): readonly TargetChange[] {
    return pairs.map((pair) => ({
      ...this.#shown([pair]),
      ...this.#describe([pair], TRUE),
      before: pair.before,
      after: pair.after,
    }));
  }

  uses(pairs: readonly UsePair[]): readonly UseChange[] {
    const groups = Map.groupBy(pairs, ({ before, after, unknown }) => useGroup(before, after, unknown));
    return [...groups.values()]
      .flatMap((group) => {
        const [first] = group;
        if (first === undefined) return [];
        const change: UseChange = {
          before: unlike(group.map(({ before }) => before)),
          after: unlike(group.map(({ after }) => after)),
          on: (["conversation", "item"] as const).flatMap((scope) =>
            this.#usesOn(
              scope,
              group.filter((pair) => pair.scope === scope),
            ),
          ),
          ...this.#shown(group),
        };
        return [{ rank: useRank(first.before, first.after, first.unknown), change }];
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ change }) => change);
  }

  #usesOn(scope: UseOn["scope"], pairs: readonly UsePair[]): readonly UseOn[] {
    const { bdds } = this.#given;
    const [first, ...others] = [...Map.groupBy(pairs, ({ purpose }) => purpose)].map(([purpose, own]) => ({
      purpose,
      own,
      where: this.#where(own),
    }));
    if (first === undefined) return [];
    const told = { scope, purpose: first.purpose, ...this.#describe(first.own, this.#given.governed) };
    return [
      { ...told, also: undefined },
      ...others.map(({ purpose, own, where }): UseOn => {
        const isWithin = bdds.implies(where, first.where) && !(own[0]?.unknown ?? false);
        const also = isWithin && where !== first.where ? this.#describe(own, first.where) : undefined;
        return { scope, purpose, ...this.#describe(own, this.#given.governed), also };
      }),
    ];
  }

  keeps(copy: string, pairs: readonly DiffPair<readonly KeepSide[]>[]): readonly KeepChange[] {
    const reduced = pairs.map((pair) => {
      const [a, b] = [pair.before.map(keyOf), pair.after.map(keyOf)];
      const before = pair.before.filter((side) => !b.includes(keyOf(side)));
      const after = pair.after.filter((side) => !a.includes(keyOf(side)));
      return { ...pair, before, after };
    });
    const groups = Map.groupBy(reduced, ({ before, after, unknown }) =>
      unknown ? "unknown" : JSON.stringify([before.map(keyOf), after.map(keyOf)]),
    );
    return [...groups.values()].map((group) => ({
      copy,
      before: unlike(group.flatMap(({ before }) => before)),
      after: unlike(group.flatMap(({ after }) => after)),
      ...this.#describe(group, this.#given.governed),
      ...this.#shown(group),
    }));
  }

  #shown(pairs: readonly DiffPair<unknown>[]): Pick<UseChange, "witness" | "unknown"> {
    const witness = pairs.find((pair) => pair.witness !== undefined)?.witness;
    return { witness, unknown: pairs[0]?.unknown ?? false };
  }

  #describe(pairs: readonly DiffPair<unknown>[], among: Bdd): Condition {
    if (pairs[0]?.unknown === true) return { when: undefined, where: [], unless: [], exact: false };
    const within = this.#given.bdds.and(this.#given.known, this.#given.possible(), among);
    const because = new Set(pairs.flatMap((pair) => pair.because));
    return this.#given.describer.describe(this.#where(pairs), within, [...because].map(this.#given.plain));
  }

  /** As far as it has been found to be possible. */
  #where(pairs: readonly DiffPair<unknown>[]): Bdd {
    const { bdds } = this.#given;
    return bdds.and(this.#given.possible(), bdds.or(...pairs.map((pair) => pair.where)));
  }
}

function unlike<T extends UseSide | KeepSide>(sides: readonly T[]): readonly T[] {
  return [...new Map(sides.map((side) => [keyOf(side), side])).values()];
}
