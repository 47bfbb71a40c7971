/**
 * A set's file -> **SortedSet**, read where it is asked
 *
 * A file of hundreds of megabytes is never read as a whole to make a proof.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import {
  type Manifest,
  type ReadBytes,
  SET_FILES,
  type SetKind,
  type SortedSet,
  setFileBytes,
  sortedSet,
} from "@proviso/core/export";
import { inputError } from "../../input/fs-error.ts";

export interface OpenSet {
  readonly set: SortedSet;
  readonly read: ReadBytes;
  close(): void;
}

/** @throws ProvisoError NOT_FOUND, PERMISSION, MANIFEST_INVALID for a file of another length */
export function openSet(folder: string, kind: SetKind, manifest: Manifest): OpenSet {
  const path = join(folder, SET_FILES[kind]);
  const { size } = manifest.members[kind];
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    throw inputError(error, path);
  }
  const read: ReadBytes = (offset, length) => {
    const bytes = new Uint8Array(length);
    if (readSync(file, bytes, 0, length, offset) !== length) throw notTheSet(path);
    return bytes;
  };
  if (fstatSync(file).size !== setFileBytes(size)) {
    closeSync(file);
    throw notTheSet(path);
  }
  return { set: sortedSet(size, read), read, close: () => closeSync(file) };
}

export function notTheSet(path: string): ProvisoError {
  return new ProvisoError("MANIFEST_INVALID", `\`${path}\` is not the set that the manifest commits to`, {
    place: { file: path },
    hint: "`proviso export verify` names all that was changed; take the file from where the export came from",
  });
}
