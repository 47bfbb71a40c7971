/**
 * Markdown -> **VisibleLine** -> canonical: what a reader sees of each line, in lower case
 *
 * Targets of links, HTML tags, comments and the ends of bare addresses are out. One pass over the text,
 * whatever is in it.
 */
import { HTML_TAGS } from "./data/words.ts";

export interface VisibleLine {
  /** Lower case, NFC; markup that is only punctuation is still in it. */
  readonly text: string;
  /** Everything that can be read of it is the text of links. */
  readonly isLinks: boolean;
  /** Code units within the texts of links. */
  readonly linked: number;
  /** Targets of its links as they stand, in lower case. */
  readonly targets: readonly string[];
  /** A UUID or a long hexadecimal token was taken out of it. */
  readonly hasToken: boolean;
}

/** Longer than any link; an unclosed one ends there. */
const MAX_TARGET = 4096;
const MAX_TAG = 2000;
/** After so many links or tags that do not end, the rest of a line is taken as it stands. */
const MAX_UNENDED = 50;
/** What comes after so many lines is one line: a page of line ends must not fill the memory. */
const MAX_LINES = 200_000;
const TAGS = new Set(HTML_TAGS);
const NO_TARGETS: readonly string[] = [];
const SPECIAL = /[<[&]|\]\(|https?:|[0-9a-f]{8}/;
const TOKEN =
  /(?<![0-9a-z])(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24,128})(?![0-9a-z])/g;
const ENTITY = /&(?:nbsp|amp|quot|apos|#39|#x27|#160|zwnj|zwj|shy|ensp|emsp|thinsp);/g;
const READABLE = /[\p{L}\p{N}]/u;

/** Empty lines are left out. */
export function visibleLines(markdown: string): VisibleLine[] {
  const text = withoutComments(normal(markdown));
  const lines: VisibleLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = lines.length < MAX_LINES ? text.indexOf("\n", start) : -1;
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end);
    if (end > start) lines.push(SPECIAL.test(line) ? stripped(line) : plain(line));
    start = end + 1;
  }
  return lines;
}

/** NFC, lower case without regard to any locale, ß as its capital has it. */
function normal(markdown: string): string {
  const lower = markdown.normalize("NFC").toLowerCase();
  return lower.includes("ß") ? lower.replaceAll("ß", "ss") : lower;
}

function withoutComments(text: string): string {
  let start = text.indexOf("<!--");
  if (start < 0) return text;
  let kept = "";
  let from = 0;
  while (start >= 0) {
    const end = text.indexOf("-->", start + 4);
    if (end < 0) break;
    kept += text.slice(from, start);
    from = end + 3;
    start = text.indexOf("<!--", from);
  }
  return kept + text.slice(from);
}

function plain(text: string): VisibleLine {
  return { text, isLinks: false, linked: 0, targets: NO_TARGETS, hasToken: false };
}

function stripped(line: string): VisibleLine {
  let shown = "";
  let outside = "";
  let linked = 0;
  let targets: string[] | undefined;
  /** Where the text of the link that may be open begins in `shown`. */
  let open = -1;
  let from = 0;
  let unended = 0;
  for (let at = 0; at < line.length && unended < MAX_UNENDED; at += 1) {
    const code = line.charCodeAt(at);
    if (code === 0x5c /* \ */) {
      at += 1;
    } else if (code === 0x5b /* [ */) {
      const piece = line.slice(from, at);
      shown += piece;
      if (open < 0) outside += piece;
      open = shown.length;
      from = at + 1;
    } else if (code === 0x5d /* ] */ && line.charCodeAt(at + 1) === 0x28 /* ( */) {
      const end = endOfTarget(line, at + 2);
      if (end < 0) {
        unended += 1;
        continue;
      }
      shown += line.slice(from, at);
      // A link may have begun some lines above: then all that came before on this line is its text.
      if (open < 0) outside = "";
      linked += shown.length - Math.max(open, 0);
      open = -1;
      targets ??= [];
      targets.push(line.slice(at + 2, end));
      shown += " ";
      at = end;
      from = at + 1;
    } else if (code === 0x3c /* < */) {
      const end = endOfTag(line, at);
      if (end < 0) {
        unended += 1;
        continue;
      }
      const piece = line.slice(from, at);
      shown += piece;
      if (open < 0) outside += piece;
      at = end;
      from = at + 1;
    }
  }
  const rest = line.slice(from);
  shown += rest;
  outside += open < 0 ? rest : shown.slice(open);
  const isLinks = linked > 0 && !READABLE.test(outside);
  const bare = shown.includes("http") ? withoutQueries(shown) : shown;
  const spelt = bare.includes("&") ? bare.replace(ENTITY, " ") : bare;
  const text = spelt.replace(TOKEN, (token) => (isNamed(token) ? " " : token));
  return { text, isLinks, linked, targets: targets ?? NO_TARGETS, hasToken: text !== spelt };
}

/** Hexadecimal with digits and letters: a number of 24 digits is a number, and no word has digits. */
function isNamed(token: string): boolean {
  return /[0-9]/.test(token) && /[a-f]/.test(token);
}

/** Index of the closing parenthesis, or -1. */
function endOfTarget(line: string, start: number): number {
  let depth = 1;
  const limit = Math.min(line.length, start + MAX_TARGET);
  for (let at = start; at < limit; at += 1) {
    const code = line.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x28) depth += 1;
    else if (code === 0x29) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/** Index of the `>` of a tag that HTML knows, or -1. What is no tag is text, and costs nothing. */
function endOfTag(line: string, start: number): number {
  const name = /^<\/?([a-z][a-z0-9]{0,12})(?=[\s/>])/.exec(line.slice(start, start + 16))?.[1];
  if (name === undefined || !TAGS.has(name)) return -1;
  const end = line.slice(start, start + MAX_TAG).indexOf(">");
  return end < 0 ? -1 : start + end;
}

/** Of addresses that stand in the text, queries and fragments go; they carry sessions. */
function withoutQueries(text: string): string {
  return text.replace(/https?:\/\/[^\s)\]>"']+/g, (address) => {
    const end = address.search(/[?#]/);
    return end < 0 ? address : address.slice(0, end);
  });
}
