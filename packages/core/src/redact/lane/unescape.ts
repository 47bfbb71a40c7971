/**
 * JSON text as it is in the file -> what recognizers look at
 *
 * Parsing a line and printing it again costs more than everything else, and changes what nobody
 * asked to change. So the text is scanned as it stands: an escape that is one character of text
 * becomes as many bytes (`\n` a space and a line break), and offsets stay those of the file. Only
 * where an escape stands for a letter (`\u00e9`) or a slash does the text get shorter; then `Breaks`
 * lead back.
 *
 * Quotes that end strings stay `"`; quotes in the text become two `'`, and quotes of JSON inside of that
 * text (`\\\"`) four. So a finding that holds a `"` has left its string, and can be cut there; and a value
 * in quotes has them right beside it, however deep it lies.
 */
export interface Breaks {
  /** From `at` in the view on, the file is `shift` bytes ahead. Sorted; empty where nothing moved. */
  readonly at: number[];
  readonly shift: number[];
  /** The next backslash, looked up before; what lies before it need not be read twice. */
  next: number;
}

/** For one buffer: a new one must not be read with the old one's `next`. */
export function newBreaks(): Breaks {
  return { at: [], shift: [], next: -1 };
}

const BACKSLASH = 0x5c;
const QUOTE = 0x22;
const SLASH = 0x2f;
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const TAB = 0x09;
const LINE = 0x0a;
const LETTER_U = 0x75;
const encoder = new TextEncoder();
const scratch = new Uint8Array(4);

/** By the letter after the backslash: the second byte of what is written, 0 for other escapes. */
const BLANKS = new Uint8Array(256);
for (const letter of "bf") BLANKS[letter.charCodeAt(0)] = SPACE;
for (const letter of "nr") BLANKS[letter.charCodeAt(0)] = LINE;
BLANKS["t".charCodeAt(0)] = TAB;
BLANKS[QUOTE] = APOSTROPHE;

/**
 * Undoes the escapes of `[start, end)` in place.
 * @param breaks cleared and filled
 * @returns the end of the text, at most `end`
 */
export function unescapeJson(view: Uint8Array, start: number, end: number, breaks: Breaks): number {
  if (breaks.at.length > 0) {
    breaks.at.length = 0;
    breaks.shift.length = 0;
  }
  const string: JsonString = { seen: start, isJson: false };
  let at = nextBackslash(view, start, breaks);
  while (at < end) {
    const next = at + 1 < end ? (view[at + 1] as number) : 0;
    const blank = BLANKS[next] as number;
    if (blank !== 0) {
      view[at] = blank === APOSTROPHE ? APOSTROPHE : SPACE;
      view[at + 1] = blank;
      at += 2;
    } else if (next === BACKSLASH && depthOf(view, at, at, string) === 1) {
      at = doubled(view, at, end, at, string);
    }
    // From here on the text gets shorter, and what follows is moved.
    else if (next === SLASH || next === LETTER_U || next === BACKSLASH) {
      return compact(view, at, end, breaks, string);
    } else at += 1;
    at = nextBackslash(view, at, breaks);
  }
  return end;
}

function nextBackslash(view: Uint8Array, from: number, breaks: Breaks): number {
  if (breaks.next < from) {
    const found = view.indexOf(BACKSLASH, from);
    breaks.next = found < 0 ? Number.POSITIVE_INFINITY : found;
  }
  return breaks.next;
}

/** What is known of the string that a place is in. */
interface JsonString {
  /** Up to where quotes were looked for. */
  seen: number;
  /** Its text is JSON itself: the arguments of a call, a message that was written twice. */
  isJson: boolean;
}

/**
 * `\\` is a backslash; but `\\n` is a line break in JSON that is itself text, and `\\\"` a quote of it.
 * @param done the view is final up to here
 */
function doubled(view: Uint8Array, at: number, end: number, done: number, string: JsonString): number {
  let after = at + 2;
  while (after < end && view[after] === BACKSLASH) after += 1;
  if (view[after] === QUOTE && after < end && (after - at) % 2 === 1) {
    view.fill(APOSTROPHE, at, after + 1);
    return after + 1;
  }
  view[at] = SPACE;
  if (!isBlankAfter(view, at, end, done, string)) return at + 2;
  view[at + 1] = SPACE;
  view[at + 2] = LINE;
  return at + 3;
}

/** A line break or tab; not the `\new` of a path, whose name goes on in small letters. */
function isBlankAfter(view: Uint8Array, at: number, end: number, done: number, string: JsonString): boolean {
  const letter = view[at + 2];
  if (letter !== 0x6e && letter !== 0x72 && letter !== 0x74) return false;
  const after = at + 3 < end ? (view[at + 3] as number) : 0;
  return (
    !((after >= 0x61 && after <= 0x7a) || (after >= 0x30 && after <= 0x39)) || isInJson(view, done, string)
  );
}

