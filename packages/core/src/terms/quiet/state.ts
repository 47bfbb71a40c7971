/**
 * **QuietState**: what is remembered of one document so that its next version can be judged
 *
 * Plain data for JSON. It holds no text of the document but short lines of page furniture and targets of
 * links; about 25 kB when it is full.
 */

import type { RecordClass } from "./judged.ts";

/** Texts that are remembered; beyond, the one that was seen longest ago is forgotten. */
export const MAX_TEXTS = 256;
/** Lines of furniture and targets of links, each, that are remembered of the last good version. */
export const MAX_LINES = 60;

export interface GoodText {
  /** Id of the version. */
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Hash of its canonical text, 32 hexadecimal digits. */
  readonly whole: string;
  /** As `whole`, without page furniture. */
  readonly content: string;
  readonly words: number;
  /** Share of its letters that stand in links, 0 to 1. */
  readonly linked: number;
  /** ISO 639-1, if it was looked at. */
  readonly language?: string | undefined;
  /** `latin` or `other`; undefined for a mixture. */
  readonly script?: "latin" | "other" | undefined;
  readonly furniture: readonly string[];
  /** Links to legal documents, without queries and tokens. */
  readonly links: readonly string[];
}

export interface SeenText {
  readonly content: string;
  /** Milliseconds since 1970, UTC. */
  readonly lastSeen: number;
  /** When the document was told to have gone back to it. */
  readonly toldReturn?: number | undefined;
  /** When it went to health, if it is not the document. */
  readonly toldFailure?: number | undefined;
}

export interface QuietState {
  readonly format: 1;
  /** The last version that showed the document. */
  readonly good?: GoodText | undefined;
  /** We cannot see the document since then. */
  readonly failing?:
    | { readonly class: RecordClass; readonly since: number; readonly text: GoodText }
    | undefined;
  /** The version that was told last; what the reader of alerts believes. */
  readonly told?: { readonly id: string; readonly content: string } | undefined;
  /** The present text was held as flapping, and is not the one that was told last: since when. */
  readonly held?: { readonly since: number } | undefined;
  /** The last return that was told, of whatever text. */
  readonly toldReturn?: number | undefined;
  /** In the order of `lastSeen`, the oldest first. */
  readonly texts: readonly SeenText[];
}

export const EMPTY_STATE: QuietState = { format: 1, texts: [] };
