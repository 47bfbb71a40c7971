/** What a run has read and written -> **LakeManifest** */
import { digestOf } from "@proviso/core/policy";
import type { RowFault } from "../input/check-rows.ts";
import { needsDigest, sqlDigest } from "./digests.ts";
import {
  type Counts,
  type LakeManifest,
  type LakeRequest,
  MANIFEST_KIND,
  type ManifestInput,
} from "./lake-run.ts";
import type { PartDone } from "./run-folder.ts";

export interface Ran {
  readonly inputs: readonly ManifestInput[];
  readonly engine: string;
  readonly sql: readonly string[];
  readonly done: readonly PartDone[];
  readonly events: number | null;
  readonly foreign: ReadonlyMap<string, number>;
  readonly leftOut: number;
  readonly faults: readonly RowFault[];
}

export function manifestOf(request: LakeRequest, ran: Ran): LakeManifest {
  const { set, at, known, items, from, version } = request;
  return {
    manifest: MANIFEST_KIND,
    proviso: version,
    engine: `DuckDB ${ran.engine}`,
    question: {
      // A table of facts has its own instant in every row.
      at: from === "facts" ? null : new Date(at).toISOString(),
      known: known === undefined ? null : new Date(known).toISOString(),
      items,
    },
    product: set.product,
    policies: set.chains
      .flat()
      .map((policy) => ({ id: policy.id, version: policy.version, digest: digestOf(policy) })),
    needs: needsDigest(set),
    sql: sqlDigest(ran.sql),
    inputs: ran.inputs,
    events: ran.events,
    foreign: Object.fromEntries(ran.foreign),
    leftOut: { accounts: ran.leftOut, faults: ran.faults },
    tables: Object.fromEntries(request.tables.map((table) => [table, tableOf(ran.done, table)])),
  };
}

function tableOf(
  done: readonly PartDone[],
  table: LakeRequest["tables"][number],
): LakeManifest["tables"][string] {
  const parts = done.flatMap((part) => part[table] ?? []);
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    columns: parts[0]?.columns ?? {},
    counts: summed(parts.map(({ counts }) => counts)),
    parts: parts.map(({ file, rows, bytes, sha256 }) => ({ file, rows, bytes, sha256 })),
  };
}

function summed(all: readonly Counts[]): Counts {
  const sums: Record<string, Record<string, number>> = {};
  for (const counts of all) {
    for (const [group, numbers] of Object.entries(counts)) {
      const into = sums[group] ?? {};
      sums[group] = into;
      for (const [what, number] of Object.entries(numbers)) into[what] = (into[what] ?? 0) + number;
    }
  }
  return sums;
}
