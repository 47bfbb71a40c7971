/** Text x SigningKey -> **Signature** */
import { ed25519 } from "@noble/curves/ed25519.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { SigningKey } from "./key.ts";
import { isNoteText, type Note, type Signature } from "./note.ts";

export const TIME_BYTES = 8;

/**
 * @param seconds Unix time at which a witness has seen the text; only a cosignature has one
 * @throws RangeError for a text that no note can have
 */
export function signText(text: string, key: SigningKey, seconds = 0): Signature {
  if (!isNoteText(text)) throw new RangeError("a note's text is whole lines without control characters");
  const { name, id, algorithm, secret } = key;
  if (algorithm === "ed25519") return { name, id, bytes: ed25519.sign(utf8ToBytes(text), secret) };
  const time = new Uint8Array(TIME_BYTES);
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
  return { name, id, bytes: concatBytes(time, ed25519.sign(cosigned(text, seconds), secret)) };
}

/** What a witness signs: C2SP tlog-cosignature, `cosignature/v1`. */
export function cosigned(text: string, seconds: number | bigint): Uint8Array {
  return utf8ToBytes(`cosignature/v1\ntime ${seconds}\n${text}`);
}

export function signNote(text: string, ...keys: readonly SigningKey[]): Note {
  return { text, signatures: keys.map((key) => signText(text, key)) };
}
