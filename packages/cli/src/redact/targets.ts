/**
 * Inputs and options -> where each input's lines go
 */
import { statSync } from "node:fs";
import { basename, join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { refuseOwnInput } from "../output/own-input.ts";

export interface TargetOptions {
  readonly out?: string;
  readonly inPlace?: boolean;
}

/** A file to write, or undefined for standard output. */
export type Target = string | undefined;

/** Standard input has no name. */
export const STANDARD_INPUT = "standard input";

/** Among files and in the place of one: standard input, or standard output. */
export const DASH = "-";

/** @throws ProvisoError USAGE */
export function targetsOf(inputs: readonly string[], { out, inPlace }: TargetOptions): readonly Target[] {
  if (inPlace === true) {
    if (out !== undefined) throw usage("--in-place and --out exclude each other", "choose one of them");
    if (inputs.length === 0) throw usage("--in-place needs files", "name the files to change");
    return inputs;
  }
  if (out === undefined || out === DASH)
    return inputs.length === 0 ? [undefined] : inputs.map(() => undefined);
  const isFolder = out.endsWith("/") || isDirectory(out);
  if (!isFolder) {
    if (inputs.length > 1)
      throw usage(`\`${out}\` is not a folder`, "several files need a folder to go into");
    refuseOwnInput(out, inputs);
    return [out];
  }
  if (inputs.length === 0) throw usage(`\`${out}\` is a folder`, "standard input needs a file to go into");
  const targets = inputs.map((input) => join(out, basename(input)));
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  if (twice !== undefined) throw usage(`two inputs would be written to \`${twice}\``, "take them one by one");
  for (const target of targets) refuseOwnInput(target, inputs);
  return targets;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function usage(message: string, hint: string): ProvisoError {
  return new ProvisoError("USAGE", message, { hint });
}
