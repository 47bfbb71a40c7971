/**
 * "ghp_{alnum:36}" -> **KeyPattern** -> where a key begins and ends
 *
 * The forms of keys are data, so their language is small: fixed text, and `{alphabet:count}`,
 * `{alphabet:fewest-most}` or `{alphabet:fewest-}`. Each part takes all it can and gives nothing
 * back, so a match takes one step per byte, whatever the text.
 */
import { is, WORD } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import { ALPHABETS, isAlphabet } from "./alphabet.ts";

/** Longest open part. Keys that hold signed claims come near it. */
const LONGEST = 4096;
/** A part that may be longer must not begin within itself. */
const MAY_REPEAT = 64;

type Part =
  | { readonly literal: Uint8Array }
  | { readonly table: Uint8Array; readonly min: number; readonly max: number };

export interface KeyPattern {
  /** The longest fixed text: where the scanner stops. */
  readonly anchor: string;
  /** Parts before the anchor, the nearest first, and after it. */
  readonly before: readonly Part[];
  readonly after: readonly Part[];
  /** The form is unmistakable only if nothing of base64 stands before it. */
  readonly isBare: boolean;
  /** The fixed text is a host and path, which a longer host may end in. */
  readonly isAddress: boolean;
  /** Bytes of the last part; a key that would go on in them is another thing. */
  readonly last: Uint8Array | undefined;
  /** Bytes of the first part after the anchor, if that part may be long. */
  readonly open: Uint8Array | undefined;
}

export interface Match {
  start: number;
  end: number;
}

const encoder = new TextEncoder();
const PART = /\{(\w+):(\d+)(-?)(\d*)\}|[^{]+/g;

export function keyPattern(source: string): KeyPattern {
  const parts: Part[] = [];
  let anchor = "";
  let anchorAt = -1;
  for (const [whole, alphabet, fewest, dash, most] of source.matchAll(PART)) {
    if (alphabet === undefined) {
      if (whole.length > anchor.length) {
        anchor = whole;
        anchorAt = parts.length;
      }
      parts.push({ literal: encoder.encode(whole) });
      continue;
    }
    if (!isAlphabet(alphabet)) throw new RangeError(`no alphabet \`${alphabet}\` in \`${source}\``);
    const min = Number(fewest);
    const max = dash === "" ? min : most === "" ? LONGEST : Number(most);
    parts.push({ table: ALPHABETS[alphabet], min, max });
  }
  if (anchorAt < 0) throw new RangeError(`no fixed text in \`${source}\``);
  const first = parts[anchorAt + 1];
  const lastPart = parts[parts.length - 1];
  return {
    anchor,
    before: parts.slice(0, anchorAt).reverse(),
    after: parts.slice(anchorAt + 1),
    isAddress: anchor.includes(".com/"),
    isBare: anchorAt === 0 && /[A-Za-z0-9]$/.test(anchor),
    last: lastPart !== undefined && "table" in lastPart ? lastPart.table : undefined,
    open: first !== undefined && "table" in first && first.max > MAY_REPEAT ? first.table : undefined,
  };
}

/** Whether the pattern stands around the anchor at `[from, to)`; writes into `match` where. */
export function matchKey(text: Text, from: number, to: number, pattern: KeyPattern, match: Match): boolean {
  const { bytes } = text;
  let start = from;
  for (const part of pattern.before) {
    start = backward(bytes, start, text.start, part);
    if (start < 0) return false;
  }
  if (start > text.start && !pattern.isAddress) {
    if (is(bytes, start - 1, WORD)) return false;
    const previous = bytes[start - 1] as number;
    if (previous === DOT || (pattern.isBare && (previous === PLUS || previous === SLASH))) return false;
    // Else a text of nothing but beginnings would be read again from each of them.
    if (previous !== EQUALS && pattern.open !== undefined && pattern.open[previous] === 1) return false;
  }
  let end = to;
  for (const part of pattern.after) {
    end = forward(bytes, end, text.end, part);
    if (end < 0) return false;
  }
  if (end < text.end) {
    const next = bytes[end] as number;
    if (is(bytes, end, WORD) || (pattern.last !== undefined && pattern.last[next] === 1)) return false;
  }
  // A full stop behind a key ends the sentence.
  while (bytes[end - 1] === DOT && end - 1 > to) end -= 1;
  match.start = start;
  match.end = end;
  return true;
}

const PLUS = 0x2b;
const EQUALS = 0x3d;
const DOT = 0x2e;
const SLASH = 0x2f;

function forward(bytes: Uint8Array, from: number, limit: number, part: Part): number {
  if ("literal" in part) {
    for (let index = 0; index < part.literal.length; index += 1) {
      if (from + index >= limit || bytes[from + index] !== part.literal[index]) return -1;
    }
    return from + part.literal.length;
  }
  const stop = Math.min(limit, from + part.max);
  let at = from;
  while (at < stop && part.table[bytes[at] as number] === 1) at += 1;
  return at - from < part.min ? -1 : at;
}

function backward(bytes: Uint8Array, from: number, limit: number, part: Part): number {
  if ("literal" in part) {
    const start = from - part.literal.length;
    return start >= limit && forward(bytes, start, from, part) >= 0 ? start : -1;
  }
  const stop = Math.max(limit, from - part.max);
  let at = from;
  while (at > stop && part.table[bytes[at - 1] as number] === 1) at -= 1;
  return from - at < part.min ? -1 : at;
}
