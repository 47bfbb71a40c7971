/**
 * **Checkpoint**: the head of a log (C2SP tlog-checkpoint), as the text of a signed note
 *
 *     example.com/log
 *     15
 *     base64 of the root
 */
import { ProvisoError } from "../errors.ts";
import { HASH_BYTES, type Hash } from "../merkle/index.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { type Note, parseNote } from "./note/note.ts";

export interface Checkpoint {
  /** Names the log, and is the name of its key. */
  readonly origin: string;
  /** How many leaves there are. */
  readonly size: number;
  readonly root: Hash;
  /** Further lines, which mean nothing to us and are signed too. */
  readonly extensions: readonly string[];
}

export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note;
}

/** The text to be signed. */
export function printCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, size, encodeBase64(root), ...extensions].map((line) => `${line}\n`).join("");
}

/**
 * @param file for the error's place
 * @throws ProvisoError NOTE_INVALID
 */
export function parseCheckpoint(text: string, file?: string): SignedCheckpoint {
  const note = parseNote(text, file);
  const [origin = "", count = "", encoded = "", ...extensions] = note.text.slice(0, -1).split("\n");
  const fail = (line: number, field: string, hint: string): ProvisoError =>
    new ProvisoError("NOTE_INVALID", `the checkpoint has no good ${field}`, {
      place: { file, line, field },
      hint,
    });
  if (origin === "") throw fail(1, "origin", "the first line names the log");
  const size = /^(?:0|[1-9][0-9]{0,15})$/.test(count) ? Number(count) : Number.NaN;
  if (!Number.isSafeInteger(size)) throw fail(2, "size", "the second line is the number of leaves");
  const root = decodeBase64(encoded);
  if (root?.length !== HASH_BYTES) throw fail(3, "root", "the third line is 32 bytes in base64");
  if (extensions.some((line) => line === ""))
    throw fail(4, "extension", "an extension is a line with something in it");
  return { origin, size, root, extensions, note };
}
