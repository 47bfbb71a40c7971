/** Which policies a question is held against: by name, or by the format of what is read. */
import { ProvisoError } from "@proviso/core";
import { type Prepared, prepare } from "@proviso/core/decision";
import type { PolicySet } from "@proviso/core/policy";
import type { Packs, Wanted } from "./load.ts";

/** The packs that could answer: those that read one of the formats, or those of the named policy's vendor. */
export function wantedFor(formats: readonly string[], name: string | undefined): Wanted {
  if (name === undefined) return (product) => product.formats.some((format) => formats.includes(format));
  const [vendor] = name.split("/");
  return (product) => product.product.split("/")[0] === vendor;
}

export interface Chosen {
  readonly product: string;
  readonly prepared: Prepared;
}

/**
 * @param name a product, a policy, or `policy@version` (that version then counts as in force)
 * @throws ProvisoError NOT_FOUND for a name, or a format, that no pack has
 */
export function choosePolicy(packs: Packs, format: string, name: string | undefined): Chosen {
  if (name !== undefined) return { product: name, prepared: prepare(setNamed(packs, name)) };
  for (const product of packs.products.values()) {
    const set = product.formats.includes(format) ? packs.sets.get(product.product) : undefined;
    if (set !== undefined) return { product: product.product, prepared: prepare(set) };
  }
  throw new ProvisoError("NOT_FOUND", `no policy pack covers the format \`${format}\``, {
    hint: `name one with \`--policy\`: ${[...packs.sets.keys()].join(", ")}`,
  });
}

/** Whether a policy or product is named so; with a version, whether it has that one. */
export function hasPolicy(packs: Packs, name: string): boolean {
  if (packs.sets.has(name)) return true;
  const [id, version] = name.split("@");
  const versions = [...packs.sets.values()]
    .flatMap(({ chains }) => chains.filter((one) => one[0]?.id === id))
    .flat();
  return version === undefined ? versions.length > 0 : versions.some((policy) => policy.version === version);
}

/** @throws ProvisoError NOT_FOUND */
export function setNamed(packs: Packs, name: string): PolicySet {
  const whole = packs.sets.get(name);
  if (whole !== undefined) return whole;
  const [id = "", version] = name.split("@");
  for (const set of packs.sets.values()) {
    const chain = set.chains.find((one) => one[0]?.id === id);
    if (chain === undefined) continue;
    if (version === undefined) return { product: set.product, chains: [chain] };
    const dated = chain.find((policy) => policy.version === version);
    if (dated === undefined) {
      throw new ProvisoError("NOT_FOUND", `policy \`${id}\` has no version \`${version}\``, {
        hint: `it has: ${chain.map((policy) => policy.version).join(", ")}`,
      });
    }
    const always = { acknowledged: undefined, signedUpSince: undefined, fixed: [] };
    return { product: set.product, chains: [[{ ...dated, effective: always }]] };
  }
  const known = [...packs.sets].flatMap(([product, set]) => [
    product,
    ...set.chains.map((chain) => chain[0]?.id ?? product),
  ]);
  throw new ProvisoError("NOT_FOUND", `no policy or product is named \`${name}\``, {
    hint: `there are: ${[...new Set(known)].sort().join(", ")}`,
  });
}