/**
 * How many backslashes begin the escape at `at`, if it is one that is longer than what it stands for:
 * `\\u00e9` is a letter in JSON that is itself text.
 */
function depthOf(view: Uint8Array, at: number, done: number, string: JsonString): 1 | 2 {
  if (view[at + 1] !== BACKSLASH) return 1;
  const isLong = view[at + 2] === SLASH || (view[at + 2] === LETTER_U && unitAt(view, at + 1) >= 0);
  return isLong && isInJson(view, done, string) ? 2 : 1;
}

function isInJson(view: Uint8Array, done: number, string: JsonString): boolean {
  // Each byte is looked at once for the quote that began the string.
  const quote = view.subarray(string.seen, done).lastIndexOf(QUOTE);
  if (quote >= 0) string.isJson = opensJson(view, string.seen + quote + 1, done);
  string.seen = done;
  return string.isJson;
}

/** `{"` or `["` and the like: objects and lists begin so, and paths do not. */
function opensJson(view: Uint8Array, from: number, end: number): boolean {
  let at = from;
  let isOpen = false;
  while (at < end && (view[at] === SPACE || view[at] === LINE || view[at] === 0x7b || view[at] === 0x5b)) {
    isOpen ||= view[at] === 0x7b || view[at] === 0x5b;
    at += 1;
  }
  return isOpen && at < end && view[at] === APOSTROPHE;
}

/** The rest of a text from an escape on that is longer than what it stands for. */
function compact(view: Uint8Array, from: number, end: number, breaks: Breaks, string: JsonString): number {
  let write = from;
  let at = from;
  while (at < end) {
    const byte = view[at] as number;
    if (byte !== BACKSLASH) {
      view[write] = byte;
      write += 1;
      at += 1;
      continue;
    }
    const next = at + 1 < end ? (view[at + 1] as number) : 0;
    const blank = BLANKS[next] as number;
    const depth = depthOf(view, at, write, string);
    let size = 2;
    if (next === BACKSLASH && depth === 1) size = doubled(view, at, end, write, string) - at;
    else if (blank !== 0) {
      view[at] = blank === APOSTROPHE ? APOSTROPHE : SPACE;
      view[at + 1] = blank;
    } else {
      const letter = view[at + depth];
      const length = letter === SLASH ? 1 + depth : letter === LETTER_U ? unicodeAt(view, at, end, depth) : 1;
      const written = length === 1 || letter === SLASH ? 1 : scratchSize;
      if (length === 1) view[write] = BACKSLASH;
      else if (letter === SLASH) view[write] = SLASH;
      else view.set(scratch.subarray(0, written), write);
      write += written;
      at += length;
      if (length !== written) mark(breaks, write, at - write);
      continue;
    }
    view.copyWithin(write, at, at + size);
    write += size;
    at += size;
  }
  breaks.next = -1;
  return write;
}

let scratchSize = 0;

/**
 * Decodes `\uXXXX`, or a surrogate pair of two, into `scratch`; how long it was, 1 if it is none.
 * @param depth how many backslashes each begins with
 */
function unicodeAt(view: Uint8Array, at: number, end: number, depth: 1 | 2): number {
  const size = 5 + depth;
  const unit = at + size <= end ? unitAt(view, at + depth - 1) : -1;
  if (unit < 0) return 1;
  let point = unit;
  let length = size;
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const second = at + size;
    const mayBePair = unit <= 0xdbff && second + size <= end && view[second] === BACKSLASH;
    const low = mayBePair ? unitAt(view, second + depth - 1) : -1;
    const isPair = low >= 0xdc00 && low <= 0xdfff;
    point = isPair ? 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
    if (isPair) length = 2 * size;
  }
  // A quote stays inside its string, and nothing decoded may look like a hard end.
  if (point === QUOTE) point = APOSTROPHE;
  else if (point < TAB) point = SPACE;
  scratchSize = encoder.encodeInto(String.fromCodePoint(point), scratch).written;
  return length;
}

/** The code unit of the escape at `at`; -1 if there is none. */
function unitAt(view: Uint8Array, at: number): number {
  if (view[at] !== BACKSLASH || view[at + 1] !== LETTER_U) return -1;
  let unit = 0;
  for (let index = 2; index < 6; index += 1) {
    const byte = view[at + index] ?? 0;
    const isDigit = byte >= 0x30 && byte <= 0x39;
    const letter = byte | 0x20;
    if (!isDigit && !(letter >= 0x61 && letter <= 0x66)) return -1;
    unit = unit * 16 + (isDigit ? byte - 0x30 : letter - 0x57);
  }
  return unit;
}

function mark(breaks: Breaks, at: number, shift: number): void {
  breaks.at.push(at);
  breaks.shift.push(shift);
}

/** Where in the buffer as it was an offset of the text lies. */
export function originOf({ at, shift }: Breaks, offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? offset : offset + (shift[low - 1] as number);
}
