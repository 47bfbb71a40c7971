/**
 * **VerifierKey**, **SigningKey**: who signs notes (C2SP signed-note, tlog-cosignature)
 *
 * A key has a name that people know it by and an id that ties the name to the key itself, so that a
 * signature under a known name by another key is no more than an unknown one.
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { ProvisoError } from "../../errors.ts";
import { decodeBase64, encodeBase64 } from "../base64.ts";

/** `ed25519` signs the note's text; `cosignature` a time and the text, as witnesses do. */
export type Algorithm = "ed25519" | "cosignature";

const TYPES: Readonly<Record<Algorithm, number>> = { ed25519: 0x01, cosignature: 0x04 };
const PUBLIC_BYTES = 32;

export interface VerifierKey {
  readonly name: string;
  /** Four bytes as a number. */
  readonly id: number;
  readonly algorithm: Algorithm;
  readonly publicKey: Uint8Array;
}

export interface SigningKey extends VerifierKey {
  /** 32 bytes (RFC 8032). */
  readonly secret: Uint8Array;
}

const HINT = "a verifier key is `name+id+key`, as in `example.com/log+33d7b496+AeHT…`";

/** @throws RangeError for a name that cannot be in a note, or a secret that is not 32 bytes */
export function newSigningKey(
  name: string,
  secret: Uint8Array,
  algorithm: Algorithm = "ed25519",
): SigningKey {
  if (!isKeyName(name)) throw new RangeError("a key's name has no spaces and no plus sign");
  const publicKey = ed25519.getPublicKey(secret);
  return { name, id: idOf(name, algorithm, publicKey), algorithm, publicKey, secret };
}

/** Neither empty, nor with spaces or a plus sign (C2SP signed-note). */
export function isKeyName(name: string): boolean {
  return name !== "" && !/[\s+]/u.test(name) && name.isWellFormed();
}

export function printVerifierKey({ name, id, algorithm, publicKey }: VerifierKey): string {
  return `${name}+${printId(id)}+${encodeBase64(Uint8Array.of(TYPES[algorithm], ...publicKey))}`;
}

export function printId(id: number): string {
  return id.toString(16).padStart(8, "0");
}

/** @throws ProvisoError KEY_INVALID */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name = "", id = "", encoded = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const bytes = decodeBase64(encoded);
  const algorithm = bytes === undefined ? undefined : algorithmOf(bytes[0]);
  if (
    !isKeyName(name) ||
    bytes === undefined ||
    bytes.length !== 1 + PUBLIC_BYTES ||
    algorithm === undefined
  ) {
    throw new ProvisoError("KEY_INVALID", `\`${text.trim()}\` is no verifier key`, { hint: HINT });
  }
  const publicKey = bytes.subarray(1);
  const key = { name, id: idOf(name, algorithm, publicKey), algorithm, publicKey };
  if (printId(key.id) !== id) {
    throw new ProvisoError("KEY_INVALID", `the id \`${id}\` is not that of the key \`${name}\``, {
      hint: `with this name and key it is \`${printId(key.id)}\`; was a part of it changed?`,
    });
  }
  return key;
}

function algorithmOf(type: number | undefined): Algorithm | undefined {
  return type === TYPES.ed25519 ? "ed25519" : type === TYPES.cosignature ? "cosignature" : undefined;
}

function idOf(name: string, algorithm: Algorithm, publicKey: Uint8Array): number {
  const hash = sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(TYPES[algorithm]), publicKey));
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0);
}
