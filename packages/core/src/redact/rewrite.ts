/**
 * Spans x Replacer -> the text with every span replaced
 *
 * A replacement never breaks what is around it: no quote, backslash or control character goes in; no
 * separator that was not there (rows of CSV keep their columns); what stands for a number that is bare in
 * JSON is put in quotes, unless it is a number too.
 */
import { encodeBase64Like } from "./encoded/base64.ts";
import { applyEdits, type Edit } from "./lane/edits.ts";
import type { LocatedSpan } from "./locate/locate.ts";
import { tagOf } from "./operators/tag.ts";
import type { Role } from "./profile/profile.ts";
import { CLASS, DIGIT, SPACE } from "./scan/bytes.ts";
import type { Text } from "./scan/text.ts";

/**
 * What to write for a value in a message of the role; undefined leaves it.
 * @param exact the value with what the view of JSON has blanked; given where that is another text
 */
export type Replace = (
  type: string,
  value: string,
  role: Role | undefined,
  exact?: string,
) => string | undefined;

/** Passes after which only tags are written: what two replacements make together may be a value again. */
const PATIENCE = 2;

/** @param pass counts from 0: how often the document has been read before */
export function replaceIn(pass: number, replace: Replace): Replace {
  if (pass <= PATIENCE) return replace;
  return (type, value, role) => (replace(type, value, role) === undefined ? undefined : tagOf(type));
}

const decoder = new TextDecoder();
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get in
const BREAKING = /["\\\u0000-\u001f\u007f\u2028\u2029]/g;
const SEPARATORS = /[,;|]/g;
const JSON_NUMBER = /^(?:0|[1-9]\d*)$/;
const COLON = 0x3a;
const ENDS = new Set([0x2c, 0x7d, 0x5d]);
const QUOTES = new Set([0x22, 0x27]);

export function stringOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 40) return decoder.decode(bytes.subarray(start, end));
  let text = "";
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** What to write in the place of a span, or undefined to leave it. */
export function replacementOf(
  text: Text,
  span: LocatedSpan,
  replace: Replace,
  exact?: string,
): string | undefined {
  const { bytes } = text;
  const { inner } = span;
  if (span.isTail === true) return "";
  if (inner !== undefined && inner.size === span.end - span.start) {
    const like = (content: Uint8Array): string => encodeBase64Like(content, bytes, span.start, span.end);
    const { bytes: held, start, end } = inner.text;
    if (like(held.subarray(start, end)) === stringOf(bytes, span.start, span.end)) {
      return like(rewrite(inner.text, inner.spans, replace));
    }
    return wholeOf(text, span, inner.spans, replace);
  }
  const value = stringOf(bytes, span.start, span.end);
  const written = replace(span.type, value, span.role, exact);
  if (written === undefined || written === value) return undefined;
  return safe(written, value);
}

/**
 * Base64 whose last character has bits that encode nothing: what is in it cannot be written back as it
 * was, so the part is one value, of the first type that is replaced.
 */
function wholeOf(
  { bytes }: Text,
  { start, end }: LocatedSpan,
  spans: readonly LocatedSpan[],
  replace: Replace,
): string | undefined {
  const value = stringOf(bytes, start, end);
  for (const { type, role } of spans) {
    const written = replace(type, value, role);
    if (written !== undefined) return safe(written, value);
  }
  return undefined;
}

function safe(written: string, value: string): string {
  let text = written;
  // Tested first: nearly no replacement holds any of these.
  if (BREAKING.test(text)) text = text.replace(BREAKING, " ");
  BREAKING.lastIndex = 0;
  if (SEPARATORS.test(text)) {
    text = text.replace(SEPARATORS, (separator) => (value.includes(separator) ? separator : " "));
  }
  SEPARATORS.lastIndex = 0;
  return text;
}

/** The document's bytes with its spans replaced. */
function rewrite(text: Text, spans: readonly LocatedSpan[], replace: Replace): Uint8Array {
  const edits: Edit[] = [];
  for (const span of spans) {
    const written = replacementOf(text, span, replace);
    if (written === undefined) continue;
    const quoted = isBareNumber(text, span) ? bareValueOf(written) : written;
    edits.push({ from: span.start - text.start, to: span.end - text.start, text: quoted, span });
  }
  return applyEdits(text.bytes.subarray(text.start, text.end), edits).bytes;
}

/** What stands where JSON has a number: a number stays one, all else is a string. */
export function bareValueOf(written: string): string {
  return JSON_NUMBER.test(written) ? written : `"${written}"`;
}

/**
 * Whether the span is a number where JSON expects a value: `"card": 4111111111111111,`. Quotes may
 * be those of JSON inside a string.
 */
export function isBareNumber({ bytes, start: first, end: last }: Text, { start, end }: LocatedSpan): boolean {
  for (let at = start; at < end; at += 1) {
    if (((CLASS[bytes[at] as number] ?? 0) & DIGIT) === 0) return false;
  }
  let before = start - 1;
  while (before >= first && ((CLASS[bytes[before] as number] ?? 0) & SPACE) !== 0) before -= 1;
  if (before < first + 1 || bytes[before] !== COLON) return false;
  do before -= 1;
  while (before >= first && ((CLASS[bytes[before] as number] ?? 0) & SPACE) !== 0);
  if (before < first || !QUOTES.has(bytes[before] as number)) return false;
  let after = end;
  while (after < last && ((CLASS[bytes[after] as number] ?? 0) & SPACE) !== 0) after += 1;
  return after < last && ENDS.has(bytes[after] as number);
}
