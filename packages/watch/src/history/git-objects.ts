/**
 * **GitObjects**: folder of a git repository -> **GitObjects** -> any object of it by its id
 *
 * Only read, and without git: bare or not, packed or loose, with borrowed objects of another repository.
 * isomorphic-git does the same, but makes every object anew from the whole chain of differences behind
 * it: nine milliseconds for each record, where a record here takes well under one.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { inflateSync } from "node:zlib";
import { ProvisoError } from "@proviso/core";
import {
  type GitCommit,
  type GitObject,
  type GitObjectType,
  parseCommit,
  parseTree,
  type TreeEntry,
} from "./git-object.ts";
import { Pack } from "./pack.ts";
import { RecentBytes } from "./recent-bytes.ts";

const RECENT_BYTES = 96 * 1024 * 1024;
const TREE_BYTES = 32 * 1024 * 1024;
const LOOSE_BYTES = 256 * 1024 * 1024;
const TYPES: readonly string[] = ["commit", "tree", "blob", "tag"] satisfies GitObjectType[];

export class GitObjects {
  readonly #folders: readonly string[];
  readonly #packs: Pack[];
  readonly #trees = new RecentBytes<readonly TreeEntry[]>(TREE_BYTES);

  /** @param gitdir `.git`, or the folder of a bare repository */
  constructor(gitdir: string) {
    const recent = new RecentBytes<GitObject>(RECENT_BYTES);
    this.#folders = objectFolders(join(gitdir, "objects"), new Set());
    this.#packs = this.#folders.flatMap(packFiles).map((file) => new Pack(file, recent));
  }

  close(): void {
    for (const pack of this.#packs) pack.close();
  }

  /** @throws ProvisoError ARCHIVE_DAMAGED where it is missing, or not what its id says */
  read(id: string, type: GitObjectType): Buffer {
    const object = this.#readPacked(id) ?? this.#readLoose(id);
    if (object === undefined) throw this.#damaged(id, "is missing");
    const hash = createHash("sha1")
      .update(`${object.type} ${object.bytes.length}\0`)
      .update(object.bytes)
      .digest("hex");
    if (hash !== id) throw this.#damaged(id, "has other bytes than its id says");
    if (object.type !== type) throw this.#damaged(id, `is a ${object.type}, not a ${type}`);
    return object.bytes;
  }

  commit(id: string): GitCommit {
    const commit = parseCommit(id, this.read(id, "commit"));
    if (commit === undefined) throw this.#damaged(id, "is not a whole commit");
    return commit;
  }

  tree(id: string): readonly TreeEntry[] {
    const known = this.#trees.get(id);
    if (known !== undefined) return known;
    const entries = parseTree(this.read(id, "tree"));
    if (entries === undefined) throw this.#damaged(id, "is not a whole tree");
    this.#trees.set(id, entries, entries.length * 150);
    return entries;
  }

  #readPacked(id: string): GitObject | undefined {
    const bytes = Buffer.from(id, "hex");
    for (const [at, pack] of this.#packs.entries()) {
      const object = pack.read(bytes);
      if (object === undefined) continue;
      // Neighbours in history mostly are neighbours in a pack.
      if (at > 0) this.#packs.unshift(...this.#packs.splice(at, 1));
      return object;
    }
    return undefined;
  }

  #readLoose(id: string): GitObject | undefined {
    for (const folder of this.#folders) {
      const file = join(folder, id.slice(0, 2), id.slice(2));
      if (!existsSync(file)) continue;
      try {
        const bytes = inflateSync(readFileSync(file), { maxOutputLength: LOOSE_BYTES });
        const end = bytes.indexOf(0);
        const [type = ""] = bytes.toString("latin1", 0, end).split(" ");
        if (end !== -1 && TYPES.includes(type))
          return { type: type as GitObjectType, bytes: bytes.subarray(end + 1) };
      } catch (error) {
        throw this.#damaged(id, "cannot be read", error);
      }
      throw this.#damaged(id, "is of no known kind");
    }
    return undefined;
  }

  #damaged(id: string, fault: string, cause?: unknown): ProvisoError {
    return new ProvisoError("ARCHIVE_DAMAGED", `object ${id} of the git repository ${fault}`, {
      place: { file: this.#folders[0] },
      cause,
      hint: "fetch the repository again, whole and not `--filter`ed, or run `git fsck` in it",
    });
  }
}

function objectFolders(folder: string, seen: Set<string>): string[] {
  const path = resolve(folder);
  if (seen.has(path) || !existsSync(path)) return [];
  seen.add(path);
  const alternates = join(path, "info", "alternates");
  const lines = existsSync(alternates) ? readFileSync(alternates, "utf8").split("\n") : [];
  const others = lines.filter((line) => line !== "" && !line.startsWith("#"));
  return [
    path,
    ...others.flatMap((other) => objectFolders(isAbsolute(other) ? other : join(path, other), seen)),
  ];
}

function packFiles(folder: string): string[] {
  const packs = join(folder, "pack");
  if (!existsSync(packs) || !statSync(packs).isDirectory()) return [];
  const names = new Set(readdirSync(packs));
  const whole = [...names].filter(
    (name) => name.endsWith(".pack") && names.has(name.replace(/\.pack$/, ".idx")),
  );
  return whole.sort().map((name) => join(packs, name));
}
