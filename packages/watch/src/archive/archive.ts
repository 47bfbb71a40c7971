/**
 * **Archive**: a folder that can be read without Proviso
 *
 *   archive.json                    format and version
 *   index.jsonl                     append-only, one entry per line, each naming the hash of the one before
 *   blobs/sha256/ab/abcd…           raw bytes, by their SHA-256
 *   versions/<service>/<type>/<2025-08-29T00-32-01>_<8 hex>.md   (with `[region]` after the type)
 *   declarations/*.yaml|*.json      what is watched; history beside it
 *   state/                          what may be made anew: cursors of alerts, caches
 *   archive.lock                    one writer at a time
 */
import type { DocumentName, Judged } from "@proviso/core/terms";

interface EntryBase {
  /** Counts from 1. */
  readonly seq: number;
  /** Milliseconds since 1970, UTC: when it was written. */
  readonly at: number;
  readonly document: DocumentName;
  /** `sha256:…` of the line before, without its line end; of nothing for the first. */
  readonly prev: string;
}

/** One answer of a server, before anything is made of it. */
export interface SnapshotEntry extends EntryBase {
  readonly kind: "snapshot";
  /** `sha256:…` of the raw bytes in `blobs`. */
  readonly blob: string;
  readonly bytes: number;
  readonly url: string;
  /** After redirects. */
  readonly finalUrl: string;
  readonly status: number;
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tls:
    | { readonly protocol: string; readonly issuer: string; readonly fingerprint256: string }
    | undefined;
  readonly fetcher: "http" | "browser" | "import";
}

/** A text made of snapshots with a recipe. */
export interface VersionEntry extends EntryBase {
  readonly kind: "version";
  /** `sha256:…` of the Markdown. */
  readonly version: string;
  /** Path within the archive. */
  readonly file: string;
  /** Blobs it was made of, in order. */
  readonly snapshots: readonly string[];
  /** Names the declaration's rules and the extractor: equal recipe and bytes give an equal text. */
  readonly recipe: string;
  readonly isUpgrade: boolean;
  readonly language: string | undefined;
  readonly judged: Judged;
}

/** A look that gave no version: nothing new, or we cannot see it. */
export interface CheckEntry extends EntryBase {
  readonly kind: "check";
  /** `doubt`: it was seen, and something about it asks for a look. */
  readonly outcome: "unchanged" | "not-modified" | "failed" | "refused" | "unseen" | "doubt";
  /** Of the closed list in `health/signals.ts`, for all but `unchanged` and `not-modified`. */
  readonly signal: string | undefined;
  readonly reason: string | undefined;
}

export type Entry = SnapshotEntry | VersionEntry | CheckEntry;
