/** One version, or two between which something changed -> **Bundle** */
import { ProvisoError } from "@proviso/core";
import type { Evidence } from "@proviso/core/ledger";
import { type AxisFact, axisFacts, changeOf, split } from "@proviso/core/terms";
import type { Entry, SnapshotEntry, VersionEntry } from "../archive/archive.ts";
import { keyOf } from "../archive/document-states.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { Declaration } from "../declare/declaration.ts";
import { versionOf } from "../run/memory.ts";
import {
  BUNDLE_FORMAT,
  type BundleChange,
  type BundleFact,
  type BundleVersion,
  type IndexHead,
} from "./bundle.ts";
import { type IndexTree, indexHeadIn, readIndexTree } from "./index-tree.ts";
import { printBundle } from "./print-bundle.ts";
import { rulesOfRecipe } from "./rules-of-recipe.ts";

export interface EvidenceRequest {
  /** Before and after of a change, or one version alone. */
  readonly versions: readonly [VersionEntry] | readonly [VersionEntry, VersionEntry];
  /** Where the rules are looked for by which the texts were made. */
  readonly declarations?: readonly Declaration[];
  /** That a ledger logged an `IndexHead` of this archive which already has the versions. */
  readonly ledger?: Evidence;
}

/**
 * @returns the file's bytes
 * @throws ProvisoError NOT_FOUND or LEDGER_DAMAGED for what the archive lacks; USAGE for versions of two
 * documents, or evidence that is not of this archive's index
 */
export async function evidenceBundle(archive: Archive, request: EvidenceRequest): Promise<Uint8Array> {
  const { versions, declarations = [], ledger } = request;
  requireOneDocument(versions);
  const found = new Map<number, Map<string, number>>(versions.map(({ seq }) => [seq, new Map()]));
  const logged = ledger === undefined ? undefined : headIn(ledger);
  const tree = await readIndexTree(archive, (entry) => isChosen(entry, versions, found), logged?.entries);
  requireIndex(tree, versions, logged);

  const made: BundleVersion[] = [];
  const snapshots = new Set<number>();
  const blobs = new Set<string>();
  for (const entry of versions) {
    const rules = rulesOfRecipe(entry, declarations);
    const parts = entry.snapshots.map((blob, index) => {
      const seq = found.get(entry.seq)?.get(blob);
      if (seq === undefined) throw lost(blob);
      snapshots.add(seq);
      blobs.add(blob);
      return { seq, rules: rules[index] ?? null };
    });
    made.push({ seq: entry.seq, markdown: await archive.readVersion(entry), parts });
  }
  const kept = [];
  for (const hash of blobs) {
    kept.push({ hash, base64: Buffer.from(await archive.readBlob(hash)).toString("base64") });
  }
  const used = new Set([...versions.map(({ seq }) => seq), ...snapshots, tree.head.entries]);
  const lines = [...tree.lines.values()].filter(({ seq }) => used.has(seq)).sort((a, b) => a.seq - b.seq);
  return printBundle({
    format: BUNDLE_FORMAT,
    versions: made,
    ...(await saidBy(archive, versions)),
    index: { head: tree.head, lines },
    blobs: kept,
    ledger: ledger ?? null,
  });
}

function isChosen(
  entry: Entry,
  versions: readonly VersionEntry[],
  found: ReadonlyMap<number, Map<string, number>>,
): boolean {
  if (entry.kind === "version") return versions.some(({ seq }) => seq === entry.seq);
  if (entry.kind !== "snapshot") return false;
  const users = versions.filter((version) => isMadeOf(version, entry));
  for (const { seq } of users) found.get(seq)?.set(entry.blob, entry.seq);
  return users.length > 0;
}

/** The last of them is the one that was read: an earlier answer may have had another media type. */
function isMadeOf(version: VersionEntry, { seq, blob, document }: SnapshotEntry): boolean {
  return seq < version.seq && version.snapshots.includes(blob) && keyOf(document) === keyOf(version.document);
}

async function saidBy(
  archive: Archive,
  [first, second]: EvidenceRequest["versions"],
): Promise<{ readonly facts: BundleFact[]; readonly changes: BundleChange[] }> {
  const before = await versionOf(archive, first);
  if (second === undefined) {
    const facts = axisFacts(before.text, split(before.text));
    return { facts: facts.map((fact) => factOf(fact, first.seq)), changes: [] };
  }
  const { changes } = changeOf(first.document, before, await versionOf(archive, second));
  const facts: BundleFact[] = [];
  const place = (fact: AxisFact | undefined, seq: number): number | null =>
    fact === undefined ? null : facts.push(factOf(fact, seq)) - 1;
  return {
    changes: changes.map(({ axis, kind, direction, why, before: was, after: is }) => {
      const [from, to] = [place(was, first.seq), place(is, second.seq)];
      return { axis, kind, direction, why, before: from, after: to };
    }),
    facts,
  };
}

function factOf({ axis, values, start, end, quote }: AxisFact, version: number): BundleFact {
  return { version, axis, values: { ...values }, start, end, quote };
}

function headIn({ opening }: Evidence): IndexHead {
  const head = indexHeadIn(opening.value);
  if (head !== undefined) return head;
  throw new ProvisoError("USAGE", "the ledger's evidence is not that of an archive's index", {
    place: { field: "opening.value" },
    hint: "log the head of the index first, and take the evidence of that leaf",
  });
}

function requireIndex(
  tree: IndexTree | undefined,
  versions: EvidenceRequest["versions"],
  logged: IndexHead | undefined,
): asserts tree is IndexTree {
  const isSame = logged === undefined || (tree?.head.root === logged.root && tree.head.head === logged.head);
  if (tree !== undefined && isSame && versions.every(({ seq }) => tree.lines.has(seq))) return;
  if (tree === undefined || !isSame) {
    throw new ProvisoError("USAGE", "what the ledger logged is not the index of this archive", {
      place: { field: "opening.value" },
      hint: "name the ledger that this archive's heads were logged in",
    });
  }
  throw new ProvisoError("USAGE", "the index that the ledger logged does not have these versions yet", {
    place: { field: "opening.value.entries" },
    hint: "log the head of the index as it is now",
  });
}

function requireOneDocument([first, second]: EvidenceRequest["versions"]): void {
  if (second === undefined) return;
  if (keyOf(first.document) === keyOf(second.document) && first.seq !== second.seq) return;
  throw new ProvisoError("USAGE", "a change has two versions of one document", {
    hint: "name two versions of it, the earlier one first",
  });
}

function lost(blob: string): ProvisoError {
  return new ProvisoError("LEDGER_DAMAGED", `no line of the index tells of the snapshot \`${blob}\``, {
    hint: "run a check of the archive",
  });
}
