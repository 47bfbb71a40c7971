/** A folder -> the Archive in it, to be read by anyone and written by one process at a time */
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import type { DocumentName } from "@proviso/core/terms";
import type { CheckEntry, Entry, SnapshotEntry, VersionEntry } from "./archive.ts";
import type { EntryDraft, SnapshotDraft, VersionDraft } from "./archive-entry.ts";
import { takeLock } from "./archive-lock.ts";
import { blobPath, putBlob, readHashed } from "./blobs.ts";
import { documentFolder } from "./document-path.ts";
import { type DocumentState, DocumentStates, type LinePlace } from "./document-states.ts";
import { DurableFiles, syncFolder, writeFault } from "./durable-file.ts";
import { sha256 } from "./hash.ts";
import { readIndex, readLineAt } from "./index-reader.ts";
import { IndexWriter } from "./index-writer.ts";

const FORMAT = "proviso-terms-archive";
const FORMAT_VERSION = 1;

/** The newest of each kind, by when it was seen. */
export interface Latest {
  readonly version: VersionEntry | undefined;
  readonly snapshot: SnapshotEntry | undefined;
  readonly check: CheckEntry | undefined;
}

interface Writing {
  readonly index: IndexWriter;
  readonly files: DurableFiles;
  readonly unlock: () => void;
}

export class Archive {
  readonly folder: string;
  /** What opening found and mended, in plain words. */
  readonly notes: readonly string[];
  readonly #states: DocumentStates;
  readonly #writing: Writing | undefined;

  private constructor(folder: string, states: DocumentStates, writing: Writing | undefined, notes: string[]) {
    this.folder = folder;
    this.#states = states;
    this.#writing = writing;
    this.notes = notes;
  }

  /**
   * With `write`, an empty or new folder becomes an archive, and a last line that a killed writer left
   * half written is moved to `state/` and told in `notes`.
   * @throws ProvisoError NOT_FOUND, UNSUPPORTED or USAGE for a folder that is no archive; LEDGER_LOCKED
   * while another process writes; LEDGER_DAMAGED; DISK_FULL, PERMISSION
   */
  static async open(folder: string, { write }: { readonly write: boolean }): Promise<Archive> {
    if (!write) {
      await requireArchive(folder);
      const states = await DocumentStates.load(statesFile(folder), indexFile(folder));
      const archive = new Archive(folder, states, undefined, []);
      await archive.#catchUp();
      return archive;
    }
    await begin(folder);
    const unlock = takeLock(join(folder, "archive.lock"));
    try {
      return await Archive.#openToWrite(folder, unlock);
    } catch (error) {
      unlock();
      throw writeFault(error, folder);
    }
  }

