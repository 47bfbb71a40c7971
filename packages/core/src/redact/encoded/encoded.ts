/**
 * Parts of a text in another encoding: percent-encoding, escapes, entities, base64
 *
 * `john%40example.com` and `am9obkBleGFtcGxlLmNvbQ==` are the same address. These recognizers report
 * where such a part stands; `decode` says what it holds. Each part is reported once, at its first
 * escape or token, so that the time stays linear in a text that is nothing else.
 */
import type { Emit, Recognizer } from "../recognizers/recognizer.ts";
import { ALNUM, CLASS, HEX, is, WIDE } from "../scan/bytes.ts";
import type { Text } from "../scan/text.ts";

export const ESCAPED = "escaped";
export const BASE64 = "base64";

/** Shorter ones hold nothing that would be found: 16 characters are 12 bytes. */
const MIN_BASE64 = 16;
const MIN_TOKEN = 8;
/** A part ends where no escape has come for as long. */
const REACH = 256;

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const ESCAPED_PART = tableOf("._~%+-&#;\\@:'");
const BASE64_PART = tableOf("+/-_=");

function tableOf(more: string): Uint8Array {
  const table = Uint8Array.from(CLASS, (classes) => ((classes & (ALNUM | WIDE)) === 0 ? 0 : 1));
  for (const character of more) table[character.charCodeAt(0)] = 1;
  return table;
}

/** `%40`, `&#64;`, `\u0040`, `\x40`. Quoted-printable is left out: `=40` is in every formula. */
export const escapedParts: Recognizer = {
  name: "escaped-parts",
  types: [ESCAPED],
  regions: true,
  literals: [{ text: "%" }, { text: "&#" }, { text: "\\u" }, { text: "\\x" }],
  atLiteral(text: Text, at: number, end: number, literal: number, emit: Emit): void {
    const { bytes } = text;
    if (literal !== 1 && !(is(bytes, end, HEX) && is(bytes, end + 1, HEX))) return;
    let start = at;
    while (start > text.start && at - start < REACH && ESCAPED_PART[bytes[start - 1] ?? 0] === 1) {
      start -= 1;
      if (isEscape(bytes[start])) return;
    }
    let stop = end;
    let last = end;
    while (stop < text.end && stop - last < REACH && ESCAPED_PART[bytes[stop] ?? 0] === 1) {
      if (isEscape(bytes[stop])) last = stop;
      stop += 1;
    }
    emit(ESCAPED, start, stop, 1, "structure");
  },
};

function isEscape(byte: number | undefined): boolean {
  return byte === PERCENT || byte === AMPERSAND || byte === BACKSLASH;
}

export const base64Parts: Recognizer = {
  name: "base64-parts",
  types: [BASE64],
  regions: true,
  token: { min: MIN_TOKEN, max: 256 },
  atToken(text: Text, at: number, tokenEnd: number, emit: Emit): void {
    const { bytes } = text;
    let start = at;
    let letters = 0;
    while (start > text.start && BASE64_PART[bytes[start - 1] ?? 0] === 1) {
      start -= 1;
      letters = is(bytes, start, ALNUM) ? letters + 1 : 0;
      // An earlier token has reported the part, or would have.
      if (letters >= MIN_TOKEN || at - start >= REACH) return;
    }
    let end = tokenEnd;
    while (end < text.end && BASE64_PART[bytes[end] ?? 0] === 1) end += 1;
    if (end - start >= MIN_BASE64) emit(BASE64, start, end, 1, "structure");
  },
};
