/** Base64 in both alphabets, with or without padding, and only where it holds text. */
import { MARGIN } from "../scan/text.ts";
import type { Decoded } from "./decode.ts";

const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE = `${STANDARD.slice(0, 62)}-_`;
const VALUES = new Uint8Array(256).fill(255);
for (const alphabet of [STANDARD, URL_SAFE]) {
  for (let index = 0; index < 64; index += 1) VALUES[alphabet.charCodeAt(index)] = index;
}
const PADDING = 0x3d;
/** Characters that are decoded to see whether there is text at all. */
const PROBE = 64;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The text that `[start, end)` encodes; undefined where it is no base64 or no text. */
export function decodeBase64(bytes: Uint8Array, start: number, end: number): Decoded | undefined {
  let stop = end;
  while (stop > start && bytes[stop - 1] === PADDING) stop -= 1;
  if ((stop - start) % 4 === 1) return undefined;
  if (!isText(decoded(bytes, start, Math.min(stop, start + PROBE)), stop <= start + PROBE)) return undefined;
  const content = decoded(bytes, start, stop);
  if (content === undefined || !isText(content, true)) return undefined;
  const out = new Uint8Array(content.length + 2 * MARGIN);
  out.set(content, MARGIN);
  return { text: { bytes: out, start: MARGIN, end: MARGIN + content.length }, origins: undefined };
}

/** `content` as base64 in the alphabet and with the padding of `[start, end)`. */
export function encodeBase64Like(content: Uint8Array, bytes: Uint8Array, start: number, end: number): string {
  let isUrlSafe = false;
  for (let at = start; at < end && !isUrlSafe; at += 1) isUrlSafe = bytes[at] === 0x2d || bytes[at] === 0x5f;
  const alphabet = isUrlSafe ? URL_SAFE : STANDARD;
  let text = "";
  for (let at = 0; at < content.length; at += 3) {
    const rest = content.length - at;
    const bits = ((content[at] ?? 0) << 16) | ((content[at + 1] ?? 0) << 8) | (content[at + 2] ?? 0);
    text += alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63);
    if (rest > 1) text += alphabet.charAt((bits >> 6) & 63);
    if (rest > 2) text += alphabet.charAt(bits & 63);
  }
  // Four characters hold three bytes; only who leaves padding out has another number of them.
  const isPadded = bytes[end - 1] === PADDING || (end - start) % 4 === 0;
  return isPadded ? text + "=".repeat((4 - (text.length % 4)) % 4) : text;
}

function decoded(bytes: Uint8Array, start: number, end: number): Uint8Array | undefined {
  const out = new Uint8Array(Math.floor(((end - start) * 3) / 4));
  let size = 0;
  let bits = 0;
  let held = 0;
  for (let at = start; at < end; at += 1) {
    const value = VALUES[bytes[at] as number] as number;
    if (value === 255) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out[size] = (bits >> held) & 0xff;
      size += 1;
    }
  }
  return out.subarray(0, size);
}

/** No control characters but those of lines, and UTF-8 as a whole where the end is the end. */
function isText(content: Uint8Array | undefined, isWhole: boolean): boolean {
  if (content === undefined || content.length < 6) return false;
  let wide = 0;
  for (const byte of content) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f) return false;
    if (byte >= 0x80) wide += 1;
  }
  if (wide === 0) return true;
  if (!isWhole) return wide * 2 < content.length || couldBeUtf8(content);
  try {
    utf8.decode(content);
    return true;
  } catch {
    return false;
  }
}

function couldBeUtf8(content: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content, { stream: true });
    return true;
  } catch {
    return false;
  }
}
