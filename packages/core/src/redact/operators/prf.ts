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
  let lengths = "";
  let text = "";
  for (const part of parts) {
    lengths += `${part.length},`;
    text += part;
  }
  return encoder.encode(`${lengths}${text}`);
}

/** A stream of numbers that key and message fix. */
export class Draw {
  readonly #prf: Prf;
  readonly #message: readonly string[];
  #block: Uint8Array;
  #at = 0;
  #count = 0;

  constructor(prf: Prf, ...message: readonly string[]) {
    this.#prf = prf;
    this.#message = message;
    this.#block = prf(messageOf(...message));
  }

  byte(): number {
    if (this.#at === this.#block.length) {
      this.#count += 1;
      this.#block = this.#prf(messageOf(...this.#message, String(this.#count)));
      this.#at = 0;
    }
    const byte = this.#block[this.#at] as number;
    this.#at += 1;
    return byte;
  }

  /** A number from 0 to below `limit`, at most 2 ** 12; each as likely as any other up to 2 ** -12. */
  below(limit: number): number {
    return (this.byte() * 0x10000 + this.byte() * 0x100 + this.byte()) % limit;
  }

  bytes(count: number): Uint8Array {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; at += 1) bytes[at] = this.byte();
    return bytes;
  }

  pick<T>(list: readonly [T, ...T[]]): T;
  pick<T>(list: readonly T[]): T | undefined;
  pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }
}
