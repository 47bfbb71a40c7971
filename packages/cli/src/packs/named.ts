/** A name on the command line -> policies of the packs */
import { ProvisoError } from "@proviso/core";
import type { Policy } from "@proviso/core/policy";
import type { Packs } from "./load.ts";

/**
 * A policy in the version that came last, one version of it, or the last versions of a product.
 * @throws ProvisoError NOT_FOUND
 */
export function policiesNamed(packs: Packs, name: string): readonly Policy[] {
  const chains = [...packs.sets.values()].flatMap((set) => set.chains);
  const [id = "", version] = name.split("@");
  const chain = chains.find((one) => one[0]?.id === id);
  if (chain !== undefined) {
    const policy = version === undefined ? chain.at(-1) : chain.find((one) => one.version === version);
    if (policy !== undefined) return [policy];
    throw new ProvisoError("NOT_FOUND", `policy \`${id}\` has no version \`${version}\``, {
      hint: `it has ${chain.map((one) => `\`${one.version}\``).join(", ")}`,
    });
  }
  const product = packs.sets.get(name);
  if (product !== undefined) return product.chains.flatMap((one) => one.at(-1) ?? []);
  const known = new Set(chains.map((one) => one[0]?.id ?? ""));
  throw new ProvisoError("NOT_FOUND", `no policy or product is named \`${name}\``, {
    hint: `there are ${[...known, ...packs.sets.keys()].sort().filter(isFirst).join(", ")}`,
  });
}

function isFirst(name: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(name) === index;
}
