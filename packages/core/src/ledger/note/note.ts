/**
 * **Note**: a text that is signed, by one or several (C2SP signed-note)
 *
 *     text, of whole lines
 *
 *     — name base64(id, signature)
 *
 * What is signed is the text with its last line end, byte for byte.
 */
import { ProvisoError } from "../../errors.ts";
import { decodeBase64, encodeBase64 } from "../base64.ts";
import { isKeyName } from "./key.ts";

export interface Signature {
  readonly name: string;
  readonly id: number;
  /** What stands behind the id; its form depends on the algorithm. */
  readonly bytes: Uint8Array;
}

export interface Note {
  /** With its last line end. */
  readonly text: string;
  readonly signatures: readonly Signature[];
}

const MARK = "\u2014 ";
const ID_BYTES = 4;
/** More than a log and all its witnesses; a note of a million lines must not cost a million checks. */
const MAX_SIGNATURES = 100;
const MAX_CHARACTERS = 1_000_000;
/** ASCII control characters other than the line end must not be in a note. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** @throws RangeError for a text that no note can have */
export function printNote({ text, signatures }: Note): string {
  if (!isNoteText(text)) throw new RangeError("a note's text is whole lines without control characters");
  return `${text}\n${signatures.map(printSignature).join("")}`;
}

export function printSignature({ name, id, bytes }: Signature): string {
  const all = new Uint8Array(ID_BYTES + bytes.length);
  new DataView(all.buffer).setUint32(0, id);
  all.set(bytes, ID_BYTES);
  return `${MARK}${name} ${encodeBase64(all)}\n`;
}

export function isNoteText(text: string): boolean {
  return text.endsWith("\n") && text.isWellFormed() && !CONTROL.test(text);
}

/**
 * @param file for the error's place
 * @throws ProvisoError NOTE_INVALID
 */
export function parseNote(note: string, file?: string): Note {
  const fail = (what: string, line?: number): ProvisoError =>
    new ProvisoError("NOTE_INVALID", what, {
      place: { file, line },
      hint: "a signed note is a text, an empty line, and lines `— name base64`",
    });
  if (note.length > MAX_CHARACTERS) throw fail("the note is longer than any");
  const split = note.lastIndexOf("\n\n");
  if (split < 0) throw fail("the note has no empty line before its signatures");
  const text = note.slice(0, split + 1);
  if (!isNoteText(text)) throw fail("the note holds a control character or half a character");
  if (!note.endsWith("\n")) throw fail("the note has no end of line at its end; was it cut off?");
  const lines = note.slice(split + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) throw fail(`the note has more than ${MAX_SIGNATURES} signatures`);
  const first = text.split("\n").length + 1;
  const signatures = lines.map((line, index) => {
    const signature = parseSignature(line);
    if (signature === undefined) throw fail("this is no line of a signature", first + index);
    return signature;
  });
  return { text, signatures };
}

function parseSignature(line: string): Signature | undefined {
  if (!line.startsWith(MARK)) return undefined;
  const [name = "", encoded = "", ...more] = line.slice(MARK.length).split(" ");
  const all = decodeBase64(encoded);
  if (!isKeyName(name) || more.length > 0 || all === undefined || all.length <= ID_BYTES) return undefined;
  return { name, id: new DataView(all.buffer).getUint32(0), bytes: all.subarray(ID_BYTES) };
}
