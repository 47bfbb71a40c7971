/**
 * Visible lines -> **canonical text** -> judged
 *
 * Letters and digits without markup, punctuation, case and spaces. Kept of the rest is what carries
 * meaning by itself: what stands between two digits (1.5 is not 15), per cent and currencies, less
 * and more, ticks and crosses, empty cells of a table, struck-out text, and a stop or a comma beside a
 * word that turns the meaning ("no. Exceptions apply" is not "no exceptions apply").
 */
import { TURNING_WORDS } from "./data/words.ts";
import { type VisibleLine, visibleLines } from "./visible.ts";

/** Classes of code units. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SYMBOL = 3;
const STOP = 4;
const COMMA = 5;
/** Scripts that are written without spaces: two signs are counted as a word. */
const SIGN = 6;
const UNKNOWN = 255;

const KINDS = new Uint8Array(65_536).fill(UNKNOWN);
const TURNING = new Set(TURNING_WORDS);
const MIN_TURNING = Math.min(...TURNING_WORDS.map((word) => word.length));
const MAX_TURNING = Math.max(...TURNING_WORDS.map((word) => word.length));
/** By the first two letters: most words need no look-up. */
const BEGINNINGS = new Uint8Array(65_536);
for (const word of TURNING_WORDS) BEGINNINGS[beginning(word, 0)] = 1;
const MAX_PARTS = 8192;
const TICK = 0x2713;
const CROSS = 0x2717;
const SAME: Readonly<Record<string, number>> = {
  "✓": TICK,
  "✔": TICK,
  "☑": TICK,
  "✅": TICK,
  "✗": CROSS,
  "✘": CROSS,
  "☒": CROSS,
  "❌": CROSS,
  "☐": 0x2610,
};

export interface Canonical {
  readonly text: string;
  readonly words: number;
  /** Letters of the Latin script, and of all. */
  readonly latin: number;
  readonly letters: number;
}

/** The canonical text of a Markdown text; equal for two that differ in form only. */
export function canonicalOf(markdown: string): string {
  return canonicalOfLines(visibleLines(markdown)).text;
}

export function canonicalOfLines(lines: Iterable<Pick<VisibleLine, "text">>): Canonical {
  let chunks = "";
  let parts: string[] = [];
  let [words, signs, latin, letters] = [0, 0, 0, 0];
  let isWord = false;
  /** Kind of the last code unit that was kept. */
  let last = OTHER;
  /** Class of the first stop or comma since the last word. */
  let mark = OTHER;
  let wasTurning = false;
  for (const { text: line } of lines) {
    // A line's end stands between digits as a space does.
    let gap = last === DIGIT ? " " : "";
    isWord = false;
    if (parts.length > MAX_PARTS) {
      chunks += parts.join("");
      parts = [];
    }
    let wordAt = -1;
    let from = -1;
    const first = line.search(/\S/);
    const isRow = line[first] === "|";
    let cellAt = -1;
    for (let at = 0; at <= line.length; at += 1) {
      const code = at < line.length ? line.charCodeAt(at) : 0x0a;
      let kind = KINDS[code] as number;
      if (kind === UNKNOWN) kind = kindOf(code);
      if (kind === LETTER || kind === DIGIT || kind === SIGN) {
        if (!isWord) {
          isWord = true;
          words += 1;
          wordAt = at;
        }
        if (from < 0) {
          if (kind === DIGIT && last === DIGIT && gap !== "") parts.push(gap);
          if (wasTurning && mark !== OTHER) parts.push(mark === STOP ? "." : ",");
          from = at;
          wasTurning = false;
        }
        if (kind === LETTER) {
          letters += 1;
          if (code < 0x250) latin += 1;
        } else if (kind === SIGN) {
          letters += 1;
          signs += 1;
        }
        last = kind;
        cellAt = -1;
        continue;
      }
      if (from >= 0) {
        const word = line.slice(from, at);
        parts.push(word);
        from = -1;
        gap = "";
        // An apostrophe does not end a word: "don't".
        if (code === 0x27 || code === 0x2019) continue;
        wasTurning = isTurning(line, wordAt, at);
        if (wasTurning && mark !== OTHER) parts.push(mark === STOP ? "." : ",");
        mark = OTHER;
      }
      if (code === 0x27 || code === 0x2019) continue;
      isWord = false;
      if (last === DIGIT) gap = gapOf(gap, code, kind);
      if ((kind === STOP || kind === COMMA) && mark === OTHER) mark = kind;
      if (kind === SYMBOL) {
        const sign = symbolAt(line, at, code, at === first);
        if (sign !== "") parts.push(sign);
        cellAt = -1;
      } else if (code === 0x2d /* - */) {
        cellAt = -1;
      } else if (isRow && code === 0x7c /* | */) {
        if (cellAt >= 0 && at < line.length - 1) parts.push("|");
        cellAt = at;
      }
    }
  }
  return { text: chunks + parts.join(""), words: words + (signs >> 1), latin, letters };
}

function beginning(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff);
}

function isTurning(line: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < MIN_TURNING || length > MAX_TURNING + 1) return false;
  if (BEGINNINGS[beginning(line, start)] === 0) return false;
  const word = line.slice(start, end);
  return TURNING.has(word.includes("'") || word.includes("’") ? word.replace(/['’]/g, "") : word);
}

/** What is kept between two digits: one sign if it is all that stands there, else a space. */
function gapOf(gap: string, code: number, kind: number): string {
  if (gap !== "") return " ";
  if (code >= 0x2010 && code <= 0x2015) return "-";
  if (code === 0x2d || code === 0x2f || code === 0x3a) return String.fromCharCode(code);
  if (kind === STOP || kind === COMMA) return String.fromCharCode(code);
  return " ";
}

/** A sign that means something where it stands, or an empty string. */
function symbolAt(line: string, at: number, code: number, isFirst: boolean): string {
  if (code === 0x3c /* < */ || code === 0x3e /* > */ || code === 0x2b /* + */) {
    // A quotation begins with `>`, an item of a list with `+ `.
    const isNumber = /^\s?[0-9]/.test(line.slice(at + 1, at + 3));
    const isBehind = /[0-9]$/.test(line.slice(Math.max(0, at - 1), at));
    return (isNumber || isBehind) && !isFirst ? String.fromCharCode(code) : "";
  }
  if (code === 0x7e /* ~ */) return line.charCodeAt(at + 1) === 0x7e ? "~" : "";
  const sign = String.fromCharCode(code);
  const same = SAME[sign];
  return same === undefined ? sign : String.fromCharCode(same);
}

function kindOf(code: number): number {
  const sign = String.fromCharCode(code);
  const kind = classOf(sign, code);
  KINDS[code] = kind;
  return kind;
}

function classOf(sign: string, code: number): number {
  // Halves of a pair: letters of rare scripts, and emoji, which are taken for such.
  if (code >= 0xd800 && code <= 0xdfff) return LETTER;
  if (/\p{Nd}/u.test(sign)) return DIGIT;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(sign)) return SIGN;
  if (/[\p{L}\p{N}\p{M}]/u.test(sign)) return code >= 0xfe00 && code <= 0xfe0f ? OTHER : LETTER;
  if (/[\p{Sc}%‰<>+~=≤≥≠±§✓✔☑✅✗✘☒❌☐]/u.test(sign)) return sign === "=" ? OTHER : SYMBOL;
  if (/[.!?。！？]/u.test(sign)) return STOP;
  if (/[,;:()，；：、（）]/u.test(sign)) return COMMA;
  return OTHER;
}
