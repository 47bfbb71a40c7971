/** **RecentBytes**: values by key, of which those used longest ago go when there are too many bytes */
export class RecentBytes<T> {
  readonly #limit: number;
  readonly #values = new Map<string, { readonly value: T; readonly bytes: number }>();
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): T | undefined {
    const found = this.#values.get(key);
    if (found === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, found);
    return found.value;
  }

  set(key: string, value: T, bytes: number): void {
    const before = this.#values.get(key);
    if (before !== undefined) {
      this.#bytes -= before.bytes;
      this.#values.delete(key);
    }
    this.#values.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const [oldest, { bytes: size }] of this.#values) {
      if (this.#bytes <= this.#limit) break;
      this.#values.delete(oldest);
      this.#bytes -= size;
    }
  }
}
