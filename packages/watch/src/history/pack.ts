/**
 * One pack of a git repository -> its objects
 *
 * Objects of a history are chains of differences. What a chain is made of is kept while it is used, so
 * that the next text of a document costs one step and not the whole chain; this is what makes a long
 * history readable in minutes.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { ProvisoError } from "@proviso/core";
import type { GitObject, GitObjectType } from "./git-object.ts";
import { applyDelta } from "./pack-delta.ts";
import { PackIndex } from "./pack-index.ts";
import type { RecentBytes } from "./recent-bytes.ts";

const TYPES: Readonly<Record<number, GitObjectType>> = { 1: "commit", 2: "tree", 3: "blob", 4: "tag" };
const OFFSET_DELTA = 6;
const NAMED_DELTA = 7;
const TRAILER_BYTES = 20;
const ID_BYTES = 20;
/** Of one object: no text of terms comes near it. */
const OBJECT_BYTES = 256 * 1024 * 1024;

/** One object as it stands in the pack. */
interface Packed {
  readonly type: number;
  /** Inflated: the object, or a delta. */
  readonly bytes: Buffer;
  readonly base: number | undefined;
}

export class Pack {
  readonly file: string;
  readonly #index: PackIndex;
  readonly #handle: number;
  readonly #end: number;
  readonly #recent: RecentBytes<GitObject>;

  constructor(file: string, recent: RecentBytes<GitObject>) {
    this.file = file;
    this.#index = new PackIndex(file.replace(/\.pack$/, ".idx"));
    this.#handle = openSync(file, "r");
    this.#end = fstatSync(this.#handle).size - TRAILER_BYTES;
    this.#recent = recent;
  }

  close(): void {
    closeSync(this.#handle);
  }

  /** @returns undefined: not in this pack */
  read(id: Buffer): GitObject | undefined {
    const start = this.#index.find(id);
    return start === undefined ? undefined : this.#readAt(start);
  }

  #readAt(start: number): GitObject {
    const deltas: { readonly at: number; readonly bytes: Buffer }[] = [];
    let at = start;
    let object = this.#recent.get(this.#key(at));
    while (object === undefined) {
      const packed = this.#unpack(at);
      const type = TYPES[packed.type];
      if (type !== undefined) {
        object = { type, bytes: packed.bytes };
        this.#keep(at, object);
      } else {
        // A base stands before or behind, never at the same place: a ring would never end.
        if (packed.base === undefined || deltas.some((delta) => delta.at === packed.base))
          throw this.#damaged(at);
        deltas.push({ at, bytes: packed.bytes });
        at = packed.base;
        object = this.#recent.get(this.#key(at));
      }
    }
    for (const delta of deltas.reverse()) {
      const bytes = applyDelta(object.bytes, delta.bytes);
      if (bytes === undefined) throw this.#damaged(delta.at);
      object = { type: object.type, bytes };
      this.#keep(delta.at, object);
    }
    return object;
  }

  #unpack(start: number): Packed {
    const end = this.#index.endOf(start, this.#end);
    if (end <= start || end > this.#end) throw this.#damaged(start);
    const raw = Buffer.allocUnsafe(end - start);
    if (readSync(this.#handle, raw, 0, raw.length, start) !== raw.length) throw this.#damaged(start);
    let at = 0;
    let byte = raw[at++] ?? 0;
    const type = (byte >> 4) & 7;
    let size = byte & 0x0f;
    for (let factor = 16; byte & 0x80; factor *= 128) {
      byte = raw[at++] ?? 0;
      size += (byte & 0x7f) * factor;
    }
    if (size > OBJECT_BYTES) {
      throw new ProvisoError("ARCHIVE_BOMB", `an object of this pack says that it has ${size} bytes`, {
        place: { file: this.file, offset: start },
        hint: `objects of at most ${OBJECT_BYTES} bytes are read`,
      });
    }
    let base: number | undefined;
    if (type === OFFSET_DELTA) {
      byte = raw[at++] ?? 0;
      let back = byte & 0x7f;
      while (byte & 0x80) {
        byte = raw[at++] ?? 0;
        back = (back + 1) * 128 + (byte & 0x7f);
      }
      base = start - back;
    } else if (type === NAMED_DELTA) {
      base = this.#index.find(raw.subarray(at, at + ID_BYTES));
      at += ID_BYTES;
    }
    return { type, bytes: this.#inflate(raw.subarray(at), size, start), base };
  }

  #inflate(bytes: Buffer, size: number, start: number): Buffer {
    try {
      const inflated = inflateSync(bytes, { maxOutputLength: Math.max(size, 1) });
      if (inflated.length === size) return inflated;
    } catch (error) {
      throw this.#damaged(start, error);
    }
    throw this.#damaged(start);
  }

  #keep(at: number, object: GitObject): void {
    this.#recent.set(this.#key(at), object, object.bytes.length);
  }

  #key(at: number): string {
    return `${this.file}:${at}`;
  }

  #damaged(offset: number, cause?: unknown): ProvisoError {
    return new ProvisoError("ARCHIVE_DAMAGED", "an object of this pack cannot be read", {
      place: { file: this.file, offset },
      cause,
      hint: "fetch the repository again, or run `git fsck` in it",
    });
  }
}
