/**
 * **DocumentStates**: index -> **DocumentStates** -> the newest of a document, and where its versions stand
 *
 * Kept in memory and, so that a long index need not be read whole, in `state/documents.json`. That file may
 * be deleted at any time: it is believed only as far as the index confirms it.
 */
import { open, readFile, rename, writeFile } from "node:fs/promises";
import type { DocumentName } from "@proviso/core/terms";
import { z } from "zod";
import type { Entry } from "./archive.ts";
import { documentFolder } from "./document-path.ts";
import { sha256 } from "./hash.ts";
import { INDEX_START, type IndexLine, type IndexPosition } from "./index-reader.ts";

/** When it was seen (not written), then where its line stands. */
const PLACE = z.tuple([z.number(), z.number(), z.number()]);
const STATE = z.object({
  document: z.object({ service: z.string(), type: z.string(), region: z.string().optional() }),
  isMarked: z.boolean(),
  versions: z.array(PLACE),
  snapshot: PLACE.optional(),
  check: PLACE.optional(),
});
const FILE = z.object({
  format: z.literal(1),
  position: z.object({ seq: z.number(), offset: z.number(), prev: z.string() }),
  lastLine: z.number(),
  documents: z.array(STATE),
});

export type LinePlace = z.infer<typeof PLACE>;
export type DocumentState = z.infer<typeof STATE>;

export class DocumentStates {
  position: IndexPosition = INDEX_START;
  #lastLine = 0;
  readonly #byName = new Map<string, DocumentState>();
  /** Folders that are taken, as a file system without case sees them. */
  readonly #folded = new Map<string, string>();

  /** @returns at the start of the index where there is no file, or one of another index */
  static async load(file: string, indexFile: string): Promise<DocumentStates> {
    const states = new DocumentStates();
    try {
      const read = FILE.parse(JSON.parse(await readFile(file, "utf8")));
      const line = await readBytes(indexFile, read.lastLine, read.position.offset - read.lastLine);
      if (read.position.seq > 0 && sha256(line.subarray(0, -1)) !== read.position.prev) return states;
      for (const state of read.documents) states.#add(state);
      states.position = read.position;
      states.#lastLine = read.lastLine;
    } catch {
      return new DocumentStates();
    }
    return states;
  }

  async save(file: string): Promise<void> {
    const value = {
      format: 1,
      position: this.position,
      lastLine: this.#lastLine,
      documents: [...this.#byName.values()],
    };
    await writeFile(`${file}.new`, JSON.stringify(value));
    await rename(`${file}.new`, file);
  }

  add({ entry, offset, length, after }: IndexLine): void {
    const state = this.reserve(entry.document);
    const place: LinePlace = [seenAt(entry), offset, length];
    if (entry.kind === "version") insert(state.versions, place);
    else if (entry.kind === "check") state.check = place;
    else if (state.snapshot === undefined || state.snapshot[0] <= place[0]) state.snapshot = place;
    this.position = after;
    this.#lastLine = offset;
  }

  get(document: DocumentName): DocumentState | undefined {
    return this.#byName.get(keyOf(document));
  }

  documents(): DocumentName[] {
    return [...this.#byName.values()].map(({ document }) => document);
  }

  /** Its folder is its own from now on, also where a file system takes `ChatGPT` and `Chatgpt` for one. */
  reserve(document: DocumentName): DocumentState {
    const key = keyOf(document);
    const there = this.#byName.get(key);
    if (there !== undefined) return there;
    const { service, type, region } = document;
    const name = { service, type, ...(region === undefined ? {} : { region }) };
    const state = { document: name, isMarked: this.#isTaken(document, key), versions: [] };
    this.#add(state);
    return state;
  }

  /** A service is a folder too: `ChatGPT/A` and `Chatgpt/B` may not share one. */
  #isTaken(document: DocumentName, key: string): boolean {
    const { folded } = documentFolder(document);
    const service = this.#folded.get(serviceOf(folded));
    return (service ?? document.service) !== document.service || (this.#folded.get(folded) ?? key) !== key;
  }

  #add(state: DocumentState): void {
    const key = keyOf(state.document);
    this.#byName.set(key, state);
    if (state.isMarked) return;
    const { folded } = documentFolder(state.document);
    this.#folded.set(folded, key);
    this.#folded.set(serviceOf(folded), state.document.service);
  }
}

/** Milliseconds since 1970: when the page was seen so, which for an import lies before it was written. */
export function seenAt(entry: Entry): number {
  if (entry.kind === "version") return entry.judged.at;
  if (entry.kind === "check" || entry.fetcher !== "import") return entry.at;
  const date = Date.parse(entry.headers["date"] ?? "");
  return Number.isNaN(date) ? entry.at : date;
}

export function keyOf({ service, type, region }: DocumentName): string {
  return JSON.stringify(region === undefined ? [service, type] : [service, type, region]);
}

function serviceOf(folded: string): string {
  return `${folded.replaceAll("~+/", "~+").split("/")[0] ?? ""}/`;
}

/** By when they were seen, then as they were written. */
function insert(places: LinePlace[], place: LinePlace): void {
  let index = places.length;
  while (index > 0 && (places[index - 1]?.[0] ?? 0) > place[0]) index -= 1;
  places.splice(index, 0, place);
}

async function readBytes(file: string, offset: number, length: number): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await handle.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
