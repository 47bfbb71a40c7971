/**
 * Tokens, one behind another -> their places in ascending order
 *
 * Sorted as numbers made of the first 32 bits and the place, which is many times faster than comparing
 * tokens; the few that begin alike are put in order afterwards.
 */
import { compareTokens, TOKEN_BYTES } from "@proviso/core/export";

/** 32 bits and a place must fit into the 53 bits of a number. */
export const MOST_TOKENS: number = 2 ** 20;

/** @param tokens at most MOST_TOKENS */
export function tokenOrder(tokens: Uint8Array): Uint32Array {
  const size = Math.floor(tokens.length / TOKEN_BYTES);
  // A place beyond would run into the bits of the token, and sort wrongly in silence.
  if (size > MOST_TOKENS) throw new RangeError(`${size} tokens are more than ${MOST_TOKENS}`);
  const view = new DataView(tokens.buffer, tokens.byteOffset, tokens.byteLength);
  const keys = new Float64Array(size);
  for (let place = 0; place < size; place += 1) {
    keys[place] = view.getUint32(place * TOKEN_BYTES) * MOST_TOKENS + place;
  }
  keys.sort();
  const order = Uint32Array.from(keys, (key) => key % MOST_TOKENS);
  mend(order, tokens);
  return order;
}

export function tokenAt(tokens: Uint8Array, place: number): Uint8Array {
  return tokens.subarray(place * TOKEN_BYTES, (place + 1) * TOKEN_BYTES);
}

/** Insertion: what is out of order is so among a few neighbours. */
function mend(order: Uint32Array, tokens: Uint8Array): void {
  for (let at = 1; at < order.length; at += 1) {
    const place = order[at] ?? 0;
    const token = tokenAt(tokens, place);
    let to = at;
    while (to > 0 && compareTokens(tokenAt(tokens, order[to - 1] ?? 0), token) > 0) {
      order[to] = order[to - 1] ?? 0;
      to -= 1;
    }
    order[to] = place;
  }
}
