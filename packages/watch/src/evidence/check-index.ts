/** Lines of a bundle -> whether they stand in the index, belong together, and who says that they do */
import type { VerifierKey } from "@proviso/core/ledger";
import { leafHash, verifyInclusion } from "@proviso/core/merkle";
import { printDocument } from "@proviso/core/terms";
import { type Check, type GivenFile, verify } from "@proviso/core/verify";
import type { Entry, SnapshotEntry, VersionEntry } from "../archive/archive.ts";
import { keyOf } from "../archive/document-states.ts";
import { readEntry } from "../archive/entry-schema.ts";
import { HASH_OF_NOTHING, sha256 } from "../archive/hash.ts";
import type { Bundle, IndexHead } from "./bundle.ts";
import { found, lacking } from "./checks.ts";
import { indexHeadIn } from "./index-tree.ts";

export interface IndexChecked {
  readonly checks: readonly Check[];
  /** By number; only those whose place was shown. */
  readonly entries: ReadonlyMap<number, Entry>;
}

export function checkIndex({ index: { head, lines }, versions }: Bundle): IndexChecked {
  const root = Buffer.from(head.root.slice("sha256:".length), "hex");
  const entries = new Map<number, Entry>();
  const faults: string[] = [];
  let before: { readonly seq: number; readonly hash: string } = { seq: 0, hash: HASH_OF_NOTHING };
  for (const { seq, line, proof } of lines) {
    const read = readEntry(line);
    const hash = sha256(line);
    const hashes = proof.map((one) => Buffer.from(one, "hex"));
    if (!("entry" in read)) faults.push(`line ${seq} ${read.fault}`);
    else if (read.entry.seq !== seq) faults.push(`line ${seq} is number ${read.entry.seq}`);
    else if (seq <= before.seq) faults.push(`line ${seq} comes behind line ${before.seq}`);
    else if (!verifyInclusion(leafHash(Buffer.from(line)), seq - 1, head.entries, hashes, root)) {
      faults.push(`line ${seq} does not stand under the root`);
    } else if (seq === before.seq + 1 && read.entry.prev !== before.hash) {
      faults.push(`line ${seq} does not follow from the line before`);
    } else entries.set(seq, read.entry);
    before = { seq, hash };
  }
  if (before.seq !== head.entries || before.hash !== head.head) {
    faults.push(`line ${head.entries}, the last one, is not the one that the head names`);
  }
  const used = new Set(versions.flatMap(({ seq, parts }) => [seq, ...parts.map((part) => part.seq)]));
  for (const { seq } of lines) {
    if (!used.has(seq) && seq !== head.entries) faults.push(`line ${seq} is of no use here`);
  }
  const says = `${lines.length} lines stand in the index of ${head.entries}, whose root is ${head.root}`;
  const check =
    faults.length === 0 ? found("index", "ok", says) : found("index", "failed", faults.join("; "));
  return { checks: [check], entries };
}

/** Version and snapshots of one document, in an order that can be. */
export function checkLineage(
  { versions }: Bundle,
  entries: ReadonlyMap<number, Entry>,
): { readonly checks: readonly Check[]; readonly made: readonly Made[] } {
  const made: Made[] = [];
  const faults: string[] = [];
  for (const version of versions) {
    const entry = entries.get(version.seq);
    if (entry?.kind !== "version") {
      faults.push(`line ${version.seq} is not that of a version`);
      continue;
    }
    const parts = version.parts.map(({ seq }) => entries.get(seq));
    const snapshots = parts.filter((part): part is SnapshotEntry => part?.kind === "snapshot");
    const isWhole =
      snapshots.length === parts.length &&
      parts.length === entry.snapshots.length &&
      snapshots.every((one, at) => one.blob === entry.snapshots[at] && one.seq < entry.seq);
    if (!isWhole) faults.push(`version ${version.seq} was made of other snapshots`);
    else if (snapshots.some((one) => keyOf(one.document) !== keyOf(entry.document))) {
      faults.push(`version ${version.seq} and its snapshots are of several documents`);
    } else made.push({ entry, snapshots });
  }
  const [first, second] = made;
  if (
    first !== undefined &&
    second !== undefined &&
    keyOf(first.entry.document) !== keyOf(second.entry.document)
  ) {
    faults.push("the two versions are of two documents");
  }
  if (first !== undefined && second !== undefined && first.entry.seq === second.entry.seq) {
    faults.push("the two versions are one");
  }
  if (faults.length > 0) return { checks: [found("lineage", "failed", faults.join("; "))], made: [] };
  const name = first === undefined ? "" : printDocument(first.entry.document);
  const seen = made.map(({ entry }) => new Date(entry.judged.at).toISOString()).join(" and ");
  return { checks: [found("lineage", "ok", `\`${name}\`, said to be first seen at ${seen}`)], made };
}

export interface Made {
  readonly entry: VersionEntry;
  /** In the order of the version's parts. */
  readonly snapshots: readonly SnapshotEntry[];
}

/** @param pinned hash of the last line, or root, that the reader has from elsewhere */
export function checkHead(
  { index: { head }, ledger }: Bundle,
  file: string,
  { keys, pinned }: { readonly keys: readonly VerifierKey[]; readonly pinned: string | undefined },
): readonly Check[] {
  const known = pinned === undefined ? [] : [checkPinned(head, pinned)];
  if (ledger === null) {
    const says = "who vouches for the index: no ledger's evidence is in the file";
    return [...known, lacking("signature", says)];
  }
  const logged = indexHeadIn(ledger.opening.value);
  const isSame = logged !== undefined && JSON.stringify(logged) === JSON.stringify(head);
  const content = Buffer.from(JSON.stringify(ledger));
  const given: GivenFile = { name: file, bytes: content.length, sha256: sha256(content).slice(7), content };
  const checks = verify([given], { keys }).flatMap((list) =>
    list.checks.filter(({ name, outcome }) => name !== "form" || outcome !== "ok"),
  );
  return [
    ...known,
    isSame
      ? found("head", "ok", "the ledger logged just this head of the index")
      : found("head", "failed", "the ledger logged something else than this head of the index"),
    ...checks,
  ];
}

function checkPinned(head: IndexHead, pinned: string): Check {
  const isSame = pinned === head.head || pinned === head.root;
  const says = isSame
    ? "the index is the one that you named"
    : `the index is not the one that you named: ${pinned}`;
  return found("pinned", isSame ? "ok" : "failed", says);
}
