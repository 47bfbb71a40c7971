/**
 * Chunks of an input -> **Pieces**, in order, each of bounded size
 *
 * How the input arrives decides nothing but when pieces come out: lines of JSON are documents of
 * their own, and plain text is cut at places that its content names. Only a pause in a stream of
 * plain text gives out what is there, so that a reader at the other end need not wait.
 */
import { inString, lineCut, longLineCut, outsideBlock, SIZES, type Sizes, textCut } from "./cut.ts";
import type { Engine, LineFormat } from "./engine.ts";
import { Pending } from "./pending.ts";
import { linesIn, type Piece } from "./piece.ts";

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
  readonly #pending = new Pending();
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
    this.#pending.add(chunk);
  }

  *ready(isPause: boolean): Generator<Piece> {
    for (let cut = this.#cut(isPause); cut > 0; cut = this.#cut(isPause)) yield this.#take(cut);
  }

  *rest(): Generator<Piece> {
    while (this.#pending.size > 0) yield this.#take(this.#cut(false) || this.#pending.size);
  }

  /** Where the next piece ends, or 0 where more has to come first. */
  #cut(isPause: boolean): number {
    const pending = this.#pending;
    const { size } = pending;
    const { piece, line } = this.#sizes;
    const isText = this.#format === "text";
    const newline = pending.firstNewline();
    if (newline < 0 && size <= line) return 0;
    if (isText && size <= piece) {
      if (!isPause) return 0;
      const bytes = pending.first(size);
      return outsideBlock(bytes, lineCut(bytes));
    }
    const isLong = newline < 0 || newline >= line;
    if (isLong) return longLineCut(pending.first(piece), this.#format, this.#isInString, this.#engine());
    if (!isText) return pending.lastNewline() + 1;
    return textCut(pending.first(piece)) || newline + 1;
  }

  #take(cut: number): Piece {
    const bytes = this.#pending.take(cut);
    const piece = {
      bytes,
      format: this.#format,
      line: this.#line,
      column: this.#column,
      offset: this.#offset,
      isInString: this.#isInString,
    };
    const end = bytes.lastIndexOf(NEWLINE);
    this.#offset += cut;
    this.#line += linesIn(bytes);
    this.#column = end < 0 ? this.#column + cut : cut - end - 1;
    this.#isInString =
      this.#format === "jsonl" &&
      end !== cut - 1 &&
      inString(bytes.subarray(end + 1), end < 0 && this.#isInString);
    return piece;
  }
}
