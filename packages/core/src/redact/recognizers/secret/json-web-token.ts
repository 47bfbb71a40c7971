/**
 * JSON web tokens (RFC 7519): three parts of base64url, of which the first is JSON that names an
 * algorithm. Also those with five parts (RFC 7516), cut off before the signature, or wrapped in base64.
 */
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { ALPHABETS } from "./alphabet.ts";

const MAX_PARTS = 5;
const DOT = 0x2e;
/** Bytes of the header that are decoded to see what it is. */
const SAMPLE = 128;
/** Signatures and encrypted parts have at least so many characters. */
const FEWEST = 10;

const TOKEN = 0;

export const jsonWebToken: Recognizer = {
  name: "json-web-token",
  types: ["JWT"],
  literals: [
    { text: "eyJ", wordStart: true },
    { text: "ZXlK", wordStart: true },
  ],
  atLiteral(text: Text, start: number, _end: number, literal: number, emit: Emit): void {
    const { bytes } = text;
    // Within a longer value it is part of that; this also keeps a text of nothing but beginnings cheap.
    if (start > text.start && ALPHABETS.dotted[bytes[start - 1] as number] === 1) return;
    if (literal === TOKEN) token(text, start, emit);
    else wrapped(text, start, emit);
  },
};

function token({ bytes, end }: Text, start: number, emit: Emit): void {
  let at = start;
  let parts = 0;
  let headerEnd = start;
  let stop = start;
  while (parts < MAX_PARTS) {
    const part = at;
    while (at < end && ALPHABETS.url[bytes[at] as number] === 1) at += 1;
    if (parts === 0) headerEnd = at;
    while (at < end && bytes[at] === 0x3d && at - part < 65_536) at += 1;
    // `alg: none` has an empty signature; a full stop may end the sentence instead.
    if (at > part) stop = at;
    parts += 1;
    if (at >= end || bytes[at] !== DOT) break;
    at += 1;
  }
  if (parts < 2 || headerEnd - start < 15 || stop - headerEnd < FEWEST) return;
  if (!isHeader(bytes, start, headerEnd)) return;
  emit("JWT", start, stop, parts >= 3 ? 0.99 : 0.9, "structure");
}

const NAMES = ['"alg"', '"typ"', '"enc"', '"kid"', '"cty"', '"x5t"', '"jku"'];

function isHeader(bytes: Uint8Array, start: number, end: number): boolean {
  const head = decoded(bytes, start, Math.min(end, start + SAMPLE));
  return head.startsWith("{") && NAMES.some((name) => head.includes(name));
}

/** base64url as characters of one byte; empty if it is none. */
function decoded(bytes: Uint8Array, start: number, end: number): string {
  const whole = end - ((end - start) % 4);
  const text = String.fromCharCode(...bytes.subarray(start, whole))
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  try {
    return atob(text);
  } catch {
    return "";
  }
}

function wrapped({ bytes, end }: Text, start: number, emit: Emit): void {
  let at = start;
  while (at < end && ALPHABETS.base64pad[bytes[at] as number] === 1) at += 1;
  if (at - start < 80) return;
  const inner = decoded(bytes, start, start + 80);
  if (/^eyJ[\w-]{16,}/.test(inner) && decoded(new TextEncoder().encode(inner), 0, 16).startsWith('{"')) {
    emit("JWT", start, at, 0.95, "structure");
  }
}
