/** Entries of an archive -> **Queued** -> status and alerts */
import type { DocumentName } from "@proviso/core/terms";
import type { SignalName } from "./signals.ts";

/** Days without a good look after which a document is queued even if nothing failed. */
export const STALE_DAYS = 7;

/** A document that we cannot see, or do not see well, and since when. */
export interface Queued {
  readonly document: DocumentName;
  readonly signal: SignalName;
  /** In plain words, from the latest look. */
  readonly reason: string;
  /** Milliseconds since 1970, UTC: the first look that failed after the last good one. */
  readonly since: number;
  /** Looks that failed since then, whatever their signal. */
  readonly times: number;
  /** When it was last seen well; undefined if it never was. */
  readonly lastSeen: number | undefined;
  /** Id of the text that was last seen well; undefined if there is none. */
  readonly lastGood: string | undefined;
}
