/**
 * Events x manifests x membership -> **Lineage**: which runs took in which conversations, both ways
 *
 * Names the runs that had begun when a person took data back. What a model has learned stays in it;
 * nothing here says otherwise.
 */
import type { Purpose } from "../events/event.ts";

export type Membership = "included" | "excluded" | "unknown";

/** What a lineage needs to know of an export's manifest. */
export interface LineageManifest {
  readonly digest: string;
  readonly purpose: string;
  /** Epoch milliseconds: the instant that it was asked for, not that of its making. */
  readonly at: number;
  /** Epoch milliseconds: what was recorded later was left out; undefined where nothing was. */
  readonly known: number | undefined;
  /** Conversations in it. */
  readonly conversations: number;
}

/** Conversations that the log itself says were taken in: a word, where a manifest gives proof. */
export interface Listed {
  /** Whose conversations the list is of; undefined: everyone's. */
  readonly account: string | undefined;
  readonly conversations: readonly string[];
  /** Whether others of the account were left out. */
  readonly isWhole: boolean;
}

/** One start of a run. A run that is recorded with two starts has two. */
export interface Run {
  readonly run: string;
  readonly model: string | undefined;
  /** As it was recorded, and that of its manifest; two where they differ, none where neither is known. */
  readonly purposes: readonly string[];
  readonly manifest: string | undefined;
  /** Epoch milliseconds (UTC). */
  readonly startedAt: number;
  /** Epoch milliseconds: when it was first recorded. */
  readonly recorded: number;
  readonly listed: readonly Listed[];
}

/** The conversations asked about, each in one of the lists. */
export type Members = Readonly<Record<Membership, readonly string[]>>;

export interface RunMembers {
  readonly run: Run;
  readonly members: Members;
}

/**
 * - `withdrawal`: a refusal where a grant stood, or the control stood on
 * - `refusal`: one where neither is recorded
 */
export type StopKind = "withdrawal" | "refusal" | "objection" | "conversation-deleted" | "account-deleted";

/** From here on, data is not to go into new runs; whether it may, the policy says. */
export interface Stop {
  readonly kind: StopKind;
  readonly account: string;
  /** Undefined: all conversations of the account. */
  readonly conversation: string | undefined;
  /** Undefined: every purpose. */
  readonly purpose: Purpose | undefined;
  readonly at: number;
  readonly recorded: number;
  /** When it was granted again, or the objection was withdrawn; undefined if neither is recorded. */
  readonly endedAt: number | undefined;
  readonly event: { readonly source: string; readonly id: string };
}

/** An export that was made for an instant at or after a stop. */
export interface LaterManifest {
  readonly manifest: LineageManifest;
  readonly members: Members;
  /** Whether the question let the stop be known; undefined where the manifest does not tell. */
  readonly knew: boolean | undefined;
}

/**
 * A stop, and the runs it concerns by when they began. Runs that are shown to have left the
 * conversations out are in `later` alone.
 */
export interface After {
  readonly stop: Stop;
  /** Began before it, and were recorded before it was: had already begun. */
  readonly begun: readonly RunMembers[];
  /** Said to have begun before it, but recorded no sooner than it was. */
  readonly recordedAfter: readonly RunMembers[];
  /** Began at or after it, before it was recorded. */
  readonly unaware: readonly RunMembers[];
  /** Began when it had happened and was recorded. */
  readonly later: readonly RunMembers[];
  readonly manifests: readonly LaterManifest[];
}

export interface Lineage {
  /** By id: the one that was asked about, or those of the account that events name. */
  readonly conversations: readonly string[];
  /** Whose they are; empty where no event says. */
  readonly accounts: readonly string[];
  readonly uses: readonly RunMembers[];
  readonly manifests: readonly { readonly manifest: LineageManifest; readonly members: Members }[];
  readonly after: readonly After[];
}
