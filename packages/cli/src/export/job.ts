/**
 * **Batch** of selected conversations -> redact, format -> **Batch rows**
 *
 * What goes to a worker thread and comes back: plain data. Batches are cut by what is in them and never
 * by how many workers there are, so that any number of workers writes the same bytes.
 */
import type { TallyJson, Turn } from "@proviso/core/export";
import type { KnownValue, Profile } from "@proviso/core/redact";

export interface Job {
  readonly token: string;
  readonly turns: readonly Turn[];
  /** What a model has found in the turns. */
  readonly known?: readonly KnownValue[];
  /** Whose conversation it is; dates are shifted alike for the same one. It goes into no file. */
  readonly subject: string;
  /** Items of the conversation, those that stay out included. */
  readonly items: number;
  /** Reason -> items that stay out already. */
  readonly left: ReadonlyMap<string, number>;
  readonly signals: ReadonlyMap<string, number>;
  readonly obligations: readonly string[];
  /** Written into the row, where ids were asked for and no obligation forbids them. */
  readonly ids: Readonly<Record<string, string | null>> | undefined;
}

export interface RowInfo {
  readonly token: string;
  /** Items that went in. */
  readonly items: number;
  /** Bytes of its line, the line end left out, and their SHA-256. */
  readonly bytes: number;
  readonly sha256: string;
}

export interface BatchRows {
  /** One JSON line per row. */
  readonly lines: Uint8Array;
  readonly rows: readonly RowInfo[];
  readonly tally: TallyJson;
}

/** What a worker has to know; plain data too. */
export interface WorkSettings {
  readonly format: string;
  readonly profile: Profile;
  readonly key: Uint8Array;
  readonly scope: string;
}
