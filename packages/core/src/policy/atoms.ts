/**
 * The atoms of conditions as diagram variables, and what atoms have to do with each other.
 *
 * A fact is there or not; a text fact has at most one value, a closed one exactly one; two instants
 * lie in one of three ways, and a fact before an instant is before every later one. All else is
 * left open: the worlds are too many, never too few, so "in no world" is sound.
 */
import { definitionOf, type FactName } from "../facts/vocabulary.ts";
import { type Bdd, Bdds, FALSE, TRUE } from "./bdd.ts";

/** A step of a term: forward or back by a canonical period. */
export interface Move {
  readonly sign: 1 | -1;
  readonly period: string;
}

/** A fact or literal, moved by periods; `key` tells terms apart, and of an instant is its number. */
export interface Term {
  readonly key: string;
  readonly fact: FactName | undefined;
  readonly literal: string | number | undefined;
  /** What a fact is moved by, first step first; literals have been moved. */
  readonly moves: readonly Move[];
}

/** What a variable of the diagrams says. `less` and `equal` are about terms that are there. */
export type Atom =
  | { readonly kind: "known" | "has" | "holds"; readonly fact: FactName }
  | { readonly kind: "text"; readonly fact: FactName; readonly text: string }
  | { readonly kind: "same"; readonly left: Term; readonly right: Term }
  | { readonly kind: "less" | "equal"; readonly left: Term; readonly right: Term };

/** How two timestamps lie, where both are there. */
export interface Order {
  readonly less: Bdd;
  readonly equal: Bdd;
}

export class Atoms {
  readonly bdds: Bdds;
  readonly #unknowns: boolean;
  readonly #indexes: Map<string, number> = new Map();
  readonly #meanings: Atom[] = [];
  /** Texts that a fact is compared with. */
  readonly #texts: Map<FactName, Set<string>> = new Map();
  /** Instants that a term is compared with. */
  readonly #instants: Map<string, { readonly term: Term; readonly others: Map<number, Term> }> = new Map();

  /**
   * @param limit of diagram nodes, past which TooLarge is thrown
   * @param unknowns whether facts may be unknown; else every fact is a value or a known none
   * @param order atoms that come first, in this order
   */
  constructor(limit: number, unknowns = false, order: readonly Atom[] = []) {
    this.bdds = new Bdds(limit);
    this.#unknowns = unknowns;
    for (const atom of order) this.#atom(atom);
  }

  /** By variable. */
  get meanings(): readonly Atom[] {
    return this.#meanings;
  }

  known(fact: FactName | undefined): Bdd {
    if (!this.#unknowns || fact === undefined) return TRUE;
    return this.#atom({ kind: "known", fact });
  }

  /** A boolean fact. */
  holds(fact: FactName): Bdd {
    return this.#atom({ kind: "holds", fact });
  }

  has(fact: FactName): Bdd {
    return definitionOf(fact).optional ? this.#atom({ kind: "has", fact }) : TRUE;
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
    return this.bdds.and(this.has(value.fact), this.#text(value.fact, text));
  }

  /** Two values are equal, if both are there. */
  equal(left: Term, right: Term): Bdd {
    if (typeof left.literal === "string") return this.isText(right, left.literal);
    if (typeof right.literal === "string") return this.isText(left, right.literal);
    if (left.key === right.key) return TRUE;
    const fact = left.fact ?? right.fact;
    if (fact !== undefined && definitionOf(fact).type !== "timestamp") {
      const [first, second] = left.key < right.key ? [left, right] : [right, left];
      return this.#atom({ kind: "same", left: first, right: second });
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
      const met = this.#instants.get(first.key) ?? { term: first, others: new Map<number, Term>() };
      this.#instants.set(first.key, met);
      met.others.set(second.literal, second);
    }
    const { less, equal } = this.#placed(first, second);
    return swap ? { less: this.bdds.not(this.bdds.or(less, equal)), equal } : { less, equal };
  }

  /** What holds in every world, over the atoms met so far. */
  constraints(): Bdd {
    const { bdds } = this;
    let all: Bdd = TRUE;
    // What `equal` says beside `less` is never asked: it is said to be false, so that it reads alone.
    for (const { left, right } of this.#meanings.filter(isEquality)) {
      all = bdds.and(all, bdds.not(bdds.and(...this.#placing(left, right))));
    }
    // Nor is where a none lies: nowhere.
    for (const [variable, atom] of this.#meanings.entries()) {
      const there = this.#needs(atom);
      if (there !== TRUE) all = bdds.and(all, bdds.or(there, bdds.not(bdds.variable(variable))));
    }
    for (const [fact, texts] of this.#texts) {
      let some: Bdd = FALSE;
      for (const text of [...texts].reverse()) {
        const atom = this.#text(fact, text);
        all = bdds.and(bdds.not(bdds.and(atom, some)), all);
        some = bdds.or(atom, some);
      }
      const values = definitionOf(fact).values;
      if (values?.every((value) => texts.has(value))) all = bdds.and(all, some);
    }
    for (const { term, others } of this.#instants.values()) {
      let before: Bdd = FALSE;
      for (const [, instant] of [...others].sort(([a], [b]) => a - b)) {
        const { less, equal } = this.#placed(term, instant);
        all = bdds.and(all, bdds.or(bdds.not(before), less));
        before = bdds.or(less, equal);
      }
    }
    return all;
  }

  #needs(atom: Atom): Bdd {
    if (atom.kind === "text") return this.has(atom.fact);
    if (!("left" in atom)) return TRUE;
    return this.bdds.and(this.present(atom.left), this.present(atom.right));
  }

  /** Read as: less; else equal; else greater. */
  #placed(left: Term, right: Term): Order {
    const [less, equal] = this.#placing(left, right);
    return { less, equal: this.bdds.and(this.bdds.not(less), equal) };
  }

  #placing(left: Term, right: Term): readonly [Bdd, Bdd] {
    return [this.#atom({ kind: "less", left, right }), this.#atom({ kind: "equal", left, right })];
  }

  #text(fact: FactName, text: string): Bdd {
    return this.#atom({ kind: "text", fact, text });
  }

  #atom(meaning: Atom): Bdd {
    const key = atomKey(meaning);
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.#meanings.length;
      this.#indexes.set(key, index);
      this.#meanings.push(meaning);
    }
    return this.bdds.variable(index);
  }
}

function isEquality(atom: Atom): atom is Extract<Atom, { left: Term }> {
  return atom.kind === "equal";
}

/** Equal atoms have equal keys. */
export function atomKey(atom: Atom): string {
  switch (atom.kind) {
    case "known":
    case "has":
    case "holds":
      return `${atom.kind} ${atom.fact}`;
    case "text":
      return `text ${atom.fact} ${atom.text}`;
    default:
      return `${atom.kind} ${atom.left.key} ${atom.right.key}`;
  }
}
