/** **EntryDraft**: what a writer says -> **EntryDraft** -> Entry with its number and the hash before it */
import type { CheckEntry, SnapshotEntry, VersionEntry } from "./archive.ts";

type Draft<T> = Omit<T, "seq" | "prev">;
export type EntryDraft = Draft<SnapshotEntry> | Draft<VersionEntry> | Draft<CheckEntry>;

/** A version whose Markdown is still to be written to its file. */
export interface VersionDraft extends Omit<VersionEntry, "seq" | "prev" | "kind" | "version" | "file"> {
  /** Markdown. */
  readonly text: string;
}

/** An answer of a server whose bytes are still to be kept. */
export type SnapshotDraft = Omit<SnapshotEntry, "seq" | "prev" | "kind" | "blob" | "bytes">;
