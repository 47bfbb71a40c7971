/**
 * Reduced ordered binary decision diagrams: exact answers to "can this ever be true".
 *
 * Conditions of a policy have few atoms, so that diagrams stay small; past `limit` nodes the search
 * is given up rather than left to run. Tables are flat arrays: most of a search is looking up.
 */
export type Bdd = number;

export const FALSE: Bdd = 0;
export const TRUE: Bdd = 1;

export class TooLarge extends Error {}

const LEAF = 0x7fffffff;
const FIRST_SIZE = 1 << 12;
/** Results kept of `choose`; older ones give way, and are worked out again. */
const MOST_KEPT = 1 << 20;

export class Bdds {
  readonly #limit: number;
  /** Node n tests #variable[n]; 0 and 1 are the leaves. */
  readonly #variable: number[] = [LEAF, LEAF];
  readonly #low: Bdd[] = [FALSE, TRUE];
  readonly #high: Bdd[] = [FALSE, TRUE];
  /** Nodes by their parts: open addressing, 0 is free, never more than half full. */
  #unique = new Int32Array(FIRST_SIZE * 2);
  /** Four numbers each: f, g, h and what came of it. */
  #kept = new Int32Array(FIRST_SIZE * 4);

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Nodes made so far, with the two leaves. */
  get size(): number {
    return this.#variable.length;
  }

  /** The variable a diagram tests first; undefined for the two leaves. */
  first(f: Bdd): number | undefined {
    return f === FALSE || f === TRUE ? undefined : this.#variable[f];
  }

  /** What is left of a diagram where `variable`, not after its first, is set. */
  within(f: Bdd, variable: number, value: boolean): Bdd {
    return this.#half(f, variable, value);
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
    const known = this.#recall(f, g, h);
    if (known >= 0) return known;
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
    const at = this.#slot(f, g, h);
    this.#kept[at] = f;
    this.#kept[at + 1] = g;
    this.#kept[at + 2] = h;
    this.#kept[at + 3] = made;
    return made;
  }

  /** Whether `g` holds wherever `f` does; makes no diagrams. */
  implies(f: Bdd, g: Bdd): boolean {
    const proved = new Set<number>();
    const go = (a: Bdd, b: Bdd): boolean => {
      if (a === FALSE || b === TRUE || a === b) return true;
      if (a === TRUE || b === FALSE) return false;
      const key = a * this.#variable.length + b;
      if (proved.has(key)) return true;
      const variable = Math.min(this.#top(a), this.#top(b));
      const isSo = [false, true].every((value) =>
        go(this.#half(a, variable, value), this.#half(b, variable, value)),
      );
      if (isSo) proved.add(key);
      return isSo;
    };
    return go(f, g);
  }

  /** Below nought where it is not kept; `f` is never a leaf, so that free slots match nothing. */
  #recall(f: Bdd, g: Bdd, h: Bdd): Bdd {
    const at = this.#slot(f, g, h);
    const isKept = this.#kept[at] === f && this.#kept[at + 1] === g && this.#kept[at + 2] === h;
    return isKept ? (this.#kept[at + 3] ?? -1) : -1;
  }

  #slot(f: Bdd, g: Bdd, h: Bdd): number {
    return (mixed(f, g, h) & (this.#kept.length / 4 - 1)) * 4;
  }

  #top(f: Bdd): number {
    return this.#variable[f] ?? LEAF;
  }

  #half(f: Bdd, variable: number, high: boolean): Bdd {
    if (this.#top(f) !== variable) return f;
    return (high ? this.#high[f] : this.#low[f]) ?? FALSE;
  }

  #node(variable: number, low: Bdd, high: Bdd): Bdd {
    if (low === high) return low;
    const mask = this.#unique.length - 1;
    let at = mixed(variable, low, high) & mask;
    for (let found = this.#unique[at] ?? 0; found !== 0; found = this.#unique[at] ?? 0) {
      if (this.#variable[found] === variable && this.#low[found] === low && this.#high[found] === high) {
        return found;
      }
      at = (at + 1) & mask;
    }
    if (this.#variable.length >= this.#limit) throw new TooLarge();
    const made = this.#variable.length;
    this.#variable.push(variable);
    this.#low.push(low);
    this.#high.push(high);
    this.#unique[at] = made;
    if (made * 2 > this.#unique.length) this.#grow();
    return made;
  }

  #grow(): void {
    this.#unique = new Int32Array(this.#unique.length * 2);
    const mask = this.#unique.length - 1;
    for (let node = 2; node < this.#variable.length; node += 1) {
      let at = mixed(this.#variable[node] ?? 0, this.#low[node] ?? 0, this.#high[node] ?? 0) & mask;
      while (this.#unique[at] !== 0) at = (at + 1) & mask;
      this.#unique[at] = node;
    }
    if (this.#kept.length < MOST_KEPT * 4) this.#kept = new Int32Array(this.#kept.length * 2);
  }
}

/** Spreads three small numbers over 31 bits. */
function mixed(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & 0x7fffffff;
}
