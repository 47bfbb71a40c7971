/** Paths -> evidence of terms, which is checked by itself, and the rest, which is checked together */
import { open, readFile, stat } from "node:fs/promises";
import { inputError } from "../input/fs-error.ts";

export interface SplitPaths {
  readonly bundles: readonly string[];
  readonly rest: readonly string[];
}

/** How such a file begins, whatever its version. Known here, so that other files load nothing of it. */
const SIGN = '{"format":"proviso-terms-evidence/';

/** @throws ProvisoError NOT_FOUND, PERMISSION */
export async function splitBundles(paths: readonly string[]): Promise<SplitPaths> {
  const bundles: string[] = [];
  const rest: string[] = [];
  for (const path of paths) ((await startsBundle(path)) ? bundles : rest).push(path);
  return { bundles, rest };
}

async function startsBundle(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return false;
    const file = await open(path);
    const { buffer, bytesRead } = await file
      .read(Buffer.alloc(SIGN.length), 0, SIGN.length, 0)
      .finally(() => file.close());
    return buffer.subarray(0, bytesRead).toString("latin1") === SIGN;
  } catch (error) {
    throw inputError(error, path);
  }
}

export async function readBundle(path: string): Promise<Uint8Array> {
  return await readFile(path).catch((error: unknown) => {
    throw inputError(error, path);
  });
}
