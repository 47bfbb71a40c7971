/** Base 58 with the check that Bitcoin and others use: the first four bytes of SHA-256 taken twice. */
import { sha256 } from "@noble/hashes/sha2.js";

const BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** The XRP Ledger orders the same characters in its own way. */
const RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

export const BITCOIN_ALPHABET: Int8Array = tableOf(BITCOIN);
export const RIPPLE_ALPHABET: Int8Array = tableOf(RIPPLE);

function tableOf(alphabet: string): Int8Array {
  const table = new Int8Array(256).fill(-1);
  for (let value = 0; value < 58; value += 1) table[alphabet.charCodeAt(value)] = value;
  return table;
}

/** The bytes that `[start, end)` stands for; undefined if a character is not of the alphabet. */
export function fromBase58(
  bytes: Uint8Array,
  start: number,
  end: number,
  alphabet: Int8Array,
): Uint8Array | undefined {
  const digits: number[] = [];
  let zeros = 0;
  let isLeading = true;
  for (let at = start; at < end; at += 1) {
    let carry = alphabet[bytes[at] ?? 0] ?? -1;
    if (carry < 0) return undefined;
    if (isLeading && carry === 0) {
      zeros += 1;
      continue;
    }
    isLeading = false;
    for (let index = 0; index < digits.length; index += 1) {
      carry += (digits[index] ?? 0) * 58;
      digits[index] = carry & 0xff;
      carry >>= 8;
    }
    while (carry > 0) {
      digits.push(carry & 0xff);
      carry >>= 8;
    }
  }
  for (let index = 0; index < zeros; index += 1) digits.push(0);
  return Uint8Array.from(digits.reverse());
}

/** Whether the last four bytes are the check of those before. */
export function isChecked(decoded: Uint8Array): boolean {
  if (decoded.length < 5) return false;
  const body = decoded.subarray(0, decoded.length - 4);
  const check = sha256(sha256(body));
  return [0, 1, 2, 3].every((index) => check[index] === decoded[body.length + index]);
}
