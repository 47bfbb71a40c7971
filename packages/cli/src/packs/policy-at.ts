/** A policy file, or a name in the packs -> the one **Policy** that is meant */
import { ProvisoError } from "@proviso/core";
import { type Policy, parsePolicy } from "@proviso/core/policy";
import { readText } from "../input/read-text.ts";
import { wantedFor } from "./choose.ts";
import { loadPacks } from "./load.ts";
import { policiesNamed } from "./named.ts";

/**
 * @param folders with policy packs, for names
 * @throws ProvisoError NOT_FOUND, POLICY_*
 */
export async function policyAt(name: string, folders: readonly string[]): Promise<Policy> {
  if (/\.ya?ml$/i.test(name)) return parsePolicy(await readText(name), name).policy;
  const found = policiesNamed(await loadPacks(folders, wantedFor([], name)), name);
  const [policy, ...others] = found;
  if (policy !== undefined && others.length === 0) return policy;
  throw new ProvisoError("NOT_FOUND", `\`${name}\` is a product with several policies`, {
    hint: `name one of them: ${found.map(({ id }) => `\`${id}\``).join(", ")}`,
  });
}
