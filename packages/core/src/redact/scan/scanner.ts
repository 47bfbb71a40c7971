/**
 * Text -> **Scanned**
 *
 * Recognizers are asked only where the pair table says that something of theirs might stand. Every
 * byte is looked at once; recognizers look at bounded surroundings. So the time is linear in the
 * text, whatever it holds.
 */
import type { Recognizer } from "../recognizers/recognizer.ts";
import { type Asked, allAsked, DONE, FLAGS, REGIONS } from "./asked.ts";
import { ALNUM, CLASS, isBoundary, lower } from "./bytes.ts";
import { BLOCK, FOUR, gramOf, LITERAL, newCandidates, THREE } from "./candidates.ts";
import { MAX_DIGITS, newRun, readRun } from "./number-run.ts";
import { type Anchor, CAPITAL, MIXED, NUMBER, type Pairs, pairsOf, SHORT } from "./pairs.ts";
import type { Span } from "./resolve.ts";
import { HARD, type Text } from "./text.ts";

/** Tokens longer than this are asked about as if they were this long. */
const LONGEST_TOKEN = 256;
/** What counts as standing before a document: it begins as if after a line break. */
const BEFORE = 0x0a;

const NOTHING: Text = { bytes: new Uint8Array(0), start: 0, end: 0 };

/** Looks at a whole document, once, after the recognizers: names, custom patterns. */
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

/** What a document holds, each list in no order and with overlaps. Offsets are those of the buffer. */
export interface Scanned {
  readonly spans: readonly Span[];
  readonly flags: readonly Span[];
  /** Parts in another encoding; `type` names it. */
  readonly regions: readonly Span[];
  /** What was redacted before. */
  readonly done: readonly Span[];
}

export class Scanner {
  readonly #pairs: Pairs;
  readonly #finders: readonly Finder[];
  /** By number of digits: whom to ask about a run of one group, and of several. */
  readonly #byDigits: readonly (readonly Asked[])[];
  readonly #byDigitsInGroups: readonly (readonly Asked[])[];
  /** By number of bytes: whom to ask about a token as long. */
  readonly #byToken: readonly (readonly Asked[])[];
  readonly #run = newRun();
  readonly #candidates = newCandidates();
  #capitals = new Int32Array(1024);
  #capitalCount = 0;
  #numberFrom = 0;
  #tokenFrom = 0;
  #spans: Span[] = [];
  #flags: Span[] = [];
  #regions: Span[] = [];
  #done: Span[] = [];
  /** Who is being asked, and about what. */
  #asked: Asked | undefined;
  #text: Text = NOTHING;

