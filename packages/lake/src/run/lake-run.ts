/**
 * **LakeRequest** -> run-lake -> **LakeResult**
 *
 * What is asked of which tables, and what came of it.
 */
import type { Purpose } from "@proviso/core/events";
import type { PolicySet } from "@proviso/core/policy";
import type { RowFault } from "../input/check-rows.ts";

/** Bytes. */
export const DEFAULT_MEMORY = 1_000_000_000;

export const LAKE_TABLES = ["facts", "decisions", "clocks", "due"] as const;
export type LakeTable = (typeof LAKE_TABLES)[number];

export interface LakeRequest {
  /** Tables to write. */
  readonly tables: readonly LakeTable[];
  /** Files, folders, patterns, addresses. */
  readonly inputs: readonly string[];
  readonly from: "events" | "facts";
  readonly set: PolicySet;
  /** By default all that the policies speak of. */
  readonly purposes?: readonly Purpose[] | undefined;
  readonly items: boolean;
  /** Epoch milliseconds (UTC); `isAtGiven` false: now, or what an earlier run that is gone on with asked. */
  readonly at: number;
  readonly isAtGiven: boolean;
  readonly known: number | undefined;
  /** Form of the files; anything but Parquet only for `due`, which is short. */
  readonly format: "parquet" | "csv" | "jsonl";
  /** The folder that is whole in the end, or not there. */
  readonly out: string;
  /** Folder for what is needed only on the way; by default beside `out`. */
  readonly work?: string | undefined;
  readonly resume: boolean;
  readonly force: boolean;
  readonly keepGoing: boolean;
  /** Parts that the events are laid out in; by default as many as their number asks for. */
  readonly buckets?: number | undefined;
  /** Bytes. */
  readonly memory: number;
  readonly threads?: number | undefined;
  /** Version of the program, for the manifest. */
  readonly version: string;
  /** Stops the run; what is done is kept. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: LakeProgress) => void) | undefined;
}

/** Done of all there is to do in a step: bytes while reading JSONL, parts while writing. */
export interface LakeProgress {
  readonly step: "reading" | "checking" | "parting" | "writing";
  readonly done: number;
  readonly all: number;
}

export interface LakeResult {
  readonly out: string;
  readonly manifest: LakeManifest;
  readonly notes: readonly string[];
}

export interface ManifestInput {
  readonly path: string;
  readonly bytes: number | null;
  /** `sha256:` over the file, or `footer-sha256:` over what its Parquet footer says. */
  readonly digest: string;
}

export interface ManifestPart {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Rows by use and reason, or by copy. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const MANIFEST_KIND = "proviso-lake/1";

export interface LakeManifest {
  readonly manifest: typeof MANIFEST_KIND;
  readonly proviso: string;
  readonly engine: string;
  readonly question: { readonly at: string | null; readonly known: string | null; readonly items: boolean };
  readonly product: string;
  readonly policies: readonly { readonly id: string; readonly version: string; readonly digest: string }[];
  /** What the facts hold beside the vocabulary; tables of facts are for these policies only. */
  readonly needs: string;
  readonly sql: string;
  readonly inputs: readonly ManifestInput[];
  readonly events: number | null;
  /** Event types without effect, with their rows. */
  readonly foreign: Readonly<Record<string, number>>;
  readonly leftOut: { readonly accounts: number; readonly faults: readonly RowFault[] };
  readonly tables: Readonly<
    Record<
      string,
      {
        readonly rows: number;
        readonly columns: Readonly<Record<string, string>>;
        readonly counts: Counts;
        readonly parts: readonly ManifestPart[];
      }
    >
  >;
}
