/**
 * Where each record of a JSON file begins and ends; the state that `records` keeps between chunks.
 *
 * Knows the frame (an array, one object, or a wrapper around an array) and passes over what it holds.
 */
import { ProvisoError } from "../../errors.ts";
import { ValuePasser } from "./value-passer.ts";

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** What may come next in the frame, in the words of the error message. */
type Expecting =
  | "`[` or `{`"
  | "a record or `]`"
  | "a record"
  | "`,` or `]`"
  | "a key or `}`"
  | "a key"
  | "`:`"
  | "a value"
  | "`,` or `}`"
  | "the end of the file";

/**
 * A reader that may be done with a record before its end is looked for: given the chunk and the
 * index of the record's first byte, the index just past its end, or -1 where it cannot say.
 */
export type Attempt = (chunk: Uint8Array, start: number) => number;

/** The value being passed: a record to hand over, or a wrapper's key or other member. */
type Open = "record" | "key" | "member";

export class RecordScanner {
  readonly #file: string;
  readonly #under: string | undefined;
  readonly #attempt: Attempt | undefined;
  readonly #passer = new ValuePasser();
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;
  #base = 0;
  #newlines = 0;
  /** Where in the chunk the next newline is, once one was looked for. */
  #newlineAt = -1;
  #expecting: Expecting = "`[` or `{`";
  #open: Open | undefined;
  #keyBytes: number[] = [];
  #isUnder = false;
  #isWrapped = false;
  #foundUnder = false;

  /** Of the record last found or still open: its part of the current chunk. */
  start = 0;
  end = 0;
  /** Whether the record began in an earlier chunk. */
  straddles = false;
  /** Byte offset in the file, and line from 1, of the record last found or still open. */
  offset = 0;
  line = 1;

  constructor(file: string, under: string | undefined, attempt: Attempt | undefined) {
    this.#file = file;
    this.#under = under;
    this.#attempt = attempt;
  }

  /** Whether a record goes on past the end of the chunk. */
  get isOpen(): boolean {
    return this.#open === "record";
  }

  /** Bytes of the file up to the end of the chunk. */
  get read(): number {
    return this.#base + this.#chunk.length;
  }

  /** Takes the next chunk, once `next` has returned false for the last one. */
  load(chunk: Uint8Array, from: number): void {
    this.#base = this.read;
    this.#chunk = chunk;
    this.#at = from;
    this.#newlineAt = -1;
    this.start = 0;
    this.straddles = this.isOpen;
  }

