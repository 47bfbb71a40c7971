/**
 * Opening -> **Leaf**, and back: whether an opening is a leaf's
 */
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { isSame } from "../merkle/index.ts";
import { sha256 } from "../wasm/sha256.ts";
import { LEAF_FORMAT, LEAF_KINDS, type Leaf, type LeafKind, type Opening, SALT_BYTES } from "./leaf.ts";

const LABEL = "proviso commitment 1";

/**
 * HMAC-SHA256 under the salt hides the value from whoever guesses at it, and binds to it: two values
 * of one commitment would be a collision.
 * @throws RangeError if the salt is not 32 bytes, or the value is no JSON
 */
export function commit({ kind, salt, value }: Opening): Leaf {
  if (!/^[0-9a-f]{64}$/.test(salt)) throw new RangeError(`a salt is ${SALT_BYTES} bytes in hexadecimal`);
  const text = canonicalize(value);
  if (text === undefined) throw new RangeError("what is logged must be JSON");
  const commitment = bytesToHex(hmac(hexToBytes(salt), utf8ToBytes(`${LABEL}\n${kind}\n${text}`)));
  return { kind, data: utf8ToBytes(leafText(kind, commitment)) };
}

/** Whether the leaf with those bytes is the opening's. */
export function opens(data: Uint8Array, opening: Opening): boolean {
  return isSame(data, commit(opening).data);
}

/** The kind that a leaf's bytes name, or undefined if they are no leaf of ours. */
export function kindOfLeaf(data: Uint8Array): LeafKind | undefined {
  const text = new TextDecoder().decode(data);
  const commitment = /"sha256:([0-9a-f]{64})"/.exec(text)?.[1];
  if (commitment === undefined) return undefined;
  return LEAF_KINDS.find((kind) => text === leafText(kind, commitment));
}

/** Canonical JSON (RFC 8785): the keys are in order as they stand. */
function leafText(kind: LeafKind, commitment: string): string {
  return JSON.stringify({ commitment: `sha256:${commitment}`, format: LEAF_FORMAT, kind });
}

const BLOCK = 64;
const INNER = 0x36;
const OUTER = 0x5c;

/** HMAC-SHA256 (RFC 2104) under a key that is used once: there is no state worth keeping. */
function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  return sha256(padOf(key, OUTER), sha256(padOf(key, INNER), message));
}

function padOf(key: Uint8Array, pad: number): Uint8Array {
  const block = new Uint8Array(BLOCK).fill(pad);
  for (let at = 0; at < key.length; at += 1) block[at] = (key[at] as number) ^ pad;
  return block;
}
