/** **KeyForm**: one kind of key of one service, as data. */
export interface KeyForm {
  /** Service and kind, for whoever reads the table. */
  readonly name: string;
  /** In the language of `key-pattern.ts`. */
  readonly patterns: readonly string[];
  /** Check digits the key ends in, where the service says how they are made. */
  readonly checksum?: "crc32-base62";
}

export function key(name: string, ...patterns: readonly string[]): KeyForm {
  return { name, patterns };
}
