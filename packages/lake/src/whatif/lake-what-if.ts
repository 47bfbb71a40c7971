/**
 * **LakeWhatIfRequest** -> compare-lake -> **LakeWhatIf**
 *
 * What is compared with what, over which tables, and what came of it.
 */
import type { Purpose } from "@proviso/core/events";
import type { PolicySet } from "@proviso/core/policy";
import type { WhatIf } from "@proviso/core/whatif";
import type { LakeProgress } from "../run/lake-run.ts";

/** What is decided with, and as of when: epoch milliseconds (UTC). */
export interface LakeSide {
  readonly set: PolicySet;
  readonly at: number;
  /** Undefined: all that is recorded counts. */
  readonly known: number | undefined;
}

export interface LakeWhatIfRequest {
  /** Files, folders, patterns, addresses: of events, or of facts. */
  readonly inputs: readonly string[];
  readonly before: LakeSide;
  readonly after: LakeSide;
  /** Policies that a table of facts may have been made for, beside those of the two sides; likeliest first. */
  readonly madeFor: readonly PolicySet[];
  /** Whether an instant was asked for: a table of facts has its own. */
  readonly isAtGiven: boolean;
  /** By default, for each conversation, those that the versions which may govern it speak of. */
  readonly purposes?: readonly Purpose[] | undefined;
  /** Gets a row per change; Parquet or JSON lines, by its ending. */
  readonly list?: string | undefined;
  /** Folder for what is needed only on the way; made, and taken away. */
  readonly work: string;
  readonly buckets?: number | undefined;
  /** Bytes. */
  readonly memory: number;
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: LakeProgress) => void) | undefined;
}

export interface LakeWhatIf {
  readonly found: WhatIf;
  readonly from: "events" | "facts";
  readonly notes: readonly string[];
  /** Event types without effect, with their rows. */
  readonly foreign: ReadonlyMap<string, number>;
}
