/** **KeyForm**: one kind of key of one service, as data. */
import type { Alphabet } from "./alphabet.ts";

/** A value without a form of its own that comes along with a key. */
export interface Companion {
  readonly alphabet: Alphabet;
  readonly size: number;
}

export interface KeyForm {
  /** Service and kind, for whoever reads the table. */
  readonly name: string;
  /** In the language of `key-pattern.ts`. */
  readonly patterns: readonly string[];
  /** Check digits the key ends in, where the service says how they are made. */
  readonly checksum?: "crc32-base62";
  readonly companion?: Companion;
}

export function key(name: string, ...patterns: readonly string[]): KeyForm {
  return { name, patterns };
}
