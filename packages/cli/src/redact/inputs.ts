/**
 * Arguments -> **Inputs**: files that are there, or what comes in on standard input
 */
import { stat } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import { inputError } from "../input/fs-error.ts";
import { DASH } from "./targets.ts";

export interface Inputs {
  readonly isStream: boolean;
  /** None where it is a stream. */
  readonly files: readonly string[];
  /** Of all files. */
  readonly bytes: number;
}

/**
 * @param command how to be told to use standard input
 * @throws ProvisoError USAGE, NOT_FOUND, PERMISSION, UNSUPPORTED for a folder
 */
export async function inputsOf(
  given: readonly string[],
  isStdin: boolean | undefined,
  command: string,
): Promise<Inputs> {
  const files = given.filter((one) => one !== DASH);
  const isDashed = files.length < given.length || isStdin === true;
  if (isDashed && files.length > 0) {
    throw new ProvisoError("USAGE", "files and standard input exclude each other", {
      hint: "name files, or say --stdin or `-`",
    });
  }
  if (files.length === 0) {
    if (process.stdin.isTTY && !isDashed) {
      throw new ProvisoError("USAGE", "no files, and nothing comes in", {
        hint: `name files, or pipe text into it: \`${command}\``,
      });
    }
    return { isStream: true, files, bytes: 0 };
  }
  const sizes = await Promise.all(files.map(sizeOf));
  return { isStream: false, files, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function sizeOf(file: string): Promise<number> {
  const stats = await stat(file).catch((error: unknown) => {
    throw inputError(error, file);
  });
  if (!stats.isDirectory()) return stats.size;
  throw new ProvisoError("UNSUPPORTED", `\`${file}\` is a folder`, {
    place: { file },
    hint: "name the files in it",
  });
}
