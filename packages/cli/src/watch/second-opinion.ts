/** Settings of a language model, and a text -> what it reads beside the rules */
import { readFile } from "node:fs/promises";
import type { DocumentName, Version } from "@proviso/core/terms";
import { assistantSettings, type NoOpinion, type Opinion, parseChoice, secondOpinion } from "@proviso/watch";
import { inputError } from "../input/fs-error.ts";
import { untilInterrupted } from "../terminal/until-interrupted.ts";

/** @throws ProvisoError NOT_FOUND, INPUT_MALFORMED, USAGE, KEY_MISSING */
export async function askAssistant(
  file: string,
  document: DocumentName,
  version: Version,
): Promise<Opinion | NoOpinion> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw inputError(error, file);
  });
  const settings = assistantSettings(parseChoice(text, file), process.env);
  return await untilInterrupted((signal) => secondOpinion(document, version, settings, { signal }));
}
