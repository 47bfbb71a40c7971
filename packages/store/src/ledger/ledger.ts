/**
 * event, decision, manifest -> **Ledger** -> evidence
 *
 * What was logged stays logged: a leaf is never taken back, and whoever holds an earlier checkpoint can
 * see that the log only grew. Salts and values are kept apart from the log and can be forgotten.
 */
import type { Evidence, Opening, VerifierKey } from "@proviso/core/ledger";
import type { Hash } from "@proviso/core/merkle";

export interface Appended {
  /** Number of the first of the leaves. */
  readonly first: number;
  /** How many leaves the log has with them; it may hold others behind them. */
  readonly size: number;
}

export interface Kept {
  readonly index: number;
  /** Undefined if it was erased, or never kept. */
  readonly opening: Opening | undefined;
}

/** A key that has signed heads of the log. */
export interface LogKey {
  /** As `name+id+key`. */
  readonly key: string;
  /** How many leaves the log had when the key came into use. */
  readonly since: number;
  /** A note in which the key before it names this one, signed by both. */
  readonly handover?: string;
}

/** What is public about a log besides its tree. */
export interface Settings {
  readonly origin: string;
  /** The last one signs. */
  readonly keys: readonly LogKey[];
  /** Verifier keys of those whose cosignatures are taken. */
  readonly witnesses: readonly string[];
}

export interface Ledger {
  readonly origin: string;
  settings(): Promise<Settings>;
  /** The last signed checkpoint, as the text of a note. */
  head(): Promise<string>;
  /** Durable when it resolves. Calls that come while others are being written are written together. */
  append(openings: readonly Opening[]): Promise<Appended>;
  /** The bytes of a leaf. */
  leaf(index: number): Promise<Uint8Array>;
  opening(index: number): Promise<Opening | undefined>;
  /** In order. What is logged meanwhile is left out. */
  openings(from?: number): AsyncIterable<Kept>;
  /** Against the head as it is now. */
  evidence(index: number): Promise<Evidence>;
  /** The root that the log had when it had that many leaves. */
  rootAt(size: number): Promise<Hash>;
  /** That the head goes on from the log of `from` leaves. */
  consistency(from: number): Promise<readonly Hash[]>;
  /** Forgets salt and value for good. The leaf stays, and no longer says anything to anyone. */
  erase(index: number): Promise<void>;
  /** Takes a witness's signature of the head. */
  addCosignature(note: string, witness: VerifierKey): Promise<void>;
  /** A new key of the log; the head is signed by both, so that who trusts the old one can trust it. */
  rotate(): Promise<VerifierKey>;
  /** Reads all there is, and recomputes it. */
  check(): Promise<Checked>;
  close(): Promise<void>;
}

export interface Checked {
  readonly leaves: number;
  /** Openings that fit their leaves. */
  readonly openings: number;
  /** Leaves whose opening was erased. */
  readonly erased: number;
}
