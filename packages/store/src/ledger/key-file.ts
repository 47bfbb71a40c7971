/**
 * **SigningKey** <-> a file with one line: `PRIVATE+KEY+name+id+base64(type, secret)`
 *
 * The form in which Go's sumdb/note keeps its keys, so that other tools can sign with ours. Only its owner
 * may read the file. While a key is replaced, the new one lies beside it under `.next`.
 */
import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { ProvisoError } from "@proviso/core";
import {
  type Algorithm,
  decodeBase64,
  encodeBase64,
  newSigningKey,
  printId,
  type SigningKey,
} from "@proviso/core/ledger";
import { syncParent } from "./folder/sync.ts";

const TYPES: Readonly<Record<Algorithm, number>> = { ed25519: 0x01, cosignature: 0x04 };
const SECRET_BYTES = 32;
const FORM = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/;

export function makeKey(name: string, algorithm: Algorithm = "ed25519"): SigningKey {
  return newSigningKey(name, new Uint8Array(randomBytes(SECRET_BYTES)), algorithm);
}

/** @throws ProvisoError KEY_MISSING, KEY_INVALID, PERMISSION */
export function readKeyFile(file: string): SigningKey {
  const text = readText(file);
  if (text === undefined) {
    throw new ProvisoError("KEY_MISSING", `there is no key file \`${file}\``, {
      place: { file },
      hint: "a log's key is made by `proviso ledger init`, a witness's by `proviso ledger witness`",
    });
  }
  const [, name = "", id, encoded = ""] = FORM.exec(text.trim()) ?? [];
  const bytes = decodeBase64(encoded);
  const algorithm = bytes?.[0] === TYPES.ed25519 ? "ed25519" : "cosignature";
  if (bytes?.length !== 1 + SECRET_BYTES || bytes[0] !== TYPES[algorithm]) {
    throw invalid(file, "is no signing key", "it is one line, `PRIVATE+KEY+name+id+key`");
  }
  const key = newSigningKey(name, bytes.slice(1), algorithm);
  if (printId(key.id) !== id) throw invalid(file, "has a name or an id that its secret does not fit");
  return key;
}

/** @throws ProvisoError USAGE if there is a file of that name */
export function writeKeyFile(file: string, { name, id, algorithm, secret }: SigningKey): void {
  const encoded = encodeBase64(Uint8Array.of(TYPES[algorithm], ...secret));
  let handle: number;
  try {
    handle = openSync(file, "wx", 0o600);
  } catch (cause) {
    if (codeOf(cause) !== "EEXIST") throw denied(file, cause);
    throw new ProvisoError("USAGE", `\`${file}\` is already there`, {
      place: { file },
      hint: "a key is never written over; name another file",
    });
  }
  try {
    writeSync(handle, `PRIVATE+KEY+${name}+${printId(id)}+${encoded}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  syncParent(file);
}

/** The key that is on its way to replace the one in `file`, if there is one. */
export function nextKey(file: string): SigningKey | undefined {
  return readText(nextName(file)) === undefined ? undefined : readKeyFile(nextName(file));
}

export function prepareNextKey(file: string, key: SigningKey): void {
  writeKeyFile(nextName(file), key);
}

/** The key before it is gone then. */
export function takeNextKey(file: string): void {
  renameSync(nextName(file), file);
  syncParent(file);
}

function nextName(file: string): string {
  return `${file}.next`;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "latin1");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw denied(file, cause);
  }
}

function invalid(file: string, what: string, hint?: string): ProvisoError {
  return new ProvisoError("KEY_INVALID", `\`${file}\` ${what}`, { place: { file }, hint });
}

function denied(file: string, cause: unknown): unknown {
  if (codeOf(cause) !== "EACCES" && codeOf(cause) !== "EPERM") return cause;
  return new ProvisoError("PERMISSION", `\`${file}\` may not be opened`, { place: { file }, cause });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
