/**
 * Conditions -> diagrams over atoms
 *
 * A world gives every fact a value or a known none; with `unknowns`, facts may be unknown too. In it
 * a condition is true, false or, where it orders a none or hangs on an unknown, neither
 * (policy/spec/evaluate.ts); so it becomes a pair of diagrams.
 */
import type { FactName } from "../facts/vocabulary.ts";
import { type Atom, Atoms, type Term } from "./atoms.ts";
import { type Bdd, type Bdds, FALSE, TRUE } from "./bdd.ts";
import { type Compare, type Expr, type If, isBool } from "./expr.ts";
import { addPeriod, type Period, parsePeriod, printPeriod } from "./period.ts";

/** Where a condition is true, and where it is false. */
export interface Pair {
  readonly yes: Bdd;
  readonly no: Bdd;
}

/** A value and where a conditional chooses it; elsewhere it is unknown. */
export interface Chosen {
  readonly where: Bdd;
  readonly value: Term;
}

const ALWAYS: Pair = { yes: TRUE, no: FALSE };
const NEVER: Pair = { yes: FALSE, no: TRUE };

/** Not a value that conditions compare. */
class Opaque extends Error {}

export interface WorldsOptions {
  readonly unknowns?: boolean;
  readonly order?: readonly Atom[];
}

export class Worlds {
  readonly #atoms: Atoms;

  /**
   * @param limit of diagram nodes, past which TooLarge is thrown
   * @param unknowns whether facts may be unknown
   * @param order what variables stand for, as far as it is known before: what belongs together near
   * each other, or diagrams grow
   */
  constructor(limit: number, { unknowns = false, order = [] }: WorldsOptions = {}) {
    this.#atoms = new Atoms(limit, unknowns, order);
  }

  /** What each variable of the diagrams says. */
  get meanings(): readonly Atom[] {
    return this.#atoms.meanings;
  }

  /** Where a fact is known: everywhere, unless worlds have unknowns. */
  known(fact: FactName): Bdd {
    return this.#atoms.known(fact);
  }

  get bdds(): Bdds {
    return this.#atoms.bdds;
  }

  /** What holds in every world, over all conditions read so far. */
  constraints(): Bdd {
    return this.#atoms.constraints();
  }

  /**
   * A boolean condition; an absent one is always true. Undefined: not expressible, assume nothing.
   * @throws TooLarge
   */
  read(expr: Expr | undefined): Pair | undefined {
    if (expr === undefined) return ALWAYS;
    try {
      return this.#truth(expr);
    } catch (error) {
      if (error instanceof Opaque) return undefined;
      throw error;
    }
  }

