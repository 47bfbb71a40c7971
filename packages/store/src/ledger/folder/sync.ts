/** Makes what was written last through a power cut. */
import { closeSync, fsyncSync, openSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";

/** How many are synced at once: the file system joins them, a thread pool has few threads anyway. */
const AT_ONCE = 16;

/** The folder's names; where a system cannot sync a folder, its names last as they do there. */
export function syncParent(file: string): void {
  try {
    const handle = openSync(dirname(file), "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!isUnable(error)) throw error;
  }
}

/** Files and folders; what is no longer there needs no syncing. */
export async function syncAll(paths: Iterable<string>): Promise<void> {
  const rest = [...paths];
  const worker = async (): Promise<void> => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) await sync(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function sync(path: string): Promise<void> {
  try {
    const handle = await open(path, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && !isUnable(error)) throw error;
  }
}

function isUnable(error: unknown): boolean {
  return ["EISDIR", "EPERM", "EINVAL", "ENOTSUP"].includes(String(codeOf(error)));
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
