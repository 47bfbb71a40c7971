/**
 * **Medium**: where a log's bytes lie, be it a folder or a database
 *
 * Knows nothing of keys and proofs. Reads are by tile and by bundle of 256, as logs are served.
 */
import type { Opening, Tile } from "@proviso/core/ledger";
import type { Settings } from "./ledger.ts";

export type Bundle = Pick<Tile, "index" | "width">;

export interface NewLeaf {
  readonly data: Uint8Array;
  /** As JSON; undefined where there is none to keep. */
  readonly opening: string | undefined;
}

/** Leaves that are written together, or not at all. */
export interface Batch {
  readonly first: number;
  readonly leaves: readonly NewLeaf[];
  /** By level of tiles: the hashes that follow upon those of the log before it, one after another. */
  readonly hashes: readonly Uint8Array[];
  /** The checkpoint over everything up to the last of the leaves. */
  readonly note: string;
}

export interface Medium {
  /** For messages. */
  readonly place: string;
  head(): Promise<string>;
  settings(): Promise<Settings>;
  /** @throws ProvisoError LEDGER_DAMAGED if it is not there */
  tile(tile: Tile): Promise<Uint8Array>;
  /** @throws ProvisoError LEDGER_DAMAGED if there are fewer than the bundle's width */
  leaves(bundle: Bundle): Promise<readonly Uint8Array[]>;
  openings(bundle: Bundle): Promise<readonly (Opening | undefined)[]>;
  close(): Promise<void>;
}

export interface WritableMedium extends Medium {
  /** Durable when it resolves. */
  write(batch: Batch): Promise<void>;
  /** Another note over the same tree, or other settings, or both. */
  put(head: string, settings: Settings): Promise<void>;
  erase(index: number): Promise<void>;
}
