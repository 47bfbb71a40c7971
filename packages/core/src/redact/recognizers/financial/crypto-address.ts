/**
 * Addresses on blockchains
 *
 * Most carry a check that random text has once in four thousand million. Ethereum's has one only in
 * mixed case (EIP-55), Solana's and Monero's have none that is cheap: these need their form or a word.
 */
import { keccak_256 } from "@noble/hashes/sha3.js";
import {
  ALNUM,
  asciiOf,
  CLASS,
  HEX,
  is,
  isBoundary,
  isDigit,
  LOWER,
  lower,
  UPPER,
} from "../../scan/bytes.ts";
import { contextWords, FAR, hasContext } from "../../scan/context.ts";
import type { Text } from "../../scan/text.ts";
import { listed } from "../listed.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { BITCOIN_ALPHABET, fromBase58, isChecked, RIPPLE_ALPHABET } from "./base58.ts";
import { isBech32, isCashAddress } from "./bech32.ts";

const WORDS = contextWords(
  listed(
    "solana, sol, phantom, wallet, wallets, address, crypto, spl, usdc, monero, xmr, Adresse, adresse",
    "cartera, monedero, dirección, portafoglio, indirizzo, carteira, endereço, adres",
  ),
);

/** First byte of what is decoded, and how long that is, by the first character of the address. */
const VERSIONS = new Map<number, readonly number[]>(
  [
    ["1", [0x00]], // Bitcoin
    ["3", [0x05]], // Bitcoin and Litecoin, scripts
    ["2", [0xc4]], // test networks
    ["m", [0x6f]],
    ["n", [0x6f]],
    ["L", [0x30]], // Litecoin
    ["M", [0x32]],
    ["D", [0x1e]], // Dogecoin
    ["A", [0x16]], // its scripts
    ["9", [0x16]],
    ["X", [0x4c]], // Dash
    ["7", [0x10]], // its scripts
    ["T", [0x41]], // Tron
    ["t", [0x1c, 0x1d]], // Zcash: two bytes of version
  ].map(([character, versions]) => [String(character).charCodeAt(0), versions as number[]]),
);
const PAYLOAD = 25;
const LOWER_R = 0x72;

/** Bech32 prefixes with the separator, and how long whole addresses are. */
const PREFIXES: readonly (readonly [string, number, number])[] = [
  ["bc1", 42, 62],
  ["tb1", 42, 62],
  ["bcrt1", 44, 64],
  ["ltc1", 43, 63],
  ["addr1", 58, 120],
  ["stake1", 59, 64],
  ["cosmos1", 45, 65],
  ["osmo1", 43, 63],
  ["inj1", 42, 62],
  ["zs1", 78, 78],
];
const PREFIX_BYTES = PREFIXES.map(([prefix]) =>
  Uint8Array.from(prefix, (character) => character.charCodeAt(0)),
);
const CASH = "bitcoincash";

export const cryptoAddress: Recognizer = {
  name: "crypto-address",
  types: ["CRYPTO_ADDRESS"],
  token: { min: 25, max: 120 },
  atToken(text: Text, start: number, end: number, emit: Emit): void {
    const { bytes } = text;
    // Inside paths and base 64 a piece of this form is nothing by itself.
    if (isJoined(bytes, start - 1) || isJoined(bytes, end)) return;
    const size = end - start;
    const first = bytes[start] ?? 0;
    const second = bytes[start + 1] ?? 0;
    if (first === 0x30 && (second | 0x20) === 0x78) {
      ethereum(text, start, end, emit);
      return;
    }
    if (size >= 42 && hasPrefix(bytes, start, end)) {
      emit("CRYPTO_ADDRESS", start, end, 0.99, "checksum");
      return;
    }
    if (size === 42 && (first | 0x20) >= 0x70 && (first | 0x20) <= 0x71) {
      bitcoinCash(text, start, end, emit);
      return;
    }
    if (size <= 36) {
      if (isBase58(bytes, start, end)) emit("CRYPTO_ADDRESS", start, end, 0.99, "checksum");
      else if (size >= 32) solana(text, start, end, emit);
      return;
    }
    if (size >= 43 && size <= 44) solana(text, start, end, emit);
    else if (size === 95 && (first === 0x34 || first === 0x38)) monero(text, start, end, emit);
  },
};

function isJoined(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return !isBoundary(bytes, at) || byte === 0x2b || byte === 0x5f || byte === 0x2d;
}

