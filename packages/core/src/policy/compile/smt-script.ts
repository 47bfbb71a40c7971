/**
 * One SMT-LIB 2 script in the making: constants for facts, shared definitions, what holds in any case.
 *
 * Timestamps are integers (epoch milliseconds), texts and durations integers too: a number for each
 * text that is named, and all higher ones for others. Moved instants are constants that lie between
 * bounds from their fact and keep its order: too many worlds, never too few, so `unsat` is a proof.
 */
import { definitionOf, FACT_INDEX, type FactName } from "../../facts/vocabulary.ts";
import type { Term } from "../atoms.ts";
import { boundsOf } from "../witness/shift-bounds.ts";

/** Names of the constants of one fact; `has` is `true` for facts that are never none. */
export interface FactTerms {
  readonly known: string;
  readonly has: string;
  readonly value: string;
}

/** Two instants that are compared, and the names of the terms that say how they lie. */
export interface InstantPair {
  readonly left: Term;
  readonly right: Term;
  /** Both as constants or numerals. */
  readonly terms: readonly [string, string];
  readonly less: string;
  readonly equal: string;
}

/** 126,000 years either side of 1970: beyond, instants stay at the range's end and periods shrink. */
const FARTHEST = 4e15;

export class SmtScript {
  readonly #lines: string[] = [];
  readonly #named: Map<string, string> = new Map();
  readonly #free: Set<string> = new Set();
  readonly #facts: Map<FactName, FactTerms> = new Map();
  readonly #texts: Map<string, number> = new Map();
  readonly #moved: Map<string, Term> = new Map();
  readonly #pairs: Map<string, InstantPair> = new Map();
  /** Texts that a fact is compared with, and facts compared with each other. */
  readonly #compared: Map<FactName, Set<string>> = new Map();
  readonly #twins: [FactName, FactName][] = [];

  get facts(): ReadonlyMap<FactName, FactTerms> {
    return this.#facts;
  }

  /** Numbers of texts. */
  get texts(): ReadonlyMap<string, number> {
    return this.#texts;
  }

