/**
 * Note x VerifierKeys -> **Opened**: whose signatures are good, bad, or not known
 */
import { ed25519 } from "@noble/curves/ed25519.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { VerifierKey } from "./key.ts";
import type { Note, Signature } from "./note.ts";
import { cosigned, TIME_BYTES } from "./sign.ts";

export interface Seen {
  readonly key: VerifierKey;
  /** Unix seconds at which a witness says that it has seen the text; undefined for other signatures. */
  readonly seconds: number | undefined;
}

export interface Opened {
  readonly verified: readonly Seen[];
  /** Signatures under a name and id of a known key which that key has not made. */
  readonly bad: readonly VerifierKey[];
  readonly unknown: readonly Signature[];
}

const SIGNATURE_BYTES = 64;

/** A signature that stands there twice counts once. */
export function openNote({ text, signatures }: Note, keys: readonly VerifierKey[]): Opened {
  const verified: Seen[] = [];
  const bad: VerifierKey[] = [];
  const unknown: Signature[] = [];
  for (const signature of signatures) {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.id);
    if (key === undefined) unknown.push(signature);
    else if (!isGood(text, signature, key)) bad.push(key);
    else if (!verified.some((one) => one.key === key))
      verified.push({ key, seconds: timeOf(signature, key) });
  }
  return { verified, bad, unknown };
}

function isGood(text: string, { bytes }: Signature, { algorithm, publicKey }: VerifierKey): boolean {
  const isTimed = algorithm === "cosignature";
  if (bytes.length !== SIGNATURE_BYTES + (isTimed ? TIME_BYTES : 0)) return false;
  const message = isTimed ? cosigned(text, secondsOf(bytes)) : utf8ToBytes(text);
  const signature = isTimed ? bytes.subarray(TIME_BYTES) : bytes;
  try {
    // As RFC 8032 has it: one signature for a text and key, and no key of small order.
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

function timeOf({ bytes }: Signature, { algorithm }: VerifierKey): number | undefined {
  return algorithm === "cosignature" ? Number(secondsOf(bytes)) : undefined;
}

function secondsOf(bytes: Uint8Array): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
}
