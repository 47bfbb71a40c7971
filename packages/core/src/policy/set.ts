/**
 * Policies of a product, in any order -> **PolicySet** -> in-force
 *
 * Versions of one policy form a chain by `supersedes`, from the oldest. A chain with a gap or a fork
 * would leave open which text binds an account, so it is refused.
 */
import { ProvisoError } from "../errors.ts";
import type { Policy, PolicySet } from "./policy.ts";

/**
 * Puts the versions of each policy in order; chains by id.
 * @throws ProvisoError POLICY_CYCLE, POLICY_INVALID
 */
export function assemble(policies: readonly Policy[]): PolicySet {
  const products = new Set(policies.map((policy) => policy.product));
  const [product] = products;
  if (product === undefined) throw invalid("a policy set needs at least one policy");
  if (products.size > 1) throw invalid(`the policies are of several products: ${names([...products])}`);
  const ids = [...new Set(policies.map((policy) => policy.id))].sort();
  return {
    product,
    chains: ids.map((id) =>
      chainOf(
        id,
        policies.filter((policy) => policy.id === id),
      ),
    ),
  };
}

/**
 * One set per product, by product.
 * @throws ProvisoError POLICY_CYCLE, POLICY_INVALID
 */
export function assembleAll(policies: readonly Policy[]): readonly PolicySet[] {
  const products = [...new Set(policies.map((policy) => policy.product))].sort();
  return products.map((product) => assemble(policies.filter((policy) => policy.product === product)));
}

function chainOf(id: string, versions: readonly Policy[]): readonly Policy[] {
  const byVersion = new Map<string, Policy>();
  for (const policy of versions) {
    if (byVersion.has(policy.version)) throw invalid(`\`${id}\` has two versions \`${policy.version}\``);
    byVersion.set(policy.version, policy);
  }
  const successors = new Map<string, Policy>();
  for (const policy of versions) {
    if (policy.supersedes === undefined) continue;
    if (!byVersion.has(policy.supersedes)) {
      throw invalid(
        `\`${id}\` version \`${policy.version}\` supersedes \`${policy.supersedes}\`, which is not there`,
        `versions are ${names([...byVersion.keys()])}`,
      );
    }
    const rival = successors.get(policy.supersedes);
    if (rival !== undefined) {
      throw invalid(
        `\`${id}\` versions \`${rival.version}\` and \`${policy.version}\` both supersede \`${policy.supersedes}\``,
        "a version has one successor",
      );
    }
    successors.set(policy.supersedes, policy);
  }

  const firsts = versions.filter((policy) => policy.supersedes === undefined);
  const chain: Policy[] = [];
  for (let next = firsts[0]; next !== undefined; next = successors.get(next.version)) chain.push(next);
  const outside = versions.filter((policy) => !chain.includes(policy) && !firsts.includes(policy));
  // Each version has one predecessor and one successor at most, so what no first leads to is a ring.
  const ring = ringIn(outside, byVersion);
  if (ring.length > 0) {
    throw new ProvisoError(
      "POLICY_CYCLE",
      `\`${id}\` versions supersede each other in a ring: ${ring.join(" -> ")}`,
    );
  }
  if (firsts.length > 1) {
    throw invalid(
      `\`${id}\` has several first versions: ${names(firsts.map((policy) => policy.version))}`,
      "say with `supersedes` which version each one follows",
    );
  }
  return chain;
}

function ringIn(versions: readonly Policy[], byVersion: ReadonlyMap<string, Policy>): readonly string[] {
  for (const start of versions) {
    const path = [start.version];
    for (
      let at = byVersion.get(start.supersedes ?? "");
      at !== undefined;
      at = byVersion.get(at.supersedes ?? "")
    ) {
      path.push(at.version);
      if (at === start) return path.map((version) => `\`${version}\``);
      if (path.length > byVersion.size + 1) break;
    }
  }
  return [];
}

function names(list: readonly string[]): string {
  return list.map((one) => `\`${one}\``).join(", ");
}

function invalid(message: string, hint?: string): ProvisoError {
  return new ProvisoError("POLICY_INVALID", message, { hint });
}
