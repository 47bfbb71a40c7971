/** Folder of dated versions -> **HistoryRecord** -> replay. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ProvisoError } from "@proviso/core";
import { type DocumentName, printDocument } from "@proviso/core/terms";
import { instantOfName } from "./dated-name.ts";
import type { HistoryRecord } from "./history-record.ts";
import { readManifest } from "./manifest.ts";

interface Dated {
  readonly path: string;
  readonly at: number;
  readonly document: DocumentName;
  readonly isUpgrade: boolean;
}

/**
 * Document by document, each in the order of time. Files are `<service>/<type>/<date>.md` or
 * `<service>--<type>/<date>.md`; names are those of `manifest.json` if there is one, else the folders'.
 * Only the names are held in memory.
 * @throws NOT_FOUND, INPUT_EMPTY, INPUT_MALFORMED (a name, the manifest), INPUT_ENCODING (not UTF-8).
 */
export async function* readFolder(folder: string): AsyncGenerator<HistoryRecord> {
  const files = await datedIn(folder);
  for (const { path, at, document, isUpgrade } of files) {
    const bytes = await readFile(path);
    const id = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    yield { document, version: { id, at, text: textOf(bytes, path), isUpgrade } };
  }
}

async function datedIn(folder: string): Promise<readonly Dated[]> {
  const manifest = await readManifest(folder);
  const found: (Dated & { readonly key: string })[] = [];
  for (const path of await filesIn(folder)) {
    const at = instantOfName(basename(path), path);
    if (at === undefined) continue;
    const listed = manifest?.get(path);
    const document = listed?.document ?? documentOf(path);
    found.push({ path, at, document, isUpgrade: listed?.isUpgrade ?? false, key: printDocument(document) });
  }
  if (found.length === 0) {
    throw new ProvisoError("INPUT_EMPTY", "the folder has no dated versions", {
      place: { file: folder },
      hint: "versions are `<service>/<type>/2025-08-29T00-32-01_d8d25b3c.md`",
    });
  }
  return found.sort((a, b) => order(a.key, b.key) || a.at - b.at || order(a.path, b.path));
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => resolve(join(entry.parentPath, entry.name)));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "EACCES" || code === "EPERM")
      throw new ProvisoError("PERMISSION", "the folder may not be read", { place: { file: folder }, cause });
    throw new ProvisoError("NOT_FOUND", "there is no such folder", { place: { file: folder }, cause });
  }
}

function documentOf(path: string): DocumentName {
  const group = basename(dirname(path));
  const [service, type] = group.includes("--")
    ? [group.slice(0, group.indexOf("--")), group.slice(group.indexOf("--") + 2)]
    : [basename(dirname(dirname(path))), group];
  const region = /^(.+?) ?\[([^[\]]{1,80})\]$/.exec(type);
  if (region?.[1] === undefined || region[2] === undefined) return { service, type };
  return { service, type: region[1], region: region[2] };
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ProvisoError("INPUT_ENCODING", "the version is not UTF-8", { place: { file }, cause });
  }
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
