/** `--policy` and `--policies` -> the set of policies they name */
import type { PolicySet } from "@proviso/core/policy";
import { setNamed, wantedFor } from "../packs/choose.ts";
import { loadPacks } from "../packs/load.ts";
import type { PolicyOptions } from "./options.ts";
import { policyFolders } from "./question.ts";

/** @throws ProvisoError NOT_FOUND with the names there are */
export async function namedSet(options: PolicyOptions & { readonly policy: string }): Promise<PolicySet> {
  const folders = policyFolders(options);
  const packs = await loadPacks(folders, wantedFor([], options.policy));
  // Nothing of that vendor: the error is to name what there is.
  return setNamed(packs.sets.size > 0 ? packs : await loadPacks(folders), options.policy);
}
