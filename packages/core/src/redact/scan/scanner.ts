/**
 * Text -> **Spans**
 *
 * Recognizers are asked only where the pair table says that something of theirs might stand. Every
 * byte is looked at once; recognizers look at bounded surroundings. So the time is linear in the
 * text, whatever it holds.
 */
import type { Recognizer } from "../recognizers/recognizer.ts";
import { ALNUM, CLASS, is, isBoundary, lower } from "./bytes.ts";
import { candidates } from "./candidates.ts";
import { MAX_DIGITS, newRun, readRun } from "./number-run.ts";
import { type Anchor, CAPITAL, LITERAL, MIXED, NUMBER, type Pairs, pairsOf } from "./pairs.ts";
import { resolve, type Span } from "./resolve.ts";
import { HARD, type Text } from "./text.ts";

/** Tokens longer than this are asked about as if they were this long. */
const LONGEST_TOKEN = 256;

/** Looks at a whole document, once, after the recognizers: names, custom patterns, encoded parts. */
export interface Finder {
  /**
   * MUST take time linear in the document.
   * @param capitals offsets at which a word begins with a capital or a letter outside ASCII; only
   *   the first `count` entries are valid
   * @param spans what the recognizers have found, in no order
   */
  find(
    text: Text,
    capitals: Int32Array,
    count: number,
    spans: readonly Span[],
    emit: (span: Span) => void,
  ): void;
}

export class Scanner {
  readonly #pairs: Pairs;
  readonly #finders: readonly Finder[];
  /** By number of digits: whom to ask about a run with as many. */
  readonly #byDigits: readonly (readonly Recognizer[])[];
  /** By number of bytes: whom to ask about a token as long. */
  readonly #byToken: readonly (readonly Recognizer[])[];
  readonly #run = newRun();
  #places = new Int32Array(0);
  #capitals = new Int32Array(0);
  #spans: Span[] = [];
  /** Whose findings are being reported. */
  #asked = "";

  constructor(recognizers: readonly Recognizer[], finders: readonly Finder[] = []) {
    this.#pairs = pairsOf(recognizers);
    this.#finders = finders;
    this.#byDigits = Array.from({ length: MAX_DIGITS + 1 }, (_, total) =>
      recognizers.filter((one) => one.digits !== undefined && one.digits.min <= total),
    );
    this.#byToken = Array.from({ length: LONGEST_TOKEN + 1 }, (_, size) =>
      recognizers.filter(
        ({ token }) => token !== undefined && token.min <= size && size <= Math.min(token.max, LONGEST_TOKEN),
      ),
    );
  }

  /** What is found in the document, by position, without overlaps. */
  scan(text: Text): readonly Span[] {
    const size = text.end - text.start;
    if (this.#places.length < size) {
      this.#places = new Int32Array(size);
      this.#capitals = new Int32Array(size);
    }
    const count = candidates(text, this.#pairs.table, this.#places);
    this.#spans = [];
    const capitals = this.#ask(text, count);
    for (const finder of this.#finders) finder.find(text, this.#capitals, capitals, this.#spans, this.#keep);
    return resolve(this.#spans, text.bytes);
  }

  readonly #keep = (span: Span): void => {
    this.#spans.push(span);
  };

  readonly #emit = (
    type: string,
    start: number,
    end: number,
    score: number,
    validation: Span["validation"],
  ): void => {
    this.#spans.push({ type, start, end, score, validation, recognizer: this.#asked });
  };

  /** Goes through the candidates; returns how many capitals were noted. */
  #ask(text: Text, count: number): number {
    const { bytes, start } = text;
    const { table } = this.#pairs;
    let numberFrom = start;
    let tokenFrom = start;
    let capitals = 0;
    for (let index = 0; index < count; index += 1) {
      const at = this.#places[index] as number;
      const byte = bytes[at] as number;
      const pair = ((at === start ? 0x0a : (bytes[at - 1] as number)) << 8) | byte;
      const bits = table[pair] as number;
      if ((bits & CAPITAL) !== 0) {
        this.#capitals[capitals] = at;
        capitals += 1;
      }
      if ((bits & NUMBER) !== 0 && at >= numberFrom) numberFrom = this.#number(text, at);
      if ((bits & MIXED) !== 0 && at >= tokenFrom) tokenFrom = this.#token(text, at);
      if ((bits & LITERAL) !== 0)
        this.#literal(text, at, this.#pairs.anchors[this.#pairs.bucket[pair] as number]);
    }
    return capitals;
  }

  #number(text: Text, at: number): number {
    const run = this.#run;
    const next = readRun(text.bytes, at, text.end, run);
    if (run.total > MAX_DIGITS) return next;
    const asked = this.#byDigits[run.total];
    if (asked === undefined) return next;
    for (const recognizer of asked) {
      if (run.count === 1 && run.total > (recognizer.digits?.max ?? 0)) continue;
      this.#asked = recognizer.name;
      recognizer.atNumber?.(text, run, this.#emit);
    }
    return next;
  }

  #token(text: Text, at: number): number {
    const { bytes } = text;
    let start = at;
    while (start > text.start && ((CLASS[bytes[start - 1] ?? HARD] ?? 0) & ALNUM) !== 0) start -= 1;
    let end = at + 1;
    while (end < text.end && ((CLASS[bytes[end] ?? HARD] ?? 0) & ALNUM) !== 0) end += 1;
    for (const recognizer of this.#byToken[Math.min(end - start, LONGEST_TOKEN)] ?? []) {
      this.#asked = recognizer.name;
      recognizer.atToken?.(text, start, end, this.#emit);
    }
    return end;
  }

  #literal(text: Text, at: number, anchors: readonly Anchor[] | undefined): void {
    if (anchors === undefined) return;
    for (const anchor of anchors) {
      const start = at - anchor.back;
      const end = start + anchor.bytes.length;
      if (start < text.start || end > text.end || !stands(text.bytes, start, anchor)) continue;
      if (anchor.wordStart && start > text.start && !isBoundary(text.bytes, start - 1)) continue;
      if (anchor.wordEnd && end < text.end && is(text.bytes, end, ALNUM | 8)) continue;
      this.#asked = anchor.recognizer.name;
      anchor.recognizer.atLiteral?.(text, start, end, anchor.literal, this.#emit);
    }
  }
}

function stands(bytes: Uint8Array, start: number, { bytes: wanted, ignoreCase }: Anchor): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    const byte = bytes[start + index] as number;
    if ((ignoreCase ? lower(byte) : byte) !== wanted[index]) return false;
  }
  return true;
}
