/**
 * What was dropped or picked -> **GivenFiles**: read piece by piece, in the browser and nowhere else
 */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference lib="dom.asynciterable" />
import { type Budget, type GivenFile, Intake, newBudget, newHasher } from "@proviso/core/verify";

/** A file with the folders that it was found in. */
export interface Found {
  readonly path: string;
  readonly file: File;
}

export interface Dropped {
  readonly found: readonly Found[];
  /** With their last slash. */
  readonly folders: readonly string[];
}

/** Must be called before the event ends: what is dropped cannot be asked for later. */
export function dropped(transfer: DataTransfer): Promise<Dropped> {
  const entries: FileSystemEntry[] = [];
  const found: Found[] = [];
  for (const item of transfer.items) {
    const entry = item.webkitGetAsEntry();
    const file = entry === null ? item.getAsFile() : null;
    if (entry !== null) entries.push(entry);
    // What comes from another page and not from a disk has no entry.
    else if (file !== null) found.push({ path: file.name, file });
  }
  return walk(entries, found);
}

export function picked(files: FileList): Dropped {
  const found = [...files].map((file) => ({
    path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
    file,
  }));
  const folders = found.flatMap(({ path }) =>
    path.includes("/") ? [path.slice(0, path.indexOf("/") + 1)] : [],
  );
  return { found, folders: [...new Set(folders)] };
}

async function walk(entries: readonly FileSystemEntry[], found: Found[]): Promise<Dropped> {
  const folders = entries.filter((entry) => entry.isDirectory).map(({ name }) => `${name}/`);
  const rest = [...entries];
  for (let entry = rest.pop(); entry !== undefined; entry = rest.pop()) {
    if (entry.isDirectory) rest.push(...(await childrenOf(entry as FileSystemDirectoryEntry)));
    else
      found.push({
        path: entry.fullPath.replace(/^\//, ""),
        file: await fileOf(entry as FileSystemFileEntry),
      });
  }
  return { found: found.sort((a, b) => (a.path < b.path ? -1 : 1)), folders };
}

/** A reader gives a folder in parts, the last of which is empty. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0) return all;
    all.push(...part);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((done, fail) => entry.file(done, fail));
}

export async function readFound(
  found: readonly Found[],
  onFile: (path: string) => void,
): Promise<readonly GivenFile[]> {
  const budget = newBudget();
  const files: GivenFile[] = [];
  for (const one of found) {
    onFile(one.path);
    files.push(await readOne(one, budget));
  }
  return files;
}

async function readOne({ path, file }: Found, budget: Budget): Promise<GivenFile> {
  const intake = new Intake(path, newHasher(), budget);
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) intake.add(read.value);
  return intake.end();
}
