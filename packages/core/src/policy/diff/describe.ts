/**
 * A class of worlds -> the condition that describes it, in the policies' own words
 *
 * First what all of the class have in common, taken from the conditions of the rules that decide; then,
 * where that says too little, the few products of atoms that are left.
 */
import type { Bdd } from "../bdd.ts";
import type { Expr } from "../expr.ts";
import { printExpr } from "../print-expr.ts";
import type { Pair, Worlds } from "../worlds.ts";
import { cover } from "./cover.ts";
import { inverse, joined, partsOf } from "./parts.ts";
import type { Condition } from "./policy-diff.ts";
import { productExprs } from "./products.ts";

/** A condition, and where it is true and false. */
interface Word {
  readonly expr: Expr;
  readonly pair: Pair;
}

interface Literal {
  readonly expr: Expr;
  readonly holds: boolean;
  readonly where: Bdd;
}

/** More alternatives than a reader follows. */
const MOST_PRODUCTS = 4;

export class Describer {
  readonly #worlds: Worlds;
  readonly #words: readonly Word[];
  readonly #reasons: ReadonlyMap<string, string>;

  /**
   * @param words conditions to describe with, beside those of the rules that decide; the best first
   * @param reasons by the text of a rule's condition
   */
  constructor(worlds: Worlds, words: readonly Expr[], reasons: ReadonlyMap<string, string>) {
    this.#worlds = worlds;
    this.#words = this.#wordsIn(words);
    this.#reasons = reasons;
  }

  /**
   * @param within what is possible at all: `where` is described among these
   * @param because conditions of the rules that decide
   */
  describe(where: Bdd, within: Bdd, because: readonly Expr[]): Condition {
    const { bdds } = this.#worlds;
    const { literals, common } = this.#common(where, within, because);
    const left = cover(bdds, where, bdds.or(where, bdds.not(common)), MOST_PRODUCTS);
    const products = left?.every((product) => product.length > 0) === true ? left : [];
    const alternatives = joined("or", productExprs(products, this.#worlds.meanings));
    const all = [...literals.map(({ expr, holds }) => (holds ? expr : inverse(expr))), ...alternatives];
    // The opposite of a comparison is one; the opposite of anything else is an exception.
    const isUnless = ({ expr, holds }: Literal): boolean => !holds && expr.kind !== "compare";
    return {
      when: joined("and", all)[0],
      where: [
        ...literals.filter((one) => !isUnless(one)).map(({ expr, holds }) => (holds ? expr : inverse(expr))),
        ...alternatives,
      ],
      unless: literals
        .filter(isUnless)
        .map(({ expr }) => ({ expr, reason: this.#reasons.get(printExpr(expr)) })),
      exact: left !== undefined,
    };
  }

  /** Few literals that hold throughout, and where all of them do. */
  #common(
    where: Bdd,
    within: Bdd,
    because: readonly Expr[],
  ): { readonly literals: readonly Literal[]; readonly common: Bdd } {
    const { bdds } = this.#worlds;
    let common = within;
    const found: Literal[] = [];
    for (const { expr, pair } of [...this.#wordsIn(because), ...this.#words]) {
      const literal = [
        { expr, holds: true, where: pair.yes },
        { expr, holds: false, where: pair.no },
      ].find((one) => bdds.implies(where, one.where));
      if (literal === undefined || bdds.implies(common, literal.where)) continue;
      common = bdds.and(common, literal.where);
      found.push(literal);
    }
    return { literals: this.#needed(found, within, common), common };
  }

  /** Leaves out, from the last, what the others say too. */
  #needed(literals: readonly Literal[], within: Bdd, common: Bdd): readonly Literal[] {
    const { bdds } = this.#worlds;
    const before: Bdd[] = [];
    literals.reduce((all, { where }) => {
      before.push(all);
      return bdds.and(all, where);
    }, within);
    const kept: Literal[] = [];
    let after = within;
    for (const [index, literal] of [...literals.entries()].reverse()) {
      if (bdds.and(before[index] ?? within, after) === common) continue;
      kept.unshift(literal);
      after = bdds.and(after, literal.where);
    }
    return kept;
  }

  #wordsIn(conditions: readonly Expr[]): readonly Word[] {
    const parts = new Map(conditions.flatMap(partsOf).map((expr) => [printExpr(expr), expr]));
    return [...parts.values()].flatMap((expr) => {
      const pair = this.#worlds.read(expr);
      return pair === undefined ? [] : [{ expr, pair }];
    });
  }
}
