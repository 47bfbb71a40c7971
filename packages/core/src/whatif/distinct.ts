/**
 * Many names, also repeated -> how many different ones, in bounded memory
 *
 * Keeps the least of the hashes (k minimum values: Bar-Yossef et al., "Counting distinct elements in a data
 * stream", 2002). Exact below twice as many names as are kept; above, its standard error is 1/sqrt(KEPT),
 * which is 0.6 %.
 */
import type { Distinct } from "./what-if.ts";

const KEPT = 32_768;
const RANGE = 2 ** 53;

export class DistinctCount {
  #hashes = new Set<number>();
  /** Hashes from here on are left out. */
  #limit = RANGE;
  #estimated = false;
  #apart = 0;

  /** So many names that are none of those given one by one, nor counted in another call. */
  addApart(count: number): void {
    this.#apart += count;
  }

  add(name: string): void {
    const hash = hashOf(name);
    if (hash >= this.#limit) return;
    this.#hashes.add(hash);
    if (this.#hashes.size >= 2 * KEPT) this.#cut();
  }

  result(): Distinct {
    if (!this.#estimated) return { count: this.#apart + this.#hashes.size, exact: true };
    this.#cut();
    // The k-th least of n hashes lies at about k/n of the range.
    return { count: this.#apart + Math.round(((KEPT - 1) * RANGE) / this.#limit), exact: false };
  }

  #cut(): void {
    if (this.#hashes.size <= KEPT) return;
    const least = Float64Array.from(this.#hashes).sort().subarray(0, KEPT);
    this.#hashes = new Set(least);
    // The greatest one that is kept; whatever is above it can no longer count.
    this.#limit = least.at(-1) ?? RANGE;
    this.#estimated = true;
  }
}

/** 53 bits out of two rounds of FNV-1a with a finaliser; names are ids, not adversaries. */
function hashOf(name: string): number {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < name.length; index += 1) {
    const unit = name.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x85ebca6b);
  }
  return (mixed(high ^ (low >>> 7)) % 0x200000) * 0x100000000 + mixed(low ^ Math.imul(high, 0xc2b2ae35));
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
