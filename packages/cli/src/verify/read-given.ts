/**
 * Paths -> **GivenFiles** -> verify: each file read once, piece by piece
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { type Budget, type GivenFile, type Hasher, Intake, newBudget } from "@proviso/core/verify";
import { inputError } from "../input/fs-error.ts";

export interface Given {
  readonly files: readonly GivenFile[];
  /** With their last slash. */
  readonly folders: readonly string[];
}

const PIECE = 1 << 20;

/** @throws ProvisoError NOT_FOUND, PERMISSION */
export async function readGiven(paths: readonly string[], onBytes: (bytes: number) => void): Promise<Given> {
  const budget = newBudget();
  const files: GivenFile[] = [];
  const folders: string[] = [];
  const seen = new Set<string>();
  let done = 0;
  const read = async (path: string): Promise<void> => {
    if (seen.has(path)) return;
    seen.add(path);
    files.push(await readOne(path, budget));
    done += files.at(-1)?.bytes ?? 0;
    onBytes(done);
  };
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      (error: unknown) => {
        throw inputError(error, path);
      },
    );
    if (!isFolder) {
      await read(path);
      continue;
    }
    folders.push(`${slashed(join(path, "."))}/`);
    for (const file of await filesIn(path)) await read(file);
  }
  return { files, folders };
}

/** Whatever lies in it, below it too; links are not followed. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw inputError(error, folder);
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readOne(path: string, budget: Budget): Promise<GivenFile> {
  const intake = new Intake(slashed(path), hasher(), budget);
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
      intake.add(piece);
    }
  } catch (error) {
    throw inputError(error, path);
  }
  return intake.end();
}

function hasher(): Hasher {
  const hash = createHash("sha256");
  return { update: (bytes) => hash.update(bytes), end: () => hash.digest("hex") };
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
