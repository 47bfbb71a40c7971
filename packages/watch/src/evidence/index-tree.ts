/** Index of an archive -> its head, and of chosen lines their text and their place under the root */
import { closeSync, openSync, readSync } from "node:fs";
import { inclusionProof, leafHash, Tree } from "@proviso/core/merkle";
import type { Entry } from "../archive/archive.ts";
import { sha256 } from "../archive/hash.ts";
import { readIndex } from "../archive/index-reader.ts";
import { type Archive, indexFile } from "../archive/open-archive.ts";
import { type BundleLine, HEAD_FORMAT, INDEX_HEAD, type IndexHead } from "./bundle.ts";

export interface IndexTree {
  readonly head: IndexHead;
  /** By number; only lines that were chosen, and the last one. */
  readonly lines: ReadonlyMap<number, BundleLine>;
}

/** What a ledger is to log so that later bundles can show when their lines were there. */
export async function indexHead(archive: Archive): Promise<IndexHead | undefined> {
  return (await readIndexTree(archive, () => false))?.head;
}

/** What a leaf of a ledger says, if it is the head of an index. */
export function indexHeadIn(value: unknown): IndexHead | undefined {
  return INDEX_HEAD.safeParse(value).data;
}

/**
 * Reads the index once.
 * @param isChosen asked of each line in order
 * @param entries the index as it was with so many lines; all if left out
 * @returns undefined where there are no lines, or not so many
 * @throws ProvisoError LEDGER_DAMAGED
 */
export async function readIndexTree(
  archive: Archive,
  isChosen: (entry: Entry) => boolean,
  entries: number = Number.POSITIVE_INFINITY,
): Promise<IndexTree | undefined> {
  const levels: Uint8Array[][] = [];
  const tree = new Tree((level, index, hash) => {
    const row = levels[level] ?? [];
    row[index] = hash;
    levels[level] = row;
  });
  const texts = new Map<number, string>();
  let last: { readonly seq: number; readonly bytes: Buffer } | undefined;
  const file = indexFile(archive.folder);
  let descriptor: number | undefined;
  try {
    for await (const { entry, offset, length } of readIndex(file)) {
      if (entry.seq > entries) break;
      descriptor ??= openSync(file, "r");
      const bytes = Buffer.alloc(length);
      readSync(descriptor, bytes, 0, length, offset);
      tree.add(leafHash(bytes));
      if (isChosen(entry)) texts.set(entry.seq, bytes.toString());
      last = { seq: entry.seq, bytes };
    }
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  if (last === undefined || (Number.isFinite(entries) && last.seq < entries)) return undefined;
  texts.set(last.seq, last.bytes.toString());
  const size = last.seq;
  const read = (level: number, index: number): Uint8Array => levels[level]?.[index] as Uint8Array;
  const lines = new Map(
    [...texts].map(([seq, line]) => [
      seq,
      { seq, line, proof: inclusionProof(seq - 1, size, read).map(hex) },
    ]),
  );
  const root = `sha256:${hex(tree.root())}`;
  return { head: { format: HEAD_FORMAT, entries: size, head: sha256(last.bytes), root }, lines };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
