/**
 * The contract every importer keeps. One importer is one file that exports one `Source`.
 */
import type { SourceRecord } from "./conversation.ts";
import type { Report } from "./report.ts";

/** One file of an input: a folder's file, a zip's entry, or a file given by path. */
export interface SourceFile {
  /** Path inside the input, with `/`; what messages name. */
  readonly path: string;
  /** Uncompressed bytes, where known beforehand. */
  readonly size: number | undefined;
  /** Opens the file anew from its start. The caller MUST consume or return() the iterator. */
  open(): AsyncIterable<Uint8Array>;
}

/** The input as a set of files, ordered by path; a single file is a set of one. */
export interface Input {
  /** What the user called it: shown in messages. */
  readonly name: string;
  readonly files: readonly SourceFile[];
}

export interface ReadOptions {
  /** Decode and attach text content. Off, importers skip over content and stay fast. */
  readonly content: boolean;
  /** A malformed record stops the read; otherwise it is counted in the report and passed over. */
  readonly strict: boolean;
  /** Checks a whole record for well-formed UTF-8; hosts pass a native one. Defaults to TextDecoder. */
  readonly isUtf8?: (bytes: Uint8Array) => boolean;
  /** Called now and then with the (uncompressed) bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
}

export interface Source {
  /** Format name, for example `chatgpt-export`; also names the events' CloudEvents source. */
  readonly id: string;
  /** One line for `--help` and the docs. */
  readonly title: string;
  /**
   * Event kinds for which an export made of these files is complete; see `proviso.log-complete`.
   * Takes the files that `detect` named: a missing file (feedback, say) is silence, not absence.
   */
  completeFor(files: readonly SourceFile[]): readonly string[];
  /**
   * The files of `input` this importer would read; empty when the format is not its own.
   * Reads at most the first 64 KiB of a file. MUST NOT throw on foreign bytes.
   */
  detect(input: Input): Promise<readonly SourceFile[]>;
  /**
   * Streams the records of the files that `detect` named; accounts and feedback come before the
   * conversations, so that one pass can decide them. Unknown fields and line types are
   * counted in `report`. Throws ProvisoError INPUT_* for what cannot be passed over.
   */
  read(files: readonly SourceFile[], report: Report, options: ReadOptions): AsyncIterable<SourceRecord>;
}
