/**
 * A model's spans -> **known values**, each once, as the redactor can find them
 *
 * The redactor looks for whole words, in texts where an escape stands for a quote or the end of a
 * line. So a span is widened to whole words, and cut where such a sign is in it: a value that cannot
 * be found would be a name left in the text.
 */
import type { EntityType, KnownValue } from "@proviso/core/redact";
import type { MarkedSpan } from "./span-model.ts";

/** As core sees it: outside ASCII all that is no space, mark or symbol. */
const WORD =
  /[\p{L}\p{M}\p{N}]|[^\0-\x7f\x80-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u2bff\u3000-\u303f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uffef\u{1f000}-\u{1ffff}]/u;
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const CUTS = /(?:[^\S ]|[\p{Cc}"\\])+/u;
const EDGES = /^[^\p{L}\p{M}\p{N}]+|(?:['’]s)?[^\p{L}\p{M}\p{N}]*$/gu;
/** Nobody's name goes on further without a space. */
const WIDEST = 64;

export function knownValues(
  text: string,
  spans: readonly MarkedSpan[],
  typeOf: (label: string) => EntityType | undefined,
): readonly KnownValue[] {
  const known = new Map<string, KnownValue>();
  for (const { label, start, end, score } of spans) {
    const type = typeOf(label);
    if (type === undefined) continue;
    for (const value of valuesAt(text, start, end)) {
      const key = `${type} ${value}`;
      if (score > (known.get(key)?.score ?? -1)) known.set(key, { type, value, score });
    }
  }
  return [...known.values()];
}

function valuesAt(text: string, from: number, to: number): readonly string[] {
  return text
    .slice(wordStart(text, from), wordEnd(text, to))
    .split(CUTS)
    .map((part) => part.replace(EDGES, ""))
    .filter((part) => [...part].length > 1);
}

function wordStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < WIDEST && isWord(text, start)) {
    const before = characterBefore(text, start);
    if (!WORD.test(before)) break;
    start -= before.length;
    // One of them is enough to be found: the next character may be another word.
    if (UNSPACED.test(before)) break;
  }
  return start;
}

function wordEnd(text: string, to: number): number {
  let end = to;
  while (end < text.length && end - to < WIDEST && WORD.test(characterBefore(text, end))) {
    const next = String.fromCodePoint(text.codePointAt(end) ?? 0);
    if (!WORD.test(next) || UNSPACED.test(characterBefore(text, end))) break;
    end += next.length;
    if (UNSPACED.test(next)) break;
  }
  return end;
}

/** Whether a word goes on at `at` that may have begun before. */
function isWord(text: string, at: number): boolean {
  const next = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return WORD.test(next) && !UNSPACED.test(next);
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? at - 2 : at - 1, at);
}
