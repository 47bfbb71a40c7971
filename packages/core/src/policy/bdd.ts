/**
 * Reduced ordered binary decision diagrams: exact answers to "can this ever be true".
 *
 * Conditions of a policy have few atoms, so that diagrams stay small; past `limit` nodes the search
 * is given up rather than left to run.
 */
export type Bdd = number;

export const FALSE: Bdd = 0;
export const TRUE: Bdd = 1;

export class TooLarge extends Error {}

export class Bdds {
  readonly #limit: number;
  /** Node n tests #variable[n]; 0 and 1 are the leaves. */
  readonly #variable: number[] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  readonly #low: Bdd[] = [FALSE, TRUE];
  readonly #high: Bdd[] = [FALSE, TRUE];
  readonly #unique: Map<string, Bdd> = new Map();
  readonly #computed: Map<string, Bdd> = new Map();

  constructor(limit: number) {
    this.#limit = limit;
  }

  variable(index: number): Bdd {
    return this.#node(index, FALSE, TRUE);
  }

  not(f: Bdd): Bdd {
    return this.choose(f, FALSE, TRUE);
  }

  // From the right: later parts mostly test later variables, so that each step adds on top only.
  and(...parts: readonly Bdd[]): Bdd {
    return parts.reduceRight((g, f) => this.choose(f, g, FALSE), TRUE);
  }

  or(...parts: readonly Bdd[]): Bdd {
    return parts.reduceRight((g, f) => this.choose(f, TRUE, g), FALSE);
  }

  /**
   * `f ? g : h`, from which the other operators are made.
   * @throws TooLarge
   */
  choose(f: Bdd, g: Bdd, h: Bdd): Bdd {
    if (f === TRUE || g === h) return g;
    if (f === FALSE) return h;
    if (g === TRUE && h === FALSE) return f;
    const key = `${f},${g},${h}`;
    const known = this.#computed.get(key);
    if (known !== undefined) return known;
    const variable = Math.min(this.#top(f), this.#top(g), this.#top(h));
    const low = this.choose(
      this.#half(f, variable, false),
      this.#half(g, variable, false),
      this.#half(h, variable, false),
    );
    const high = this.choose(
      this.#half(f, variable, true),
      this.#half(g, variable, true),
      this.#half(h, variable, true),
    );
    const made = this.#node(variable, low, high);
    this.#computed.set(key, made);
    return made;
  }

  #top(f: Bdd): number {
    return this.#variable[f] ?? Number.MAX_SAFE_INTEGER;
  }

  #half(f: Bdd, variable: number, high: boolean): Bdd {
    if (this.#top(f) !== variable) return f;
    return (high ? this.#high[f] : this.#low[f]) ?? FALSE;
  }

  #node(variable: number, low: Bdd, high: Bdd): Bdd {
    if (low === high) return low;
    const key = `${variable},${low},${high}`;
    const known = this.#unique.get(key);
    if (known !== undefined) return known;
    if (this.#variable.length >= this.#limit) throw new TooLarge();
    const made = this.#variable.length;
    this.#variable.push(variable);
    this.#low.push(low);
    this.#high.push(high);
    this.#unique.set(key, made);
    return made;
  }
}
