/**
 * **Memory**: what is remembered of a document between two looks
 *
 * A file per document in `state/`, made anew from the archive where it is missing or of another time: the
 * index is what counts.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DocumentName, judge, type QuietState, type Version } from "@proviso/core/terms";
import type { VersionEntry } from "../archive/archive.ts";
import { keyOf } from "../archive/document-states.ts";
import { sha256 } from "../archive/hash.ts";
import type { Archive } from "../archive/open-archive.ts";

/** Of one address of a document, when it was last seen well. */
export interface SourceMemory {
  readonly url: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** Raw bytes, by their hash. */
  readonly blob: string;
  readonly mediaType: string;
  readonly finalUrl: string;
}

export interface Memory {
  /** `seq` of the newest version that `quiet` knows; 0: none. */
  readonly seq: number;
  readonly quiet: QuietState | undefined;
  /** Hash of the rules with which the sources were read. */
  readonly rules: string | undefined;
  readonly sources: readonly SourceMemory[];
  /** The text that was made of them. */
  readonly version: string | undefined;
}

const NONE: Memory = { seq: 0, quiet: undefined, rules: undefined, sources: [], version: undefined };

export async function recall(archive: Archive, document: DocumentName): Promise<Memory> {
  const { version } = await archive.latest(document);
  const seq = version?.seq ?? 0;
  const kept = await readMemory(memoryFile(archive, document));
  if (kept.seq === seq) return kept;
  let quiet: QuietState | undefined;
  for await (const entry of archive.versionsOf(document)) {
    quiet = judge(quiet, await versionOf(archive, entry)).state;
  }
  // What was kept is of before the newest version: what it says of the server is too old to ask by.
  return { ...NONE, seq, quiet };
}

export async function remember(archive: Archive, document: DocumentName, memory: Memory): Promise<void> {
  const file = memoryFile(archive, document);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(memory));
  await rename(`${file}.new`, file);
}

export async function versionOf(archive: Archive, entry: VersionEntry): Promise<Version> {
  const { version, judged, isUpgrade, language } = entry;
  return { id: version, at: judged.at, text: await archive.readVersion(entry), isUpgrade, language };
}

function memoryFile({ folder }: Archive, document: DocumentName): string {
  return join(folder, "state", "documents", `${sha256(keyOf(document)).slice(7, 39)}.json`);
}

async function readMemory(file: string): Promise<Memory> {
  try {
    const read = JSON.parse(await readFile(file, "utf8")) as Memory;
    return typeof read.seq === "number" && Array.isArray(read.sources) ? read : NONE;
  } catch {
    return NONE;
  }
}
