/**
 * Sorted tokens, one after another -> **SetRoot** and the upper levels of its file
 *
 * Holds a 256th of the tree. Refuses tokens that are not in order: the root would prove nothing.
 */
import { bytesToHex } from "@noble/hashes/utils.js";
import { HASH_BYTES, type Hash, leafHash, Tree } from "../../merkle/index.ts";
import { LEVELS_PER_STEP } from "./layout.ts";
import { compareTokens, type SetRoot, TOKEN_BYTES } from "./members.ts";

export class SetBuilder {
  /** By step, the first left out: that one holds the tokens. */
  readonly #levels: Hash[][] = [];
  readonly #last = new Uint8Array(TOKEN_BYTES);
  readonly #tree = new Tree((level, _index, hash) => {
    if (level === 0 || level % LEVELS_PER_STEP !== 0) return;
    const step = level / LEVELS_PER_STEP - 1;
    const hashes = this.#levels[step];
    if (hashes === undefined) this.#levels[step] = [hash];
    else hashes.push(hash);
  });

  /** @throws RangeError unless it is above the one before */
  add(token: Uint8Array): void {
    if (token.length !== TOKEN_BYTES) throw new RangeError(`a token has ${TOKEN_BYTES} bytes`);
    if (this.#tree.size > 0 && compareTokens(this.#last, token) >= 0) {
      throw new RangeError("the tokens are not in ascending order");
    }
    this.#last.set(token);
    this.#tree.add(leafHash(token));
  }

  set(): SetRoot {
    return { root: bytesToHex(this.#tree.root()), size: this.#tree.size };
  }

  /** What stands in the file behind the tokens, in pieces. */
  *upper(): Generator<Uint8Array> {
    for (const hashes of this.#levels) {
      const bytes = new Uint8Array(hashes.length * HASH_BYTES);
      for (const [index, hash] of hashes.entries()) bytes.set(hash, index * HASH_BYTES);
      yield bytes;
    }
  }
}
