/** Opening -> **NewLeaf** */
import { commit, type Opening } from "@proviso/core/ledger";
import type { NewLeaf } from "./medium.ts";

/** @param given an opening, its JSON, or the bytes of a leaf without one */
export function leafOf(given: Opening | string | Uint8Array): NewLeaf {
  if (given instanceof Uint8Array) return { data: given, opening: undefined };
  const opening = typeof given === "string" ? (JSON.parse(given) as Opening) : given;
  const text = typeof given === "string" ? given : JSON.stringify(given);
  return { data: commit(opening).data, opening: text };
}
