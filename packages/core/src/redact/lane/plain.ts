/**
 * Plain text -> the same with its findings replaced
 *
 * All of what is given is one document: an address runs over lines, and a name that is known in one
 * line is the same in the next. As many lines come out as went in.
 */
import { bareValueOf, isBareNumber, type Replace, replaceIn, replacementOf } from "../rewrite.ts";
import { MARGIN, type Text } from "../scan/text.ts";
import type { Edit } from "./edits.ts";
import { type Lane, NEWLINE, reported } from "./lane.ts";
import { settle } from "./settle.ts";

export function redactPlain(source: Uint8Array, lane: Lane): Uint8Array {
  const text = textOfBytes(source);
  const { spans, flags } = lane.locate(text, 0, 0);
  if (flags.length > 0) lane.flag(flags);
  if (spans.length === 0) return source;
  const replace = lane.newReplace();
  const edits = editsOf(text, spans, replace);
  if (edits.length === 0) return source;
  const settled = settle(source, edits, (bytes, pass) => {
    const next = textOfBytes(bytes);
    return editsOf(next, lane.locate(next, 0, pass).spans, replaceIn(pass, replace));
  });
  const lines = new Lines(source);
  for (const { span, from, to } of settled.edits) {
    lane.count(span);
    if (lane.onFinding !== undefined) {
      const { line, start } = lines.at(from);
      lane.onFinding(reported(span, line, from - start, to - start));
    }
  }
  return settled.bytes;
}

function textOfBytes(source: Uint8Array): Text {
  const bytes = new Uint8Array(source.length + 2 * MARGIN);
  bytes.set(source, MARGIN);
  return { bytes, start: MARGIN, end: MARGIN + source.length };
}

function editsOf(text: Text, spans: ReturnType<Lane["locate"]>["spans"], replace: Replace): readonly Edit[] {
  const edits: Edit[] = [];
  for (const span of spans) {
    const written = replacementOf(text, span, replace);
    if (written === undefined) continue;
    const quoted = isBareNumber(text, span) ? bareValueOf(written) : written;
    const lines = newlinesIn(text.bytes, span.start, span.end);
    edits.push({
      from: span.start - MARGIN,
      to: span.end - MARGIN,
      text: lines === 0 ? quoted : quoted + "\n".repeat(lines),
      span,
    });
  }
  return edits;
}

function newlinesIn(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (bytes[at] === NEWLINE) count += 1;
  return count;
}

/** Which line an offset is in; asked in order of position. Each line end is looked up once. */
class Lines {
  readonly #bytes: Uint8Array;
  #line = 0;
  #start = 0;
  #next: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#next = this.#after(0);
  }

  at(offset: number): { readonly line: number; readonly start: number } {
    while (this.#next < offset) {
      this.#line += 1;
      this.#start = this.#next + 1;
      this.#next = this.#after(this.#start);
    }
    return { line: this.#line, start: this.#start };
  }

  #after(from: number): number {
    const found = this.#bytes.indexOf(NEWLINE, from);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  }
}
