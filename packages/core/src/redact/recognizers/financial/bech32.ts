/** Bech32 (BIP 173) and bech32m (BIP 350), and the longer check of Bitcoin Cash addresses. */
import { lower } from "../../scan/bytes.ts";

const VALUES = new Int8Array(256).fill(-1);
for (const [value, character] of Array.from("qpzry9x8gf2tvdw0s3jn54khce6mua7l").entries()) {
  VALUES[character.charCodeAt(0)] = value;
}
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const BECH32 = 1;
const BECH32M = 0x2bc830a3;
const CASH_GENERATOR = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];

/** Whether `[start, end)` is a prefix, `1` at `separator`, and data with a right check. */
export function isBech32(bytes: Uint8Array, start: number, separator: number, end: number): boolean {
  if (end - separator < 7) return false;
  let check = 1;
  for (let at = start; at < separator; at += 1) check = step(check) ^ (lower(bytes[at] ?? 0) >> 5);
  check = step(check);
  for (let at = start; at < separator; at += 1) check = step(check) ^ (lower(bytes[at] ?? 0) & 31);
  for (let at = separator + 1; at < end; at += 1) {
    const value = VALUES[lower(bytes[at] ?? 0)] ?? -1;
    if (value < 0) return false;
    check = step(check) ^ value;
  }
  return check >>> 0 === BECH32 || check >>> 0 === BECH32M;
}

function step(check: number): number {
  const top = check >>> 25;
  let next = (check & 0x1ffffff) << 5;
  for (let bit = 0; bit < 5; bit += 1) if (((top >>> bit) & 1) !== 0) next ^= GENERATOR[bit] ?? 0;
  return next;
}

/** Whether `[start, end)` is the part after `prefix` of a Bitcoin Cash address. */
export function isCashAddress(bytes: Uint8Array, start: number, end: number, prefix: string): boolean {
  let check = 1n;
  for (let index = 0; index < prefix.length; index += 1)
    check = cashStep(check, prefix.charCodeAt(index) & 31);
  check = cashStep(check, 0);
  for (let at = start; at < end; at += 1) {
    const value = VALUES[lower(bytes[at] ?? 0)] ?? -1;
    if (value < 0) return false;
    check = cashStep(check, value);
  }
  return check === 1n;
}

function cashStep(check: bigint, value: number): bigint {
  const top = check >> 35n;
  let next = ((check & 0x07ffffffffn) << 5n) ^ BigInt(value);
  for (let bit = 0n; bit < 5n; bit += 1n) {
    if (((top >> bit) & 1n) !== 0n) next ^= CASH_GENERATOR[Number(bit)] ?? 0n;
  }
  return next;
}
