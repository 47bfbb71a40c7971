/**
 * What the user named (a file, a folder, a zip archive) -> **Input** -> sources
 *
 * An archive is known by its first bytes, not by its name. The archives of a folder are opened as
 * the batches of one export, each under its own name; an archive inside an archive is not.
 */
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { ProvisoError } from "@proviso/core";
import type { Input, SourceFile } from "@proviso/core/sources";
import { diskFile } from "./disk-file.ts";
import { walk } from "./folder.ts";
import { inputError } from "./fs-error.ts";
import { zipFile } from "./zip-file.ts";
import { listZip, type PassedOver, ZIP_LIMITS, type ZipLimits } from "./zip-listing.ts";

/** An input, with what was found and not taken up, each with its reason. */
export interface OpenedInput extends Input {
  readonly passedOver: readonly PassedOver[];
}

interface Found {
  readonly files: SourceFile[];
  readonly passedOver: PassedOver[];
}

/**
 * Lists what is there; file contents are read when a file is opened, which works any number of times.
 * @throws ProvisoError NOT_FOUND, PERMISSION, INPUT_EMPTY, UNSUPPORTED, ARCHIVE_*
 */
export async function openInput(path: string, limits: ZipLimits = ZIP_LIMITS): Promise<OpenedInput> {
  const found: Found = { files: [], passedOver: [] };
  const stats = await stat(path).catch((error: unknown) => {
    throw inputError(error, path);
  });
  if (stats.isDirectory()) {
    const folder = await walk(path);
    found.passedOver.push(...folder.passedOver);
    for (const file of folder.files)
      await add(found, file.path, file.location, file.size, `${file.path}/`, limits);
  } else if (stats.isFile()) {
    await add(found, basename(path), path, stats.size, "", limits);
  } else {
    throw new ProvisoError("UNSUPPORTED", `\`${path}\` is neither a file nor a folder`, {
      place: { file: path },
      hint: "save what it gives into a file: it is read more than once",
    });
  }
  if (!found.files.some((file) => file.size !== 0)) {
    throw new ProvisoError("INPUT_EMPTY", `\`${path}\` is empty`, { place: { file: path } });
  }
  return { name: path, ...found };
}

/** Adds a file, or the entries of an archive under `prefix`. */
async function add(
  found: Found,
  path: string,
  location: string,
  size: number,
  prefix: string,
  limits: ZipLimits,
): Promise<void> {
  if (!(await isZip(location))) {
    found.files.push(diskFile(path, location, size));
    return;
  }
  const listing = await listZip(location, path, limits);
  for (const entry of listing.entries) found.files.push(zipFile(prefix + entry.name, location, entry));
  for (const { path: name, reason } of listing.passedOver)
    found.passedOver.push({ path: prefix + name, reason });
  found.files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** `PK` and the mark of a first entry, of an archive without entries, or of one split in parts. */
const ZIP_MARKS: ReadonlySet<string> = new Set(["504b0304", "504b0506", "504b0708"]);

async function isZip(location: string): Promise<boolean> {
  try {
    const handle = await open(location, "r");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return bytesRead === 4 && ZIP_MARKS.has(buffer.toString("hex"));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw inputError(error, location);
  }
}
