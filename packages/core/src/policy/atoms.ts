/**
 * The atoms of conditions as diagram variables, and what atoms have to do with each other.
 *
 * A fact is there or not; a text fact has at most one value, a closed one exactly one; two instants
 * lie in one of three ways, and a fact before an instant is before every later one. All else is
 * left open: the worlds are too many, never too few, so "in no world" is sound.
 */
import { definitionOf, type FactName } from "../facts/vocabulary.ts";
import { type Bdd, Bdds, FALSE, TRUE } from "./bdd.ts";

/** A fact or literal, moved by periods; `key` tells terms apart, and of an instant is its number. */
export interface Term {
  readonly key: string;
  readonly fact: FactName | undefined;
  readonly literal: string | number | undefined;
}

/** How two timestamps lie, where both are there. */
export interface Order {
  readonly less: Bdd;
  readonly equal: Bdd;
}

export class Atoms {
  readonly bdds: Bdds;
  readonly #indexes: Map<string, number> = new Map();
  /** Texts that a fact is compared with. */
  readonly #texts: Map<FactName, Set<string>> = new Map();
  /** Instants that a term is compared with. */
  readonly #instants: Map<string, Set<number>> = new Map();

  /** @param limit of diagram nodes, past which TooLarge is thrown */
  constructor(limit: number) {
    this.bdds = new Bdds(limit);
  }

  /** A boolean fact. */
  holds(fact: FactName): Bdd {
    return this.#atom(fact);
  }

  has(fact: FactName): Bdd {
    return definitionOf(fact).optional ? this.#atom(`has ${fact}`) : TRUE;
  }

  present(term: Term): Bdd {
    return term.fact === undefined ? TRUE : this.has(term.fact);
  }

  /** The value is there and is this text. */
  isText(value: Term, text: string): Bdd {
    if (value.fact === undefined) return value.literal === text ? TRUE : FALSE;
    const values = definitionOf(value.fact).values;
    if (values !== undefined && !values.includes(text)) return FALSE;
    this.#texts.set(value.fact, (this.#texts.get(value.fact) ?? new Set()).add(text));
    return this.bdds.and(this.has(value.fact), this.#atom(`${value.fact}=${text}`));
  }

  /** Two values are equal, if both are there. */
  equal(left: Term, right: Term): Bdd {
    if (typeof left.literal === "string") return this.isText(right, left.literal);
    if (typeof right.literal === "string") return this.isText(left, right.literal);
    if (left.key === right.key) return TRUE;
    const fact = left.fact ?? right.fact;
    if (fact !== undefined && definitionOf(fact).type === "string") {
      return this.#atom([left.key, right.key].sort().join("="));
    }
    return this.order(left, right).equal;
  }

  order(left: Term, right: Term): Order {
    if (left.key === right.key) return { less: FALSE, equal: TRUE };
    if (typeof left.literal === "number" && typeof right.literal === "number") {
      return { less: left.literal < right.literal ? TRUE : FALSE, equal: FALSE };
    }
    // One pair of atoms for both directions: literals stand right, else by name.
    const literals = [typeof left.literal === "number", typeof right.literal === "number"];
    const swap = literals[0] === true || (literals[1] === false && left.key > right.key);
    const [first, second] = swap ? [right, left] : [left, right];
    if (typeof second.literal === "number") {
      this.#instants.set(first.key, (this.#instants.get(first.key) ?? new Set()).add(second.literal));
    }
    const { less, equal } = this.#placed(first.key, second.key);
    return swap ? { less: this.bdds.not(this.bdds.or(less, equal)), equal } : { less, equal };
  }

  /** What holds in every world, over the atoms met so far. */
  constraints(): Bdd {
    const { bdds } = this;
    let all: Bdd = TRUE;
    for (const [fact, texts] of this.#texts) {
      let some: Bdd = FALSE;
      for (const text of [...texts].reverse()) {
        const atom = this.#atom(`${fact}=${text}`);
        all = bdds.and(bdds.not(bdds.and(atom, some)), all);
        some = bdds.or(atom, some);
      }
      const values = definitionOf(fact).values;
      if (values?.every((value) => texts.has(value))) all = bdds.and(all, some);
    }
    for (const [term, instants] of this.#instants) {
      let before: Bdd = FALSE;
      for (const instant of [...instants].sort((a, b) => a - b)) {
        const { less, equal } = this.#placed(term, String(instant));
        all = bdds.and(all, bdds.or(bdds.not(before), less));
        before = bdds.or(less, equal);
      }
    }
    return all;
  }

  /** Read as: less; else equal; else greater. */
  #placed(first: string, second: string): Order {
    const less = this.#atom(`${first}<${second}`);
    return { less, equal: this.bdds.and(this.bdds.not(less), this.#atom(`${first}==${second}`)) };
  }

  #atom(key: string): Bdd {
    const index = this.#indexes.get(key) ?? this.#indexes.size;
    this.#indexes.set(key, index);
    return this.bdds.variable(index);
  }
}
