/**
 * value -> `[EMAIL:enc:v1:…]` -> value
 *
 * For data under a legal hold: whoever has the key gets every value back. AES-256-SIV under a key of
 * its own, bound to type and scope. Equal values in a scope give equal tags, so that the same run
 * writes the same bytes; that two are equal, and how long a value is, can be seen.
 */
import { ProvisoError } from "../../errors.ts";
import { hmac } from "../../wasm/hmac.ts";
import type { EntityType } from "../entity.ts";
import { checkKey } from "./key.ts";
import { messageOf, type Prf } from "./prf.ts";
import { type Siv, siv } from "./siv.ts";

const FORM = /^\[([A-Z][A-Z0-9_]*):enc:v1:([A-Za-z0-9_-]+)\]$/;

export interface Decrypted {
  readonly type: EntityType;
  readonly value: string;
}

const encoder = new TextEncoder();

/** @returns what writes the tag of a value */
export function encrypter(prf: Prf, scope: string): (type: EntityType, value: string) => string {
  const { seal } = sivOf(prf);
  return (type, value) =>
    `[${type}:enc:v1:${base64url(seal([messageOf(type, scope)], encoder.encode(value)))}]`;
}

export interface DecryptOptions {
  readonly key: Uint8Array;
  readonly scope: string;
}

/** @throws ProvisoError KEY_INVALID, KEY_MISMATCH, USAGE */
export function decrypt(tag: string, options: DecryptOptions): Decrypted {
  return decrypter(options)(tag);
}

/**
 * For many tags.
 * @throws ProvisoError KEY_INVALID; what it returns throws KEY_MISMATCH, USAGE
 */
export function decrypter({ key, scope }: DecryptOptions): (tag: string) => Decrypted {
  checkKey(key);
  const cipher = sivOf(hmac(key));
  return (tag) => opened(tag, cipher, scope);
}

function opened(tag: string, cipher: Siv, scope: string): Decrypted {
  const [, type, text] = FORM.exec(tag) ?? [];
  if (type === undefined || text === undefined) {
    throw new ProvisoError("USAGE", "this is no tag of an encrypted value", {
      hint: "it looks like `[EMAIL:enc:v1:…]`",
    });
  }
  const value = cipher.open([messageOf(type, scope)], fromBase64url(text));
  if (value === undefined) {
    throw new ProvisoError("KEY_MISMATCH", `the value of type \`${type}\` cannot be decrypted`, {
      hint: "use the key and the scope that it was encrypted with; or the tag was changed",
    });
  }
  return { type, value: new TextDecoder("utf-8", { ignoreBOM: true }).decode(value) };
}

function sivOf(prf: Prf): Siv {
  const key = new Uint8Array(64);
  key.set(prf(messageOf("encrypt", "v1", "mac")));
  key.set(prf(messageOf("encrypt", "v1", "cipher")), 32);
  return siv(key);
}

function base64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64url(text: string): Uint8Array {
  if (text.length % 4 === 1) return new Uint8Array(0);
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}
