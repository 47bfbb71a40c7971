/**
 * Text -> **Manifest** -> verify
 *
 * Refuses what is no manifest, and one that does not say what its digest was made over.
 */
import { ProvisoError } from "../errors.ts";
import { digestOfJson } from "./digest.ts";
import { MANIFEST, type Manifest } from "./manifest.ts";

/** @throws ProvisoError MANIFEST_INVALID with the file and field */
export function parseManifest(text: string, file: string): Manifest {
  const read = MANIFEST.safeParse(jsonOf(text, file));
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = issue?.path.join(".");
    throw new ProvisoError("MANIFEST_INVALID", `\`${file}\` is no manifest of an export`, {
      place: { file, ...(field === undefined || field === "" ? {} : { field }) },
      hint: issue?.message.toLowerCase(),
    });
  }
  const { digest, ...rest } = read.data;
  if (digestOfJson(rest) !== digest) {
    throw new ProvisoError("MANIFEST_INVALID", `\`${file}\` was changed after it was written`, {
      place: { file, field: "digest" },
      hint: "its digest does not fit what it says; take it from where the export came from",
    });
  }
  return read.data;
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProvisoError("MANIFEST_INVALID", `\`${file}\` is not JSON`, { place: { file }, cause });
  }
}
