/**
 * Files to look at -> which of them are papers that `proviso export` wrote
 *
 * A training set's index and manifest are full of digests, which look like keys. A manifest that
 * bears its own digest says which files go with it; in those, and nowhere else, a digest is taken for
 * one. Everything else in them is looked at as in any file, for anybody may have changed them.
 */
import { basename, dirname } from "node:path";
import { ProvisoError } from "@proviso/core";
import { MANIFEST_FILE, parseManifest } from "@proviso/core/export";
import { fileChunks } from "../redact/chunks.ts";
import type { GateFile } from "./files.ts";

/** Longer ones are not ours. */
const MOST_BYTES = 16_000_000;

/** Paths of the papers among the files; of a training set's shards, which hold chats, none. */
export async function ownPapers(files: readonly GateFile[]): Promise<ReadonlySet<string>> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const found = new Set<string>();
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    const path = folder === "." ? MANIFEST_FILE : `${folder}/${MANIFEST_FILE}`;
    const listed = byPath.get(path);
    // A hook names only what was changed: the manifest lies beside it.
    const papers = await papersOf(listed === undefined ? fileChunks(path) : listed.open(), path);
    for (const file of files) {
      if (dirname(file.path) === folder && papers.has(basename(file.path))) found.add(file.path);
    }
  }
  return found;
}

/** Names of the files that a manifest names, and its own; none where there is no manifest of ours. */
async function papersOf(chunks: AsyncIterable<Uint8Array>, path: string): Promise<ReadonlySet<string>> {
  const text = await textOf(chunks);
  if (text?.includes('"proviso-export/') !== true) return new Set();
  try {
    return new Set([MANIFEST_FILE, ...parseManifest(text, path).files.map(({ file }) => file)]);
  } catch (error) {
    if (error instanceof ProvisoError) return new Set();
    throw error;
  }
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > MOST_BYTES) return undefined;
      parts.push(chunk.slice());
    }
  } catch (error) {
    // Not there, or not to be read: whoever reads it as a file says so.
    if (error instanceof ProvisoError) return undefined;
    throw error;
  }
  return Buffer.concat(parts).toString("utf8");
}
