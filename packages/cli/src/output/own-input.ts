/** Outputs that would replace what the answer is made from are refused. */
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { ProvisoError } from "@proviso/core";

/** @throws ProvisoError USAGE where `out` is one of the files that are read, by whatever name */
export function refuseOwnInput(out: string, inputs: readonly string[]): void {
  const target = realName(out);
  if (!inputs.some((input) => realName(input) === target)) return;
  throw new ProvisoError("USAGE", `\`${out}\` is what is read here, writing to it would destroy it`, {
    place: { file: out },
    hint: "write to another name",
  });
}

function realName(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // What is not there yet cannot be an input under another name.
    return resolve(path);
  }
}