  constructor(recognizers: readonly Recognizer[], finders: readonly Finder[] = []) {
    const all = recognizers.flatMap(allAsked);
    this.#pairs = pairsOf(all);
    this.#candidates.table.set(this.#pairs.table);
    const { fours, threes } = this.#pairs;
    for (let gram = 0; gram < fours.length; gram += 1) {
      this.#candidates.grams[gram] = (fours[gram] === 0 ? 0 : FOUR) | (threes[gram] === 0 ? 0 : THREE);
    }
    this.#finders = finders;
    const totals = Array.from({ length: MAX_DIGITS + 1 }, (_, total) => total);
    this.#byDigits = totals.map((total) =>
      all.filter(
        (one) =>
          one.minDigits <= total &&
          total <= one.maxDigits &&
          (total > 31 || ((one.sizes >> total) & 1) !== 0),
      ),
    );
    this.#byDigitsInGroups = totals.map((total) => all.filter((one) => one.minDigits <= total));
    this.#byToken = Array.from({ length: LONGEST_TOKEN + 1 }, (_, size) =>
      all.filter((one) => one.minToken <= size && size <= one.maxToken),
    );
  }

  /**
   * The result is good until the next call.
   * @param finders who looks at the whole text afterwards; all, unless somebody else is named
   */
  scan(text: Text, finders: readonly Finder[] = this.#finders): Scanned {
    const { bytes, start, end } = text;
    this.#text = text;
    this.#spans = [];
    this.#flags = [];
    this.#regions = [];
    this.#done = [];
    this.#capitalCount = 0;
    this.#numberFrom = start;
    this.#tokenFrom = start;
    for (let from = start; from < end; from += BLOCK) {
      const to = Math.min(end, from + BLOCK);
      const previous = from === start ? BEFORE : (bytes[from - 1] as number);
      this.#ask(text, this.#candidates.run(bytes, from, to, previous));
    }
    for (const finder of finders) {
      finder.find(text, this.#capitals, this.#capitalCount, this.#spans, this.#keep);
    }
    return { spans: this.#spans, flags: this.#flags, regions: this.#regions, done: this.#done };
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
    const asked = this.#asked as Asked;
    const { bytes } = this.#text;
    // Bounded looks may stop within a character; what is cut out is whole characters.
    let from = start;
    while (isInside(bytes, from)) from -= 1;
    let to = end;
    while (isInside(bytes, to)) to += 1;
    const span = { type, start: from, end: to, score, validation, recognizer: asked.name };
    if (asked.kind === FLAGS) this.#flags.push(span);
    else if (asked.kind === REGIONS) this.#regions.push(span);
    else if (asked.kind === DONE) this.#done.push(span);
    else this.#spans.push(span);
  };

  #ask(text: Text, count: number): void {
    const { bytes, start } = text;
    const { table, fours, threes, shorts, anchors } = this.#pairs;
    const { places } = this.#candidates;
    for (let index = 0; index < count; index += 1) {
      const at = places[index] as number;
      const byte = bytes[at] as number;
      const pair = ((at === start ? BEFORE : (bytes[at - 1] as number)) << 8) | byte;
      const bits = table[pair] as number;
      if ((bits & CAPITAL) !== 0) this.#capital(at);
      if ((bits & NUMBER) !== 0 && at >= this.#numberFrom) this.#numberFrom = this.#number(text, at);
      if ((bits & MIXED) !== 0 && at >= this.#tokenFrom) this.#tokenFrom = this.#token(text, at);
      if ((bits & SHORT) !== 0) this.#literal(text, at, anchors[shorts[pair] as number]);
      if ((bits & LITERAL) !== 0) {
        const four = fours[gramOf(bytes, at - 1, 4)] as number;
        if (four !== 0) this.#literal(text, at, anchors[four]);
        const three = threes[gramOf(bytes, at - 1, 3)] as number;
        if (three !== 0) this.#literal(text, at, anchors[three]);
      }
    }
  }

  #capital(at: number): void {
    if (this.#capitalCount === this.#capitals.length) {
      const larger = new Int32Array(this.#capitals.length * 2);
      larger.set(this.#capitals);
      this.#capitals = larger;
    }
    this.#capitals[this.#capitalCount] = at;
    this.#capitalCount += 1;
  }

  #number(text: Text, at: number): number {
    const run = this.#run;
    const next = readRun(text.bytes, at, text.end, run);
    if (run.total > MAX_DIGITS) return next;
    const asked = (run.count === 1 ? this.#byDigits : this.#byDigitsInGroups)[run.total] as readonly Asked[];
    for (let index = 0; index < asked.length; index += 1) {
      const one = asked[index] as Asked;
      if ((one.sizes & run.sizes) === 0) continue;
      this.#asked = one;
      one.atNumber(text, run, this.#emit);
    }
    return next;
  }

  #token(text: Text, at: number): number {
    const { bytes } = text;
    let start = at;
    while (start > text.start && ((CLASS[bytes[start - 1] ?? HARD] ?? 0) & ALNUM) !== 0) start -= 1;
    let end = at + 1;
    while (end < text.end && ((CLASS[bytes[end] ?? HARD] ?? 0) & ALNUM) !== 0) end += 1;
    const asked = this.#byToken[Math.min(end - start, LONGEST_TOKEN)] as readonly Asked[];
    for (let index = 0; index < asked.length; index += 1) {
      const one = asked[index] as Asked;
      this.#asked = one;
      one.atToken(text, start, end, this.#emit);
    }
    return end;
  }

  #literal(text: Text, at: number, anchors: readonly Anchor[] | undefined): void {
    if (anchors === undefined) return;
    for (let index = 0; index < anchors.length; index += 1) {
      const anchor = anchors[index] as Anchor;
      const start = at - anchor.back;
      const end = start + anchor.bytes.length;
      if (start < text.start || end > text.end || !stands(text.bytes, start, anchor)) continue;
      if (anchor.wordStart && start > text.start && !isBoundary(text.bytes, start - 1)) continue;
      if (anchor.wordEnd && end < text.end && !isBoundary(text.bytes, end)) continue;
      this.#asked = anchor.asked;
      anchor.asked.atLiteral(text, start, end, anchor.literal, this.#emit);
    }
  }
}

/** A byte that goes on with a character. */
function isInside(bytes: Uint8Array, at: number): boolean {
  return ((bytes[at] ?? 0) & 0xc0) === 0x80;
}

function stands(bytes: Uint8Array, start: number, { bytes: wanted, ignoreCase }: Anchor): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    const byte = bytes[start + index] as number;
    if ((ignoreCase ? lower(byte) : byte) !== wanted[index]) return false;
  }
  return true;
}
