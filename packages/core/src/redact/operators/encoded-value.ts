/**
 * A value as it stands in the text <-> the value itself: `a%40example.org` is `a@example.org`
 *
 * Whatever depends on the value (a hash, a pseudonym, a number) is taken of what it says, not of how
 * it is written; and a pseudonym is written as the value was, so that a URL stays one.
 */
import { decodeEscapes } from "../encoded/decode.ts";
import { textOf } from "../scan/text.ts";

/** As deep as encoded parts are looked into. */
const MAX_DEPTH = 3;
const MAY_BE_ENCODED = /%[\da-f]{2}|&#|\\[ux]/i;
const PERCENT = /%[\da-f]{2}/gi;
const ENTITY = /&#/;
const MARKUP = /[&<>"]/g;
const decoder = new TextDecoder();

/** The value without percent-encoding, entities and escapes; itself where it has none. */
export function decodedOf(value: string): string {
  let text = value;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const inner = undone(text);
    if (inner === undefined) break;
    text = inner;
  }
  return text;
}

/** `written`, encoded as `value` is. */
export function encodedLike(value: string, written: string): string {
  return encodedTo(value, written, 0);
}

function encodedTo(value: string, written: string, depth: number): string {
  const inner = depth < MAX_DEPTH ? undone(value) : undefined;
  if (inner === undefined) return written;
  const text = encodedTo(inner, written, depth + 1);
  if (value.search(PERCENT) >= 0) {
    const raw = value.replace(PERCENT, "");
    return [...text].map((char) => (char !== "%" && raw.includes(char) ? char : percent(char))).join("");
  }
  return ENTITY.test(value) ? text.replace(MARKUP, (char) => `&#${char.charCodeAt(0)};`) : text;
}

function percent(char: string): string {
  return encodeURIComponent(char.isWellFormed() ? char : "\ufffd");
}

function undone(value: string): string | undefined {
  if (!MAY_BE_ENCODED.test(value)) return undefined;
  const { bytes, start, end } = textOf(value);
  const decoded = decodeEscapes(bytes, start, end);
  return decoded && decoder.decode(decoded.text.bytes.subarray(decoded.text.start, decoded.text.end));
}