  #truth(expr: Expr): Pair {
    const { bdds } = this;
    switch (expr.kind) {
      case "literal":
        return expr.value === true ? ALWAYS : NEVER;
      case "fact":
        return this.#given(expr.name, this.#decided(this.#atoms.holds(expr.name)));
      case "has":
        return this.#given(expr.name, this.#decided(this.#atoms.has(expr.name)));
      case "not": {
        const { yes, no } = this.#truth(expr.operand);
        return { yes: no, no: yes };
      }
      case "and": {
        const [left, right] = [this.#truth(expr.left), this.#truth(expr.right)];
        return { yes: bdds.and(left.yes, right.yes), no: bdds.or(left.no, right.no) };
      }
      case "or": {
        const [left, right] = [this.#truth(expr.left), this.#truth(expr.right)];
        return { yes: bdds.or(left.yes, right.yes), no: bdds.and(left.no, right.no) };
      }
      case "if":
        return this.#conditional(expr);
      case "defined":
        return this.#truth(expr.body);
      case "in":
        return this.#over(expr.value, (value) =>
          this.#given(
            value.fact,
            this.#decided(bdds.or(...expr.list.map((text) => this.#atoms.isText(value, text)))),
          ),
        );
      case "compare":
        return isBool(expr.left) ? this.#sameTruth(expr) : this.#relation(expr);
      case "shift":
        throw new Opaque();
    }
  }

  #conditional(expr: If): Pair {
    const { bdds } = this;
    const [condition, yes, no] = [this.#truth(expr.condition), this.#truth(expr.yes), this.#truth(expr.no)];
    const settle = (a: Bdd, b: Bdd): Bdd =>
      bdds.or(bdds.and(condition.yes, a), bdds.and(condition.no, b), bdds.and(a, b));
    return { yes: settle(yes.yes, no.yes), no: settle(yes.no, no.no) };
  }

  #sameTruth(expr: Compare): Pair {
    const { bdds } = this;
    const [left, right] = [this.#truth(expr.left), this.#truth(expr.right)];
    const same = bdds.or(bdds.and(left.yes, right.yes), bdds.and(left.no, right.no));
    const differ = bdds.or(bdds.and(left.yes, right.no), bdds.and(left.no, right.yes));
    return expr.op === "==" ? { yes: same, no: differ } : { yes: differ, no: same };
  }

  #relation({ op, left, right }: Compare): Pair {
    return this.#over(left, (a) => this.#over(right, (b) => this.#related(op, a, b)));
  }

  #related(op: Compare["op"], left: Term, right: Term): Pair {
    return this.#given(left.fact, this.#given(right.fact, this.#relatedKnown(op, left, right)));
  }

  #relatedKnown(op: Compare["op"], left: Term, right: Term): Pair {
    const { bdds } = this;
    const [hasLeft, hasRight] = [this.#atoms.present(left), this.#atoms.present(right)];
    const both = bdds.and(hasLeft, hasRight);
    if (op === "==" || op === "!=") {
      const same = this.#same(left, right);
      return this.#decided(op === "==" ? same : bdds.not(same));
    }
    const { less, equal } = this.#atoms.order(left, right);
    const upTo = bdds.or(less, equal);
    const holds = { "<": less, "<=": upTo, ">": bdds.not(upTo), ">=": bdds.not(less) }[op];
    return { yes: bdds.and(both, holds), no: bdds.and(both, bdds.not(holds)) };
  }

  /** The same value, or both none. */
  #same(left: Term, right: Term): Bdd {
    const { bdds } = this;
    const [hasLeft, hasRight] = [this.#atoms.present(left), this.#atoms.present(right)];
    const neither = bdds.and(bdds.not(hasLeft), bdds.not(hasRight));
    return bdds.or(neither, bdds.and(hasLeft, hasRight, this.#atoms.equal(left, right)));
  }

  /** A condition on a value that may come from several branches. */
  #over(value: Expr, condition: (value: Term) => Pair): Pair {
    const { bdds } = this;
    let found: Pair = { yes: FALSE, no: FALSE };
    for (const chosen of this.values(value)) {
      const { yes, no } = condition(chosen.value);
      found = {
        yes: bdds.or(found.yes, bdds.and(chosen.where, yes)),
        no: bdds.or(found.no, bdds.and(chosen.where, no)),
      };
    }
    return found;
  }

  /**
   * A value of another type than boolean.
   * @throws TooLarge
   */
  values(expr: Expr): readonly Chosen[] {
    switch (expr.kind) {
      case "fact":
        return [{ where: TRUE, value: { key: expr.name, fact: expr.name, literal: undefined, moves: [] } }];
      case "literal": {
        const literal = typeof expr.value === "boolean" ? String(expr.value) : expr.value;
        return [{ where: TRUE, value: { key: String(literal), fact: undefined, literal, moves: [] } }];
      }
      case "shift":
        return this.values(expr.base).map(({ where, value }) => ({
          where,
          value: moved(value, expr.sign, expr.period),
        }));
      case "if":
        return this.#either(expr);
      default:
        throw new Opaque();
    }
  }

  /** A condition that is neither has a value only where both branches agree on it. */
  #either(expr: If): readonly Chosen[] {
    const { bdds } = this;
    const { yes, no } = this.#truth(expr.condition);
    const [left, right] = [this.values(expr.yes), this.values(expr.no)];
    const within = (all: readonly Chosen[], limit: Bdd): readonly Chosen[] =>
      all.map((one) => ({ ...one, where: bdds.and(limit, one.where) }));
    const neither = bdds.not(bdds.or(yes, no));
    const agreed = left.flatMap((a) =>
      right.map((b) => ({
        value: a.value,
        where: bdds.and(neither, a.where, b.where, this.#known(a, b), this.#same(a.value, b.value)),
      })),
    );
    return [...within(left, yes), ...within(right, no), ...agreed].filter(({ where }) => where !== FALSE);
  }

  #known(...all: readonly Chosen[]): Bdd {
    return this.bdds.and(...all.map(({ value }) => this.#atoms.known(value.fact)));
  }

  /** Neither, where the fact is unknown. */
  #given(fact: FactName | undefined, { yes, no }: Pair): Pair {
    const known = this.#atoms.known(fact);
    return { yes: this.bdds.and(known, yes), no: this.bdds.and(known, no) };
  }

  #decided(yes: Bdd): Pair {
    return { yes, no: this.bdds.not(yes) };
  }
}

function moved(value: Term, sign: 1 | -1, written: string): Term {
  if (typeof value.literal === "number") {
    const literal = addPeriod(value.literal, parsePeriod(written), sign);
    return { key: String(literal), fact: undefined, literal, moves: [] };
  }
  const period = canonical(parsePeriod(written));
  if (period === "P0D") return value;
  return {
    ...value,
    key: `${value.key} ${sign === 1 ? "+" : "-"} ${period}`,
    moves: [...value.moves, { sign, period }],
  };
}

/** One text for periods that move every instant alike: `P12M` is `P1Y`, `PT24H` is `P1D`. */
export function canonical({ years, months, days, hours }: Period): string {
  const [allMonths, allHours] = [years * 12 + months, days * 24 + hours];
  return printPeriod({
    years: Math.floor(allMonths / 12),
    months: allMonths % 12,
    days: Math.floor(allHours / 24),
    hours: allHours % 24,
  });
}
