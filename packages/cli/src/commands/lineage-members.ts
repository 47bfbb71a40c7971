/** Members of a run or an export, and why they are not known -> words */
import type { Members, Run } from "@proviso/core/lineage";
import { printable } from "../terminal/printable.ts";
import { count } from "../terminal/words.ts";

const SHORT = 19;

/** One conversation is in, out or unknown; many are counted. */
export function membersText({ included, excluded, unknown }: Members): string {
  const all = included.length + excluded.length + unknown.length;
  if (all === 0) return "no conversation to look for";
  if (all === 1) {
    if (included.length > 0) return "included";
    return excluded.length > 0 ? "not included" : "cannot be told";
  }
  const parts = [
    ...(included.length > 0 ? [`${count(included.length)} included`] : []),
    ...(excluded.length > 0 ? [`${count(excluded.length)} not included`] : []),
    ...(unknown.length > 0 ? [`${count(unknown.length)} cannot be told`] : []),
  ];
  return `${parts.join(", ")}, of ${count(all)}`;
}

export function whyUnknown({ manifest, listed }: Run): string {
  if (manifest === undefined) {
    return listed.length === 0
      ? "it is recorded without an export, and without a list of what it took in"
      : "it is recorded without an export, and its lists are of other accounts or not whole";
  }
  return `the set of export ${shortDigest(manifest)} is not at hand: add \`--export FOLDER --key-file FILE\``;
}

export function runName({ run, model }: Run): string {
  return model === undefined ? `run ${printable(run)}` : `run ${printable(run)} of model ${printable(model)}`;
}

/** Enough to find it by; `--json` has the whole. */
export function shortDigest(digest: string): string {
  return digest.slice(0, SHORT);
}
