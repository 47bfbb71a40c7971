/**
 * ExportTally x question x shards -> **Manifest**
 */
import { sortedCounts } from "./counts.ts";
import { digestOfJson } from "./digest.ts";
import { type FileEntry, MANIFEST_FORMAT, type Manifest, type ManifestBody } from "./manifest.ts";
import { dutyOf } from "./obligations.ts";
import type { ExportTally } from "./tally.ts";

/** What the export was made from and for. */
export interface ExportAbout {
  readonly version: string;
  readonly dataset: ManifestBody["dataset"];
  readonly purpose: string;
  /** Epoch milliseconds; `known` is Infinity for all that is recorded. */
  readonly at: number;
  readonly known: number;
  readonly sources: ManifestBody["sources"];
  readonly key: string;
  readonly scope: string;
  readonly profile: ManifestBody["profile"];
  readonly output: ManifestBody["output"];
}

export function manifestBody(
  about: ExportAbout,
  tally: ExportTally,
  shards: ManifestBody["shards"],
  members: ManifestBody["members"],
): ManifestBody {
  const { version, dataset, purpose, at, known, sources, key, scope, profile, output } = about;
  return {
    format: MANIFEST_FORMAT,
    tool: { name: "proviso", version },
    dataset,
    purpose,
    ...instantsOf({ at, known }),
    sources,
    policies: sortedCounts(tally.get("policies")).map(([ref, conversations]) => {
      const [id = "", policyVersion = "", digest = ""] = ref.split(" ");
      return { id, version: policyVersion, digest, conversations };
    }),
    key,
    scope,
    profile,
    output,
    conversations: {
      read: tally.total("conversations read"),
      included: tally.total("conversations included"),
      excluded: sortedCounts(tally.get("withheld")).map(([ref, conversations]) => {
        const [end, reason = ""] = ref.split(" ");
        const items = tally.get("withheldItems").get(ref) ?? 0;
        return { reason, end: end === "cannot-tell" ? end : "not-used", conversations, items };
      }),
    },
    items: {
      read: tally.total("items read"),
      included: tally.total("items included"),
      excluded: sortedCounts(tally.get("left")).map(([reason, items]) => ({ reason, items })),
    },
    members,
    reservations: sortedCounts(tally.get("signals")).map(([signal, pages]) => ({ signal, pages })),
    redactions: sortedCounts(tally.get("redactions")).map(([type, count]) => ({ type, count })),
    flags: sortedCounts(tally.get("flags")).map(([category, items]) => ({ category, items })),
    obligations: sortedCounts(tally.get("obligations")).map(([obligation, conversations]) => ({
      obligation,
      conversations,
      ...dutyOf(obligation),
    })),
    shards,
  };
}

/** As the manifest says them. */
export function instantsOf({ at, known }: Pick<ExportAbout, "at" | "known">): Pick<Manifest, "at" | "known"> {
  return {
    at: new Date(at).toISOString(),
    known: Number.isFinite(known) ? new Date(known).toISOString() : null,
  };
}

/** The body with the files beside the shards and the digest over all of it. */
export function sealed(body: ManifestBody, files: readonly FileEntry[]): Manifest {
  const unsealed = { ...body, files: [...files] };
  return { ...unsealed, digest: digestOfJson(unsealed) };
}
