/** What commander hands to `lake …` and `sql`, by name. */
import type { DialectName } from "@proviso/core/sql";
import type { PolicyOptions } from "./options.ts";

interface AskingOptions extends PolicyOptions {
  readonly policy: string;
  /** Epoch milliseconds. */
  readonly at?: number;
  readonly known?: number;
  readonly purpose?: readonly string[];
}

export interface LakeOptions extends AskingOptions {
  readonly out: string;
  readonly facts?: boolean;
  readonly items?: boolean;
  readonly clocks?: boolean;
  readonly resume?: boolean;
  readonly force?: boolean;
  readonly keepGoing?: boolean;
  /** Bytes. */
  readonly memory: number;
  readonly threads?: number;
  readonly buckets?: number;
  readonly work?: string;
  readonly format?: "parquet" | "csv" | "jsonl";
}

export interface LakeRunOptions extends AskingOptions {
  readonly engine: "spark" | "trino" | "postgres";
  readonly events: string;
  readonly facts?: string;
  readonly parquet?: string;
  readonly as: "view" | "table";
  readonly items?: boolean;
  readonly replace?: boolean;
  readonly master?: string;
  readonly url?: string;
  readonly catalog?: string;
  readonly schema?: string;
  readonly user?: string;
}

export interface SqlOptions extends AskingOptions {
  readonly dialect: DialectName;
  readonly events: string;
  readonly facts?: string;
  readonly as: "view" | "table";
  readonly items?: boolean;
  readonly placeholders?: boolean;
  readonly dbt?: string;
}
