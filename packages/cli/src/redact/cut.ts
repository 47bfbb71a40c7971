/**
 * Where bytes may be cut so that nothing that would be found lies on both sides
 *
 * Lines of JSON are cut at their ends. Plain text is cut between paragraphs where it can be, since an
 * address runs over lines, and never inside a key's block. A line too long to be held is cut in the
 * widest gap between two findings.
 */
import type { Engine, LineFormat } from "./engine.ts";

export interface Sizes {
  /** Bytes that are usually given to the engine at once. */
  readonly piece: number;
  /** A line up to this long is one piece, however long pieces usually are. */
  readonly line: number;
}

export const SIZES: Sizes = { piece: 1024 * 1024, line: 16 * 1024 * 1024 };
/** No line is cut, and memory grows with the longest one. */
export const WHOLE_LINES: Sizes = { ...SIZES, line: Number.POSITIVE_INFINITY };

/** How far back a better place to cut is looked for. */
const WINDOW = 64 * 1024;
/** What stands this near may be why something is found. */
const CONTEXT = 256;

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const BACKSLASH = 0x5c;
const QUOTE = 0x22;
/** `\u` and four digits, twice for a pair. */
const LONGEST_ESCAPE = 12;

const BEGIN = Buffer.from("-----BEGIN ");
const END = Buffer.from("-----END ");

/** The end of the last whole line in `bytes`, or 0 without one. */
export function lineCut(bytes: Uint8Array): number {
  return bytes.lastIndexOf(NEWLINE) + 1;
}

/** The best place for plain text at the latest at the last line's end, or 0 where there is none. */
export function textCut(bytes: Uint8Array): number {
  const last = lineCut(bytes);
  const from = Math.max(0, last - WINDOW);
  const paragraph = paragraphCut(bytes, from, last);
  return outsideBlock(bytes, paragraph > 0 ? paragraph : last);
}

/** After the last empty line in the range. */
function paragraphCut(bytes: Uint8Array, from: number, to: number): number {
  for (let at = to - 1; at > from; at -= 1) {
    if (bytes[at] !== NEWLINE) continue;
    const before = bytes[at - 1] === RETURN ? at - 2 : at - 1;
    if (bytes[before] === NEWLINE) return at + 1;
  }
  return 0;
}

/** A key's block that is open at `cut` is moved to the other side, if it is not all there is. */
export function outsideBlock(bytes: Uint8Array, cut: number): number {
  const from = Math.max(0, cut - WINDOW);
  const near = Buffer.from(bytes.buffer, bytes.byteOffset + from, cut - from);
  const open = near.lastIndexOf(BEGIN);
  if (open < 0 || near.indexOf(END, open) >= 0) return cut;
  const line = near.lastIndexOf(NEWLINE, open) + 1;
  return line === 0 && from > 0 ? cut : from + line;
}

/**
 * A place in a line without an end, in the last part of `bytes`.
 * @param isInString the bytes begin inside a JSON string
 */
export function longLineCut(
  bytes: Uint8Array,
  format: LineFormat,
  isInString: boolean,
  engine: Engine,
): number {
  const from = characterStart(bytes, bytes.length - Math.min(WINDOW, bytes.length >> 1));
  const near = bytes.subarray(from);
  const isOpen = format === "jsonl" && inString(bytes.subarray(0, from), isInString);
  const lead = isOpen ? 1 : 0;
  const looked = isOpen ? Buffer.concat([Buffer.of(QUOTE), near]) : Buffer.from(near);
  const found: { start: number; end: number }[] = [];
  engine.lines(looked, format, {
    onFinding: ({ start, end }) => found.push({ start: start - lead, end: end - lead }),
  });
  const margin = Math.min(CONTEXT, near.length >> 2);
  const gap = widestGap(found, margin, near.length - margin);
  return from + Math.max(1, placeIn(near, gap.start, gap.end));
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

function widestGap(found: readonly Gap[], from: number, to: number): Gap {
  let best: Gap = { start: from, end: from };
  let at = from;
  for (const { start, end } of [...found, { start: to, end: to }]) {
    if (Math.min(start, to) - at > best.end - best.start) best = { start: at, end: Math.min(start, to) };
    at = Math.max(at, end);
  }
  return best;
}

/** Near the middle of the gap: after a space, else where neither a character nor an escape is cut. */
function placeIn(bytes: Uint8Array, start: number, end: number): number {
  const middle = Math.floor((start + end) / 2);
  for (let step = 0; step <= (end - start) / 2; step += 1) {
    for (const at of [middle + step, middle - step]) if (bytes[at - 1] === SPACE) return at;
  }
  return encodedPlace(bytes, outsideEscape(bytes, characterStart(bytes, middle)));
}

/** Four characters of base64 are three bytes: cut between fours, both parts can still be read. */
function encodedPlace(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && isBase64(bytes[start - 1] ?? 0)) start -= 1;
  return at - ((at - start) % 4);
}

function isBase64(byte: number): boolean {
  const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
  return isLetter || (byte >= 0x30 && byte <= 0x39) || [0x2b, 0x2f, 0x2d, 0x5f].includes(byte);
}

function outsideEscape(bytes: Uint8Array, at: number): number {
  const from = Math.max(0, at - LONGEST_ESCAPE);
  for (let first = at - 1; first >= from; first -= 1) {
    if (bytes[first] !== BACKSLASH) continue;
    while (first > 0 && bytes[first - 1] === BACKSLASH) first -= 1;
    return outsideEscape(bytes, first);
  }
  return at;
}

function characterStart(bytes: Uint8Array, at: number): number {
  let start = Math.max(0, at);
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}

/** Whether a JSON string is open after these bytes. */
export function inString(bytes: Uint8Array, isOpen: boolean): boolean {
  let isIn = isOpen;
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) isIn = !isIn;
  }
  return isIn;
}
