/**
 * Conditions -> diagrams over atoms
 *
 * A world gives every fact a value or a known none. In it a condition is true, false or, where it
 * orders a none, neither (policy/spec/evaluate.ts); so it becomes a pair of diagrams.
 */
import { definitionOf } from "../facts/vocabulary.ts";
import { Atoms, type Term } from "./atoms.ts";
import { type Bdd, type Bdds, FALSE, TRUE } from "./bdd.ts";
import type { Compare, Expr, If } from "./expr.ts";
import { addPeriod, parsePeriod } from "./period.ts";

/** Where a condition is true, and where it is false. */
export interface Pair {
  readonly yes: Bdd;
  readonly no: Bdd;
}

/** A value and where a conditional chooses it. */
interface Chosen {
  readonly where: Bdd;
  readonly value: Term;
}

const ALWAYS: Pair = { yes: TRUE, no: FALSE };
const NEVER: Pair = { yes: FALSE, no: TRUE };

/** A conditional value whose condition may stumble: what it then is, diagrams do not say. */
class Opaque extends Error {}

export class Worlds {
  readonly #atoms: Atoms;

  /** @param limit of diagram nodes, past which TooLarge is thrown */
  constructor(limit: number) {
    this.#atoms = new Atoms(limit);
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
        return this.#decided(this.#atoms.holds(expr.name));
      case "has":
        return this.#decided(this.#atoms.has(expr.name));
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
          this.#decided(bdds.or(...expr.list.map((text) => this.#atoms.isText(value, text)))),
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
    const { bdds } = this;
    const [hasLeft, hasRight] = [this.#atoms.present(left), this.#atoms.present(right)];
    const both = bdds.and(hasLeft, hasRight);
    if (op === "==" || op === "!=") {
      const neither = bdds.and(bdds.not(hasLeft), bdds.not(hasRight));
      const same = bdds.or(neither, bdds.and(both, this.#atoms.equal(left, right)));
      return this.#decided(op === "==" ? same : bdds.not(same));
    }
    const { less, equal } = this.#atoms.order(left, right);
    const upTo = bdds.or(less, equal);
    const holds = { "<": less, "<=": upTo, ">": bdds.not(upTo), ">=": bdds.not(less) }[op];
    return { yes: bdds.and(both, holds), no: bdds.and(both, bdds.not(holds)) };
  }

  /** A condition on a value that may come from several branches. */
  #over(value: Expr, condition: (value: Term) => Pair): Pair {
    const { bdds } = this;
    let found: Pair = { yes: FALSE, no: FALSE };
    for (const chosen of this.#values(value)) {
      const { yes, no } = condition(chosen.value);
      found = {
        yes: bdds.or(found.yes, bdds.and(chosen.where, yes)),
        no: bdds.or(found.no, bdds.and(chosen.where, no)),
      };
    }
    return found;
  }

  #values(expr: Expr): readonly Chosen[] {
    switch (expr.kind) {
      case "fact":
        return [{ where: TRUE, value: { key: expr.name, fact: expr.name, literal: undefined } }];
      case "literal": {
        const literal = typeof expr.value === "boolean" ? String(expr.value) : expr.value;
        return [{ where: TRUE, value: { key: String(literal), fact: undefined, literal } }];
      }
      case "shift":
        return this.#values(expr.base).map(({ where, value }) => ({
          where,
          value: moved(value, expr.sign, expr.period),
        }));
      case "if": {
        const { yes, no } = this.#truth(expr.condition);
        if (this.bdds.or(yes, no) !== TRUE) throw new Opaque();
        const within = (part: Expr, limit: Bdd): readonly Chosen[] =>
          this.#values(part).map((one) => ({ ...one, where: this.bdds.and(limit, one.where) }));
        return [...within(expr.yes, yes), ...within(expr.no, no)];
      }
      default:
        throw new Opaque();
    }
  }

  #decided(yes: Bdd): Pair {
    return { yes, no: this.bdds.not(yes) };
  }
}

function moved(value: Term, sign: 1 | -1, period: string): Term {
  if (typeof value.literal === "number") {
    const literal = addPeriod(value.literal, parsePeriod(period), sign);
    return { key: String(literal), fact: undefined, literal };
  }
  return { ...value, key: `${value.key} ${sign === 1 ? "+" : "-"} ${period}` };
}

function isBool(expr: Expr): boolean {
  switch (expr.kind) {
    case "literal":
      return expr.type === "bool";
    case "fact":
      return definitionOf(expr.name).type === "bool";
    case "if":
      return isBool(expr.yes);
    case "shift":
      return false;
    default:
      return true;
  }
}