  get pairs(): readonly InstantPair[] {
    return [...this.#pairs.values()];
  }

  /** Instants that periods have moved, by the names of their constants. */
  get moved(): ReadonlyMap<string, Term> {
    return new Map([...this.#moved.values()].map((term, index) => [`m${index}`, term]));
  }

  get twins(): readonly (readonly [FactName, FactName])[] {
    return this.#twins;
  }

  comparedWith(fact: FactName): ReadonlySet<string> {
    return this.#compared.get(fact) ?? new Set();
  }

  fact(name: FactName): FactTerms {
    const made = this.#facts.get(name);
    if (made !== undefined) return made;
    const { type, optional, values } = definitionOf(name);
    const index = FACT_INDEX[name];
    const terms = {
      // The instant that is asked for is part of the question.
      known: name === "query.at" ? "true" : `k${index}`,
      has: optional ? `h${index}` : "true",
      value: `v${index}`,
    };
    this.#lines.push(`; ${name}`);
    if (terms.known !== "true") this.#lines.push(`(declare-const ${terms.known} Bool)`);
    if (terms.has !== "true") this.#lines.push(`(declare-const ${terms.has} Bool)`);
    this.#lines.push(`(declare-const ${terms.value} ${type === "bool" ? "Bool" : "Int"})`);
    for (const one of values ?? []) this.#number(one);
    this.#facts.set(name, terms);
    return terms;
  }

  /** A truth of its own, declared once. */
  truth(name: string): string {
    if (!this.#free.has(name)) this.#lines.push(`(declare-const ${name} Bool)`);
    this.#free.add(name);
    return name;
  }

  /** A name for a Bool term, the same for the same term, so that scripts stay as small as conditions. */
  named(term: string): string {
    if (!term.startsWith("(")) return term;
    const known = this.#named.get(term);
    if (known !== undefined) return known;
    const name = `n${this.#named.size}`;
    this.#lines.push(`(define-fun ${name} () Bool ${term})`);
    this.#named.set(term, name);
    return name;
  }

  and(...parts: readonly string[]): string {
    return this.#joined("and", parts, "false", "true");
  }

  or(...parts: readonly string[]): string {
    return this.#joined("or", parts, "true", "false");
  }

  not(term: string): string {
    if (term === "true") return "false";
    return term === "false" ? "true" : this.named(`(not ${term})`);
  }

  #joined(word: string, parts: readonly string[], decides: string, nothing: string): string {
    const left = [...new Set(parts)].filter((part) => part !== nothing);
    if (left.includes(decides)) return decides;
    if (left.length < 2) return left[0] ?? nothing;
    return this.named(`(${word} ${left.join(" ")})`);
  }

  /** The value, which is there, is this text. */
  isText(term: Term, text: string): string {
    if (term.fact === undefined) return term.literal === text ? "true" : "false";
    const { value } = this.fact(term.fact);
    this.#compared.set(term.fact, (this.#compared.get(term.fact) ?? new Set()).add(text));
    return this.named(`(= ${value} ${this.#number(text)})`);
  }

  /** Two texts, both there, are the same. */
  sameText(left: Term, right: Term): string {
    if (typeof left.literal === "string") return this.isText(right, left.literal);
    if (typeof right.literal === "string") return this.isText(left, right.literal);
    if (left.fact === undefined || right.fact === undefined) return "false";
    if (left.fact === right.fact) return "true";
    const names = [this.fact(left.fact).value, this.fact(right.fact).value].sort();
    if (!this.#twins.some(([a, b]) => a === left.fact && b === right.fact)) {
      this.#twins.push([left.fact, right.fact]);
    }
    return this.named(`(= ${names.join(" ")})`);
  }

  /** How two instants lie that are both there. */
  placed(left: Term, right: Term): { readonly less: string; readonly equal: string } {
    if (left.key === right.key) return { less: "false", equal: "true" };
    if (typeof left.literal === "number" && typeof right.literal === "number") {
      return { less: String(left.literal < right.literal), equal: "false" };
    }
    const swap = typeof left.literal === "number" || (right.literal === undefined && left.key > right.key);
    const [first, second] = swap ? [right, left] : [left, right];
    const key = `${first.key}<${second.key}`;
    let pair = this.#pairs.get(key);
    if (pair === undefined) {
      const [a, b] = [this.#instant(first), this.#instant(second)];
      pair = {
        left: first,
        right: second,
        terms: [a, b],
        less: this.named(`(< ${a} ${b})`),
        equal: this.named(`(= ${a} ${b})`),
      };
      this.#pairs.set(key, pair);
    }
    if (!swap) return pair;
    return { less: this.not(this.or(pair.less, pair.equal)), equal: pair.equal };
  }

  #instant(term: Term): string {
    if (typeof term.literal === "number") return integer(term.literal);
    if (term.fact === undefined) return "0";
    const { value } = this.fact(term.fact);
    if (term.moves.length === 0) return value;
    const known = [...this.#moved.keys()].indexOf(term.key);
    if (known >= 0) return `m${known}`;
    const name = `m${this.#moved.size}`;
    this.#moved.set(term.key, term);
    this.#lines.push(`; ${term.key}`, `(declare-const ${name} Int)`);
    return name;
  }

  #number(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }

  /** Declarations and definitions, then what holds of all facts. Made last, when all is read. */
  text(): string {
    return [...this.#lines, ...this.#domains(), ...this.#calendar()].join("\n");
  }

  #domains(): readonly string[] {
    return [...this.#facts].flatMap(([name, { value }]) => {
      const { type, values } = definitionOf(name);
      if (type === "bool") return [];
      if (type === "timestamp") return [`(assert (<= ${integer(-FARTHEST)} ${value} ${integer(FARTHEST)}))`];
      if (values === undefined) return [`(assert (<= 0 ${value} ${this.#texts.size + this.#facts.size}))`];
      return [`(assert (or ${values.map((one) => `(= ${value} ${this.#number(one)})`).join(" ")} false))`];
    });
  }

  #calendar(): readonly string[] {
    const asserted: string[] = [];
    const moved = [...this.#moved.values()].map((term, index) => ({ term, name: `m${index}` }));
    for (const { term, name } of moved) {
      const { least, most } = boundsOf(term.moves);
      const base = this.fact(term.fact ?? "query.at").value;
      asserted.push(`(assert (<= (+ ${base} ${integer(least)}) ${name} (+ ${base} ${integer(most)})))`);
    }
    // A period keeps the order of what it moves; a day held back may make two instants one.
    for (const [index, a] of moved.entries()) {
      for (const b of moved.slice(index + 1)) {
        if (a.term.fact === b.term.fact || movesKey(a.term) !== movesKey(b.term)) continue;
        const [x, y] = [a.term, b.term].map(({ fact }) => this.fact(fact ?? "query.at").value);
        asserted.push(`(assert (=> (<= ${x} ${y}) (<= ${a.name} ${b.name})))`);
        asserted.push(`(assert (=> (<= ${y} ${x}) (<= ${b.name} ${a.name})))`);
      }
    }
    return asserted;
  }
}

function movesKey({ moves }: Term): string {
  return moves.map(({ sign, period }) => `${sign}${period}`).join();
}

/** SMT-LIB has no negative numerals. */
function integer(value: number): string {
  return value < 0 ? `(- ${-value})` : String(value);
}
