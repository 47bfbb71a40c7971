/**
 * JSON Lines -> the same with the findings replaced
 *
 * Each line is one document. Lines are not parsed: the text is looked at as it stands in the file,
 * and what is not a finding is copied byte by byte (key order, spaces, escapes and numbers stay).
 * What is written is valid inside a JSON string; a number outside of one is put in quotes.
 */
import { bareValueOf, type Replace, replaceIn, replacementOf } from "../rewrite.ts";
import { HARD, MARGIN, type Text } from "../scan/text.ts";
import type { Edit } from "./edits.ts";
import { bareValue, Strings } from "./json-strings.ts";
import { joinLines, type Lane, NEWLINE, type Piece, reported } from "./lane.ts";
import { settle } from "./settle.ts";
import { type Breaks, newBreaks, originOf, unescapeJson } from "./unescape.ts";

const BACKSLASH = 0x5c;
const decoder = new TextDecoder();

/** @param source whole lines; a last one without its line end is taken as whole */
export function redactJsonLines(source: Uint8Array, lane: Lane): Uint8Array {
  const view = viewOf(source);
  const breaks = newBreaks();
  const text: Text = { bytes: view, start: MARGIN, end: MARGIN };
  const reader = new Reader(lane);
  const pieces: Piece[] = [];
  let line = 0;
  for (let start = 0; start < source.length; line += 1) {
    const newline = source.indexOf(NEWLINE, start);
    const end = newline < 0 ? source.length : newline;
    text.start = start + MARGIN;
    text.end = unescapeJson(view, text.start, end + MARGIN, breaks);
    view[end + MARGIN] = HARD;
    const located = lane.locate(text, line, 0);
    if (located.flags.length > 0) lane.flag(located.flags);
    if (located.spans.length > 0) {
      const replace = lane.newReplace();
      const edits = editsOf(source.subarray(start, end), text, located.spans, breaks, replace);
      if (edits.length > 0) {
        const settled = settle(source.subarray(start, end), edits, (bytes, pass) =>
          reader.read(bytes, line, pass, replaceIn(pass, replace)),
        );
        for (const edit of settled.edits) {
          lane.count(edit.span);
          lane.onFinding?.(reported(edit.span, line, edit.from, edit.to));
        }
        pieces.push({ from: start, to: end, bytes: settled.bytes });
      }
    }
    start = end + 1;
  }
  return joinLines(source, pieces);
}

function viewOf(source: Uint8Array): Uint8Array {
  const view = new Uint8Array(source.length + 2 * MARGIN);
  view.set(source, MARGIN);
  return view;
}

/** Reads lines that were written anew, each in the same buffer. */
class Reader {
  readonly #lane: Lane;
  #view = new Uint8Array(4096);

  constructor(lane: Lane) {
    this.#lane = lane;
  }

  read(bytes: Uint8Array, line: number, pass: number, replace: Replace): readonly Edit[] {
    const size = bytes.length + 2 * MARGIN;
    if (this.#view.length < size) this.#view = new Uint8Array(2 * size);
    const view = this.#view;
    view.set(bytes, MARGIN);
    const breaks = newBreaks();
    const end = unescapeJson(view, MARGIN, MARGIN + bytes.length, breaks);
    view.fill(HARD, end, size);
    const text = { bytes: view, start: MARGIN, end };
    const { spans } = this.#lane.locate(text, line, pass);
    return spans.length === 0 ? [] : editsOf(bytes, text, spans, breaks, replace);
  }
}

/** Offsets of the edits count from the beginning of the line. */
function editsOf(
  line: Uint8Array,
  text: Text,
  spans: ReturnType<Lane["locate"]>["spans"],
  breaks: Breaks,
  replace: Replace,
): readonly Edit[] {
  const strings = new Strings(text);
  const edits: Edit[] = [];
  for (const found of spans) {
    const span = strings.within(found);
    if (span === undefined) continue;
    // A number or word outside of strings is replaced as a whole, by a number or a string.
    const isBare = !strings.isInside(span.start);
    const whole = isBare ? bareValue(text, span) : span;
    // What was one character of text is one escape: it goes as a whole, or stays.
    const first = originOf(breaks, whole.start) - text.start;
    const from = isMidEscape(line, first) ? first - 1 : first;
    const last = originOf(breaks, whole.end) - text.start;
    const to = isMidEscape(line, last) ? last + 1 : last;
    if (from < (edits.at(-1)?.to ?? 0)) continue;
    const written = replacementOf(text, span, replace, isBare ? undefined : exactValue(line, from, to));
    if (written === undefined) continue;
    edits.push({ from, to, text: isBare ? bareValueOf(written) : written, span });
  }
  return edits;
}

/** What a part of a string says, where escapes are in it; undefined where they are none of JSON. */
function exactValue(line: Uint8Array, from: number, to: number): string | undefined {
  const part = line.subarray(from, to);
  if (!part.includes(BACKSLASH)) return undefined;
  try {
    return JSON.parse(`"${decoder.decode(part)}"`);
  } catch {
    return undefined;
  }
}

/** An odd number of backslashes before it: the last of them is the beginning of an escape. */
function isMidEscape(line: Uint8Array, at: number): boolean {
  let before = at;
  while (before > 0 && line[before - 1] === BACKSLASH) before -= 1;
  return (at - before) % 2 === 1;
}
