/** A whole file -> its text. For files that people write or that are small; exports are streamed. */
import { readFile } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import { inputError } from "./fs-error.ts";

/** @throws ProvisoError NOT_FOUND, PERMISSION, UNSUPPORTED, INPUT_ENCODING */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "EISDIR") {
      throw new ProvisoError("UNSUPPORTED", `\`${file}\` is a folder`, {
        place: { file },
        hint: "name the files in it",
      });
    }
    throw inputError(error, file);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new ProvisoError("INPUT_ENCODING", `\`${file}\` is not UTF-8`, { place: { file }, cause });
  }
}
