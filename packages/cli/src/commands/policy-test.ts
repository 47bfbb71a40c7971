/** `proviso policy test`: the cases that come with policies, all parts, whatever their confidence */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { inputError } from "../input/fs-error.ts";
import { casesRun } from "./cases-run.ts";
import type { Context, PolicyOptions } from "./options.ts";
import { policyFolders } from "./question.ts";

const CASES = "cases.json";

export async function policyTest(
  context: Context,
  files: readonly string[],
  options: PolicyOptions,
): Promise<number> {
  const found = files.length > 0 ? files : await casesBeside(policyFolders(options));
  return await casesRun(context, found, { ...options, confidence: "all" });
}

/** @throws ProvisoError NOT_FOUND where no policy has cases: to test nothing is not to pass */
async function casesBeside(folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
      (error: unknown) => {
        throw inputError(error, folder);
      },
    );
    for (const entry of entries) {
      const file = join(entry.parentPath, entry.name);
      if (entry.name === CASES && entry.isFile() && !file.includes("node_modules")) found.push(file);
    }
  }
  if (found.length > 0) return found.sort();
  throw new ProvisoError(
    "NOT_FOUND",
    `no \`${CASES}\` under ${folders.map((one) => `\`${one}\``).join(", ")}`,
    {
      hint: "put one beside the policy, or name case files",
    },
  );
}