function hasPrefix(bytes: Uint8Array, start: number, end: number): boolean {
  for (const [index, prefix] of PREFIX_BYTES.entries()) {
    const [, least = 0, most = 0] = PREFIXES[index] ?? [];
    if (end - start < least || end - start > most) continue;
    if (!prefix.every((byte, offset) => lower(bytes[start + offset] ?? 0) === byte)) continue;
    if (isOneCase(bytes, start, end)) return isBech32(bytes, start, start + prefix.length - 1, end);
  }
  return false;
}

function isOneCase(bytes: Uint8Array, start: number, end: number): boolean {
  let seen = 0;
  for (let at = start; at < end; at += 1) seen |= CLASS[bytes[at] ?? 0] ?? 0;
  return (seen & UPPER) === 0 || (seen & LOWER) === 0;
}

function isBase58(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] ?? 0;
  if (first === LOWER_R) {
    const decoded = fromBase58(bytes, start, end, RIPPLE_ALPHABET);
    return decoded !== undefined && decoded.length === PAYLOAD && decoded[0] === 0 && isChecked(decoded);
  }
  const versions = VERSIONS.get(first);
  if (versions === undefined) return false;
  const decoded = fromBase58(bytes, start, end, BITCOIN_ALPHABET);
  if (decoded === undefined) return false;
  const size = first === 0x74 ? PAYLOAD + 1 : PAYLOAD;
  return decoded.length === size && versions.includes(decoded[0] ?? 0) && isChecked(decoded);
}

/** `0x` and forty hexadecimal digits. */
function ethereum(text: Text, start: number, end: number, emit: Emit): void {
  if (end - start !== 42) return;
  const { bytes } = text;
  let seen = 0;
  for (let at = start + 2; at < end; at += 1) {
    const classes = CLASS[bytes[at] ?? 0] ?? 0;
    if ((classes & HEX) === 0) return;
    seen |= classes;
  }
  const isMixed = (seen & UPPER) !== 0 && (seen & LOWER) !== 0;
  if (!isMixed) emit("CRYPTO_ADDRESS", start, end, 0.85, "structure");
  else if (isEip55(bytes, start + 2)) emit("CRYPTO_ADDRESS", start, end, 0.99, "checksum");
  else emit("CRYPTO_ADDRESS", start, end, 0.6, "structure");
}

/** A letter is a capital where the hash of the address in lower case has a high nibble. */
function isEip55(bytes: Uint8Array, start: number): boolean {
  const hash = keccak_256(bytes.slice(start, start + 40).map(lower));
  for (let index = 0; index < 40; index += 1) {
    const byte = bytes[start + index] ?? 0;
    if (isDigit(byte)) continue;
    const nibble = ((hash[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15;
    if (nibble >= 8 !== is(bytes, start + index, UPPER)) return false;
  }
  return true;
}

function bitcoinCash(text: Text, start: number, end: number, emit: Emit): void {
  if (!isOneCase(text.bytes, start, end) || !isCashAddress(text.bytes, start, end, CASH)) return;
  const before = start - CASH.length - 1;
  const isNamed = before >= text.start && asciiOf(text.bytes, before, start).toLowerCase() === `${CASH}:`;
  emit("CRYPTO_ADDRESS", isNamed ? before : start, end, 0.99, "checksum");
}

/** Thirty-two bytes in base 58: many keys and hashes are that too, so a word must say what it is. */
function solana(text: Text, start: number, end: number, emit: Emit): void {
  const { bytes } = text;
  let seen = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if ((BITCOIN_ALPHABET[byte] ?? -1) < 0) return;
    seen |= CLASS[byte] ?? 0;
  }
  if ((seen & ALNUM) !== ALNUM || !hasContext(text, start, end, WORDS, FAR)) return;
  if (fromBase58(bytes, start, end, BITCOIN_ALPHABET)?.length === 32)
    emit("CRYPTO_ADDRESS", start, end, 0.75, "context");
}

/** Ninety-five characters in base 58 that begin with 4 or 8. */
function monero(text: Text, start: number, end: number, emit: Emit): void {
  for (let at = start; at < end; at += 1) if ((BITCOIN_ALPHABET[text.bytes[at] ?? 0] ?? -1) < 0) return;
  emit("CRYPTO_ADDRESS", start, end, hasContext(text, start, end, WORDS, FAR) ? 0.9 : 0.6, "structure");
}