  static async #openToWrite(folder: string, unlock: () => void): Promise<Archive> {
    const temporary = join(folder, "state", "tmp");
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true });
    const states = await DocumentStates.load(statesFile(folder), indexFile(folder));
    for await (const line of readIndex(indexFile(folder), states.position)) states.add(line);
    const note = await cutTorn(folder, states.position.offset);
    const files = new DurableFiles(temporary);
    const index = await IndexWriter.open(indexFile(folder), files, states.position, (line) =>
      states.add(line),
    );
    await syncFolder(folder);
    return new Archive(folder, states, { index, files, unlock }, note === undefined ? [] : [note]);
  }

  /** @returns `sha256:…`; safe once an entry that is given afterwards is acknowledged */
  async putBlob(bytes: Uint8Array): Promise<string> {
    return await putBlob(this.folder, this.#writer().files, bytes);
  }

  /** @returns when it is on the disk, in the order of the calls */
  async append(draft: EntryDraft): Promise<Entry> {
    this.#states.reserve(draft.document);
    return await this.#writer().index.append(Promise.resolve(draft));
  }

  /** Keeps the bytes and what the server said with them; many at once as with `putVersion`. */
  async putSnapshot(draft: SnapshotDraft, bytes: Uint8Array): Promise<SnapshotEntry> {
    this.#states.reserve(draft.document);
    const entry = this.putBlob(bytes).then(
      (blob): EntryDraft => ({ ...draft, kind: "snapshot", blob, bytes: bytes.length }),
    );
    return (await this.#writer().index.append(entry)) as SnapshotEntry;
  }

  /**
   * Writes the Markdown to its file and its entry to the index. Many may be under way at once; they are
   * acknowledged in the order of the calls.
   */
  async putVersion(draft: VersionDraft): Promise<VersionEntry> {
    const { index, files } = this.#writer();
    const { isMarked } = this.#states.reserve(draft.document);
    return (await index.append(this.#writeVersion(draft, isMarked, files))) as VersionEntry;
  }

  async #writeVersion(draft: VersionDraft, isMarked: boolean, files: DurableFiles): Promise<EntryDraft> {
    const { text, ...rest } = draft;
    const bytes = Buffer.from(text);
    const version = sha256(bytes);
    const folder = `versions/${documentFolder(draft.document, isMarked).path}`;
    const time = printTime(draft.judged.at);
    let file = `${folder}/${time}_${version.slice(7, 15)}.md`;
    const there = await readFile(join(this.folder, file)).catch(() => undefined);
    if (there !== undefined && !bytes.equals(there)) file = `${folder}/${time}_${version.slice(7)}.md`;
    if (there === undefined || !bytes.equals(there)) await files.write(join(this.folder, file), bytes);
    return { ...rest, kind: "version", version, file };
  }

  /** All, in the order they were written. @throws ProvisoError LEDGER_DAMAGED */
  async *entries(): AsyncGenerator<Entry> {
    for await (const { entry } of readIndex(indexFile(this.folder))) yield entry;
  }

  /** In the order they were first named. */
  async documents(): Promise<DocumentName[]> {
    await this.#catchUp();
    return this.#states.documents();
  }

  async latest(document: DocumentName): Promise<Latest> {
    const state = await this.#stateOf(document);
    const [version, snapshot, check] = await Promise.all([
      this.#entryAt(state?.versions.at(-1)),
      this.#entryAt(state?.snapshot),
      this.#entryAt(state?.check),
    ]);
    return { version, snapshot, check } as Latest;
  }

  /** Oldest first, by when they were first seen. */
  async *versionsOf(document: DocumentName): AsyncGenerator<VersionEntry> {
    const state = await this.#stateOf(document);
    for (const place of [...(state?.versions ?? [])]) yield (await this.#entryAt(place)) as VersionEntry;
  }

  /** @throws ProvisoError NOT_FOUND, LEDGER_DAMAGED */
  async readVersion({ file, version }: Pick<VersionEntry, "file" | "version">): Promise<string> {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await readHashed(this.folder, file, version));
  }

  /** @throws ProvisoError NOT_FOUND, LEDGER_DAMAGED */
  async readBlob(hash: string): Promise<Uint8Array> {
    return await readHashed(this.folder, blobPath(hash), hash);
  }

  /** Waits for what was given, and lets the next writer in. */
  async close(): Promise<void> {
    if (this.#writing === undefined) return;
    const { index, unlock } = this.#writing;
    try {
      await index.close();
      await this.#states.save(statesFile(this.folder));
    } finally {
      unlock();
    }
  }

  async #stateOf(document: DocumentName): Promise<DocumentState | undefined> {
    await this.#catchUp();
    return this.#states.get(document);
  }

  /** A reader learns what was written since; a writer knows. */
  async #catchUp(): Promise<void> {
    if (this.#writing !== undefined) return;
    for await (const line of readIndex(indexFile(this.folder), this.#states.position)) {
      if (line.after.seq > this.#states.position.seq) this.#states.add(line);
    }
  }

  async #entryAt(place: LinePlace | undefined): Promise<Entry | undefined> {
    return place === undefined ? undefined : await readLineAt(indexFile(this.folder), place[1], place[2]);
  }

  #writer(): Writing {
    if (this.#writing !== undefined) return this.#writing;
    throw new ProvisoError("USAGE", "this archive was opened to be read", {
      place: { file: this.folder },
      hint: "open it with `write: true`",
    });
  }
}

export function indexFile(folder: string): string {
  return join(folder, "index.jsonl");
}

function statesFile(folder: string): string {
  return join(folder, "state", "documents.json");
}

/** `2025-08-29T00-32-01`, UTC. */
function printTime(at: number): string {
  return new Date(at).toISOString().slice(0, -5).replaceAll(":", "-");
}

/** @throws ProvisoError USAGE for a folder that holds something else */
async function begin(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    if (existsSync(join(folder, "archive.json"))) return await requireArchive(folder);
    const names = (await readdir(folder)).filter(
      (name) => name !== "declarations" && !name.startsWith("archive."),
    );
    if (names.length > 0) {
      throw new ProvisoError("USAGE", `\`${folder}\` holds something else`, {
        place: { file: join(folder, names[0] ?? "") },
        hint: "name an empty folder, or one that does not exist yet",
      });
    }
    const about = { format: FORMAT, version: FORMAT_VERSION };
    const file = join(folder, "archive.json");
    await writeFile(`${file}.new`, `${JSON.stringify(about, null, 2)}\n`);
    await rename(`${file}.new`, file);
  } catch (error) {
    throw writeFault(error, folder);
  }
}

async function requireArchive(folder: string): Promise<void> {
  const file = join(folder, "archive.json");
  let about: { format?: unknown; version?: unknown } | null;
  try {
    about = JSON.parse(await readFile(file, "utf8")) as typeof about;
  } catch (error) {
    throw new ProvisoError("NOT_FOUND", `\`${folder}\` is not an archive of terms`, {
      place: { file },
      cause: error,
      hint: "name the folder that `proviso watch` writes to",
    });
  }
  if (about?.format === FORMAT && about.version === FORMAT_VERSION) return;
  throw new ProvisoError("UNSUPPORTED", "this archive has a format that is not known here", {
    place: { file, field: "version" },
    hint: `this Proviso reads \`${FORMAT}\` version ${FORMAT_VERSION}`,
  });
}

/** @returns what was found behind the last whole line; undefined: nothing */
async function cutTorn(folder: string, end: number): Promise<string | undefined> {
  const file = indexFile(folder);
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (size <= end) return undefined;
  const kept = `state/torn-at-${end}.txt`;
  const torn = Buffer.alloc(size - end);
  const handle = await open(file, "r");
  await handle.read(torn, 0, torn.length, end).finally(() => handle.close());
  await writeFile(join(folder, kept), torn);
  await truncate(file, end);
  return `a writer was stopped within its last line: its ${torn.length} bytes, never acknowledged, are in ${kept}`;
}
