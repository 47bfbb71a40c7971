/**
 * **Prf**: what makes a replacement depend on the key
 *
 * A keyed function that nobody without the key can tell from chance. All keyed operators draw from
 * it, each under its own label, so that no output of one says anything about another.
 */
export type Prf = (message: Uint8Array) => Uint8Array;

const encoder = new TextEncoder();

/** One message of several parts: lengths come first, so that no two lists give the same bytes. */
export function messageOf(...parts: readonly string[]): Uint8Array {
  return encoder.encode(`${parts.map((part) => part.length).join(",")}:${parts.join("")}`);
}

/** A stream of numbers that key and message fix. */
export class Draw {
  readonly #prf: Prf;
  readonly #message: readonly string[];
  #block: Uint8Array = new Uint8Array(0);
  #at = 0;
  #count = 0;

  constructor(prf: Prf, ...message: readonly string[]) {
    this.#prf = prf;
    this.#message = message;
  }

  byte(): number {
    if (this.#at === this.#block.length) {
      this.#block = this.#prf(messageOf(...this.#message, String(this.#count)));
      this.#count += 1;
      this.#at = 0;
    }
    const byte = this.#block[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }

  /** A number from 0 to below `limit`, at most 2 ** 24, each as likely as any other up to 2 ** -24. */
  below(limit: number): number {
    const wide = this.byte() * 2 ** 40 + this.byte() * 2 ** 32 + this.byte() * 2 ** 24;
    return (wide + this.byte() * 2 ** 16 + this.byte() * 2 ** 8 + this.byte()) % limit;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.byte());
  }

  pick<T>(list: readonly [T, ...T[]]): T;
  pick<T>(list: readonly T[]): T | undefined;
  pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }
}
