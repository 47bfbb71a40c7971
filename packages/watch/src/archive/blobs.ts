/** Raw bytes -> `blobs/sha256/ab/abcd…`, each once */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import type { DurableFiles } from "./durable-file.ts";
import { sha256 } from "./hash.ts";

/** @returns with `/` between folders, from the archive */
export function blobPath(hash: string): string {
  const hex = /^sha256:([0-9a-f]{64})$/.exec(hash)?.[1];
  if (hex === undefined) {
    throw new ProvisoError("USAGE", `\`${hash.slice(0, 80)}\` names no blob`, {
      hint: "write `sha256:` and 64 hexadecimal figures",
    });
  }
  return `blobs/sha256/${hex.slice(0, 2)}/${hex}`;
}

/** @returns `sha256:…`; the bytes are on the disk, their name after the next entry is acknowledged */
export async function putBlob(folder: string, files: DurableFiles, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  const path = join(folder, blobPath(hash));
  const there = await stat(path).catch(() => undefined);
  if (there?.size !== bytes.length) await files.write(path, bytes);
  return hash;
}

/** @throws ProvisoError NOT_FOUND; LEDGER_DAMAGED where the bytes are not those of the hash */
export async function readHashed(folder: string, path: string, hash: string): Promise<Uint8Array> {
  const file = join(folder, path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new ProvisoError("NOT_FOUND", `the archive has no \`${path}\``, {
      place: { file },
      cause: error,
      hint: "run a check of the archive, and take the file from a copy",
    });
  }
  if (sha256(bytes) === hash) return bytes;
  throw new ProvisoError("LEDGER_DAMAGED", `the bytes of \`${path}\` are not those that were archived`, {
    place: { file },
    hint: `its SHA-256 should be ${hash.slice(7)}: take the file from a copy`,
  });
}
