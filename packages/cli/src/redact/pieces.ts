/**
 * Chunks of an input -> **Pieces**, in order, each of bounded size
 *
 * How the input arrives decides nothing but when pieces come out: lines of JSON are documents of
 * their own, and plain text is cut at places that its content names. Only a pause in a stream of
 * plain text gives out what is there, so that a reader at the other end need not wait.
 */
import { inString, lineCut, longLineCut, outsideBlock, SIZES, type Sizes, textCut } from "./cut.ts";
import type { Engine, LineFormat } from "./engine.ts";
import type { Piece } from "./piece.ts";

/** No more bytes for now: who waits for lines should have them. */
export const PAUSE: unique symbol = Symbol("pause");

const NEWLINE = 0x0a;

/** @param engine asked only where a line is too long; not made before */
export async function* piecesOf(
  chunks: AsyncIterable<Uint8Array | typeof PAUSE>,
  format: LineFormat,
  engine: () => Engine,
  sizes: Sizes = SIZES,
): AsyncGenerator<Piece> {
  const cutter = new Cutter(format, engine, sizes);
  for await (const chunk of chunks) {
    if (chunk !== PAUSE) cutter.add(chunk);
    yield* cutter.ready(chunk === PAUSE);
  }
  yield* cutter.rest();
}

class Cutter {
  readonly #format: LineFormat;
  readonly #engine: () => Engine;
  readonly #sizes: Sizes;
  #parts: Uint8Array[] = [];
  #size = 0;
  /** A line ends somewhere in the parts. */
  #hasLine = false;
  #line = 0;
  #column = 0;
  #offset = 0;
  #isInString = false;

  constructor(format: LineFormat, engine: () => Engine, sizes: Sizes) {
    this.#format = format;
    this.#engine = engine;
    this.#sizes = sizes;
  }

  add(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#parts.push(chunk);
    this.#size += chunk.length;
    this.#hasLine ||= chunk.includes(NEWLINE);
  }

  *ready(isPause: boolean): Generator<Piece> {
    for (;;) {
      const cut = this.#cut(isPause);
      if (cut === 0) return;
      yield this.#take(this.#joined(), cut);
    }
  }

  *rest(): Generator<Piece> {
    while (this.#size > 0) {
      const cut = this.#cut(false);
      yield this.#take(this.#joined(), cut === 0 ? this.#size : cut);
    }
  }

  /** Where the next piece ends, or 0 where more has to come first. */
  #cut(isPause: boolean): number {
    const { piece, line } = this.#sizes;
    const isText = this.#format === "text";
    if (!this.#hasLine && this.#size <= line) return 0;
    if (isText && this.#size <= piece) {
      const bytes = this.#joined();
      return isPause ? outsideBlock(bytes, lineCut(bytes)) : 0;
    }
    const bytes = this.#joined();
    const head = bytes.subarray(0, piece);
    const newline = bytes.indexOf(NEWLINE);
    const isLong = newline < 0 ? this.#size > line : newline >= line;
    if (isLong) return longLineCut(head, this.#format, this.#isInString, this.#engine());
    if (!isText) return lineCut(bytes);
    return textCut(head) || (newline < 0 ? 0 : newline + 1);
  }

  #joined(): Uint8Array {
    const [only] = this.#parts;
    if (this.#parts.length === 1 && only !== undefined) return only;
    const whole = Buffer.allocUnsafeSlow(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    this.#parts = [whole];
    return whole;
  }

  #take(bytes: Uint8Array, cut: number): Piece {
    // Sliced, not shared: a piece may be handed to another thread.
    const piece = {
      bytes: cut === bytes.length ? bytes : bytes.slice(0, cut),
      format: this.#format,
      line: this.#line,
      column: this.#column,
      offset: this.#offset,
      isInString: this.#isInString,
    };
    const rest = bytes.subarray(cut);
    this.#parts = rest.length === 0 ? [] : [rest];
    this.#size = rest.length;
    this.#hasLine = rest.includes(NEWLINE);
    this.#offset += cut;
    const end = piece.bytes.lastIndexOf(NEWLINE);
    this.#line += linesIn(piece.bytes);
    this.#column = end < 0 ? this.#column + cut : cut - end - 1;
    this.#isInString =
      this.#format === "jsonl" &&
      end !== cut - 1 &&
      inString(piece.bytes.subarray(end + 1), end < 0 && this.#isInString);
    return piece;
  }
}

export function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}
