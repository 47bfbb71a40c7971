/**
 * Tables of things that many rows share -> wire form
 *
 * Equal things (by their JSON) get one index; the table is written once, after the rows.
 */
export class Table<T> {
  readonly items: T[] = [];
  readonly #index = new Map<string, number>();

  index(item: T): number {
    return this.indexBy(JSON.stringify(item), () => item);
  }

  /** For a caller who has a shorter key that tells all items apart. */
  indexBy(key: string, make: () => T): number {
    const found = this.#index.get(key);
    if (found !== undefined) return found;
    this.#index.set(key, this.items.length);
    this.items.push(make());
    return this.items.length - 1;
  }
}

// Bounds what unique strings can cost: the least recent candidates are forgotten together.
const CANDIDATES = 20_000;

/**
 * Strings of which some recur and most do not, unknown in advance: the first occurrence is
 * written in place, later ones as an index, so memory stays bounded while rows stream by.
 */
export class Texts {
  readonly items: string[] = [];
  readonly #index = new Map<string, number>();
  #seen = new Set<string>();

  cell(text: string): string | number {
    const found = this.#index.get(text);
    if (found !== undefined) return found;
    if (!this.#seen.has(text)) {
      if (this.#seen.size >= CANDIDATES) this.#seen = new Set();
      this.#seen.add(text);
      return text;
    }
    return this.always(text);
  }

  always(text: string): number {
    const found = this.#index.get(text);
    if (found !== undefined) return found;
    this.#index.set(text, this.items.length);
    this.items.push(text);
    return this.items.length - 1;
  }
}
