/**
 * Clauses as weighted words -> how alike two of them are
 *
 * A clause is its words and its pairs of neighbouring words; rare ones weigh more. Numbers and
 * negations are words like others here: likeness says which clause follows which, not that they mean
 * the same.
 */
export interface Terms {
  /** Term -> how often. Terms are numbers given out by one `Vocabulary`. */
  readonly counts: ReadonlyMap<number, number>;
  /** Sum of the weights. */
  readonly weight: number;
}

export class Vocabulary {
  readonly #terms = new Map<string, number>();
  readonly #frequency: number[] = [];
  #documents = 0;

  /** Counts one clause in; all must be counted before the first is weighed. */
  add(canonical: string): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    const words = canonical.split(" ");
    let previous = "";
    for (const word of words) {
      this.#count(counts, word);
      if (previous !== "") this.#count(counts, `${previous} ${word}`);
      previous = word;
    }
    for (const term of counts.keys()) this.#frequency[term] = (this.#frequency[term] ?? 0) + 1;
    this.#documents += 1;
    return counts;
  }

  /** In how many clauses a term is. */
  frequency(term: number): number {
    return this.#frequency[term] ?? 0;
  }

  weightOf(term: number): number {
    return Math.log(1 + (this.#documents + 1) / (this.frequency(term) + 0.5));
  }

  weigh(counts: ReadonlyMap<number, number>): Terms {
    let weight = 0;
    for (const [term, count] of counts) weight += this.weightOf(term) * count;
    return { counts, weight };
  }

  /** Weight of what two clauses have in common. */
  shared(one: Terms, other: Terms): number {
    const [small, large] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
    let weight = 0;
    for (const [term, count] of small.counts) {
      const common = Math.min(count, large.counts.get(term) ?? 0);
      if (common > 0) weight += this.weightOf(term) * common;
    }
    return weight;
  }

  /** Dice: from 0, nothing in common, to 1, the same terms. */
  likeness(one: Terms, other: Terms): number {
    const total = one.weight + other.weight;
    return total === 0 ? 0 : (2 * this.shared(one, other)) / total;
  }

  /** What is left of a clause when another's terms are taken away. */
  without(one: Terms, other: Terms): Terms {
    const counts = new Map<number, number>();
    for (const [term, count] of one.counts) {
      const left = count - (other.counts.get(term) ?? 0);
      if (left > 0) counts.set(term, left);
    }
    return this.weigh(counts);
  }

  #count(counts: Map<number, number>, word: string): void {
    let term = this.#terms.get(word);
    if (term === undefined) {
      term = this.#terms.size;
      this.#terms.set(word, term);
    }
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
}