  /**
   * Moves to the end of the next record in the chunk; false when the chunk is used up.
   * @throws ProvisoError INPUT_MALFORMED for a frame that is not JSON
   */
  next(): boolean {
    for (;;) {
      if (this.#open === undefined && !this.#passFrame()) return false;
      const from = this.#at;
      const end = this.#tryRecord(from) ?? this.#passer.pass(this.#chunk, from);
      this.#at = end === -1 ? this.#chunk.length : end;
      if (this.#open === "key") this.#keepKey(this.#chunk.subarray(from, this.#at));
      if (end === -1) return false;
      this.#newlines += this.#passer.newlines;
      const open = this.#open;
      this.#open = undefined;
      if (open === "key") this.#endKey();
      if (open === "record") {
        this.end = end;
        return true;
      }
    }
  }

  /** The end that the attempt found, with the newlines up to there counted. */
  #tryRecord(from: number): number | undefined {
    if (this.#open !== "record" || this.straddles) return undefined;
    const end = this.#attempt?.(this.#chunk, from) ?? -1;
    if (end === -1) return undefined;
    this.#countNewlines(from, end);
    return end;
  }

  /** Remembers the first newline that lies further on, or a file without any would be searched each time. */
  #countNewlines(from: number, end: number): void {
    let at = this.#newlineAt;
    if (at < from) at = this.#newlineFrom(from);
    for (; at < end; at = this.#newlineFrom(at + 1)) this.#newlines += 1;
    this.#newlineAt = at;
  }

  #newlineFrom(from: number): number {
    const at = this.#chunk.indexOf(NEWLINE, from);
    return at === -1 ? this.#chunk.length : at;
  }

  /** @throws ProvisoError INPUT_EMPTY, INPUT_TRUNCATED, or INPUT_MALFORMED where the wrapper lacks its member */
  finish(): void {
    const place = { file: this.#file, offset: this.read };
    if (this.#expecting === "`[` or `{`" && this.#open === undefined) {
      throw new ProvisoError("INPUT_EMPTY", `\`${this.#file}\` is empty`, { place });
    }
    if (this.#open !== undefined || this.#expecting !== "the end of the file") {
      const inside =
        this.#open === "record" ? `inside the record that begins at byte ${this.offset}` : "too early";
      throw new ProvisoError("INPUT_TRUNCATED", `\`${this.#file}\` ends ${inside}`, {
        place: { ...place, line: this.#newlines + 1 },
        hint: "the file was cut off: unpack or download the export again",
      });
    }
    if (this.#isWrapped && !this.#foundUnder) {
      throw new ProvisoError("INPUT_MALFORMED", `no list called \`${this.#under}\` in \`${this.#file}\``, {
        place: { file: this.#file },
      });
    }
  }

  /** Passes over the frame until a value opens; false at the end of the chunk. */
  #passFrame(): boolean {
    const chunk = this.#chunk;
    for (; this.#at < chunk.length; this.#at += 1) {
      const byte = chunk[this.#at] ?? 0;
      if (byte === NEWLINE) this.#newlines += 1;
      else if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09 && this.#step(byte)) return true;
    }
    return false;
  }

  /** One byte of the frame; true when it is the first of a value. */
  #step(byte: number): boolean {
    switch (this.#expecting) {
      case "`[` or `{`":
        if (byte === OPEN_ARRAY) return this.#expect("a record or `]`");
        if (byte !== OPEN_OBJECT) throw this.#unexpected(byte);
        if (this.#under === undefined) return this.#begin("record", byte, "the end of the file");
        this.#isWrapped = true;
        return this.#expect("a key or `}`");
      case "a record or `]`":
        if (byte === CLOSE_ARRAY) return this.#endArray();
        return this.#begin("record", byte, "`,` or `]`");
      case "a record":
        return this.#begin("record", byte, "`,` or `]`");
      case "`,` or `]`":
        if (byte === CLOSE_ARRAY) return this.#endArray();
        if (byte === COMMA) return this.#expect("a record");
        throw this.#unexpected(byte);
      case "a key or `}`":
        if (byte === CLOSE_OBJECT) return this.#expect("the end of the file");
        if (byte === QUOTE) return this.#begin("key", byte, "`:`");
        throw this.#unexpected(byte);
      case "a key":
        if (byte === QUOTE) return this.#begin("key", byte, "`:`");
        throw this.#unexpected(byte);
      case "`:`":
        if (byte === COLON) return this.#expect("a value");
        throw this.#unexpected(byte);
      case "a value":
        if (!this.#isUnder || byte !== OPEN_ARRAY) return this.#begin("member", byte, "`,` or `}`");
        this.#foundUnder = true;
        return this.#expect("a record or `]`");
      case "`,` or `}`":
        if (byte === COMMA) return this.#expect("a key");
        if (byte === CLOSE_OBJECT) return this.#expect("the end of the file");
        throw this.#unexpected(byte);
      case "the end of the file":
        throw this.#unexpected(byte);
    }
  }

  #expect(expecting: Expecting): false {
    this.#expecting = expecting;
    return false;
  }

  #endArray(): false {
    return this.#expect(this.#isWrapped ? "`,` or `}`" : "the end of the file");
  }

  #begin(open: Open, first: number, after: Expecting): true {
    if (!this.#passer.begin(first)) throw this.#unexpected(first);
    this.#open = open;
    this.#expecting = after;
    this.start = this.#at;
    this.straddles = false;
    this.offset = this.#base + this.#at;
    this.line = this.#newlines + 1;
    return true;
  }

  /** Keeps no more of a key than can tell it from the wanted one. */
  #keepKey(bytes: Uint8Array): void {
    const room = JSON.stringify(this.#under ?? "").length + 1 - this.#keyBytes.length;
    for (const byte of bytes.subarray(0, Math.max(0, room))) this.#keyBytes.push(byte);
  }

  #endKey(): void {
    const text = new TextDecoder().decode(Uint8Array.from(this.#keyBytes));
    this.#keyBytes = [];
    this.#isUnder = text === JSON.stringify(this.#under);
  }

  #unexpected(byte: number): ProvisoError {
    const shown = byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `byte 0x${byte.toString(16)}`;
    const looksLikeLines = this.#expecting === "the end of the file" && byte === OPEN_OBJECT;
    return new ProvisoError("INPUT_MALFORMED", `expected ${this.#expecting}, found \`${shown}\``, {
      place: { file: this.#file, line: this.#newlines + 1, offset: this.#base + this.#at },
      hint: looksLikeLines
        ? "this looks like JSON Lines: name the file `.jsonl`"
        : "check that the file is the export as it was downloaded",
    });
  }
}
