/**
 * **GivenFile**: a file to be verified -> verify
 *
 * Files may be shards of gigabytes, so that only their hash is kept; what can be an artefact is kept
 * whole, within a budget that all files share.
 */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

export interface GivenFile {
  /** With the folders that it was given in, between slashes. */
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Undefined for what is too large to be an artefact, or does not look like one. */
  readonly content: Uint8Array | undefined;
}

/** SHA-256, however the caller makes it. */
export interface Hasher {
  update(bytes: Uint8Array): unknown;
  /** Hexadecimal. */
  end(): string;
}

/** Where the platform has none of its own that takes a file in pieces. */
export function newHasher(): Hasher {
  const hash = sha256.create();
  return { update: (bytes) => hash.update(bytes), end: () => bytesToHex(hash.digest()) };
}

/** How many bytes of content may still be kept. */
export interface Budget {
  left: number;
}

const MAX_ARTEFACT = 16 * 1024 * 1024;
const MAX_KEPT = 64 * 1024 * 1024;
/** Where it must show that a file is an artefact; what is no longer is kept anyway, since a leaf may be anything. */
const HEAD = 64 * 1024;
const SIGNS = ['"proviso-', "c2sp.org/tlog-proof@", "\n\n\u2014 "];

export function newBudget(): Budget {
  return { left: MAX_KEPT };
}

/** Takes a file piece by piece. */
export class Intake {
  readonly #name: string;
  readonly #hasher: Hasher;
  readonly #budget: Budget;
  #parts: Uint8Array[] | undefined = [];
  #bytes = 0;
  #isKnown = false;

  constructor(name: string, hasher: Hasher, budget: Budget) {
    this.#name = name;
    this.#hasher = hasher;
    this.#budget = budget;
  }

  /** The piece is copied where it is kept. */
  add(piece: Uint8Array): void {
    this.#hasher.update(piece);
    this.#bytes += piece.length;
    if (this.#parts === undefined) return;
    this.#parts.push(piece.slice());
    this.#budget.left -= piece.length;
    if (!this.#isKnown && this.#bytes > HEAD) {
      const head = new TextDecoder().decode(joined(this.#parts).subarray(0, HEAD));
      if (SIGNS.some((sign) => head.includes(sign))) this.#isKnown = true;
      else this.#drop();
    }
    if (this.#bytes > MAX_ARTEFACT || this.#budget.left < 0) this.#drop();
  }

  end(): GivenFile {
    const content = this.#parts === undefined ? undefined : joined(this.#parts);
    return { name: this.#name, bytes: this.#bytes, sha256: this.#hasher.end(), content };
  }

  #drop(): void {
    for (const { length } of this.#parts ?? []) this.#budget.left += length;
    this.#parts = undefined;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
