/**
 * The bytes of a record that began in an earlier chunk.
 *
 * Only records that straddle chunks are copied, so producers may reuse their chunk buffer,
 * and memory is bounded by the largest record.
 */
const FIRST_CAPACITY = 64 * 1024;

export class Carry {
  #buffer = new Uint8Array(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (needed > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(FIRST_CAPACITY, needed, this.#buffer.length * 2));
      grown.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length = needed;
  }

  /** The bytes so far; valid until the next `append`. */
  take(): Uint8Array {
    const taken = this.#buffer.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
