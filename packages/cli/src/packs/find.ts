/** Where the policy packs lie: beside the checkout's packages, or in the installed data package. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export function packsFolder(): string {
  return dirname(fileURLToPath(import.meta.resolve("@proviso/policies/package.json")));
}
