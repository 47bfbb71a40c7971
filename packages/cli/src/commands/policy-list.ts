/** `proviso policy list`: which products are known, by which policies, in which versions */
import type { Policy } from "@proviso/core/policy";
import { print } from "../output/stdout.ts";
import { loadPacks, type Packs } from "../packs/load.ts";
import { hang, padEnd } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { counted } from "../terminal/words.ts";
import { effectiveText } from "./effective-words.ts";
import type { Context, PolicyOptions } from "./options.ts";
import { policyFolders } from "./question.ts";

export async function policyList({ terminal }: Context, options: PolicyOptions): Promise<number> {
  const packs = await loadPacks(policyFolders(options));
  await print(terminal.json ? listJson(packs) : listText(packs, terminal));
  return EXIT.ok;
}

function listText(packs: Packs, { out, columns }: Terminal): string {
  const lines: string[] = [];
  for (const [product, set] of [...packs.sets].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = packs.products.get(product);
    const formats =
      known === undefined || known.formats.length === 0 ? "" : `, reads ${known.formats.join(", ")}`;
    const title = known === undefined ? "" : ` ${known.title}`;
    lines.push(...hang("", `${out.bold(product)}${printable(title)}${out.dim(formats)}`, columns, 4));
    for (const chain of set.chains) {
      lines.push(`  ${chain[0]?.id ?? ""}`);
      for (const policy of chain) {
        lines.push(...hang(`    ${padEnd(policy.version, 12)} `, printable(effectiveText(policy)), columns));
      }
    }
  }
  const policies = [...packs.sets.values()].reduce((sum, set) => sum + set.chains.length, 0);
  lines.push(
    "",
    `${counted(packs.sets.size, "product")}, ${counted(policies, "policy", "policies")}, ${counted(packs.policies.length, "version")}`,
  );
  return `${lines.join("\n")}\n`;
}

function listJson(packs: Packs): string {
  const products = [...packs.sets].map(([product, set]) => ({
    product,
    title: packs.products.get(product)?.title ?? null,
    formats: packs.products.get(product)?.formats ?? [],
    policies: set.chains.map((chain) => ({
      id: chain[0]?.id ?? null,
      versions: chain.map((policy) => versionFields(policy, packs)),
    })),
  }));
  return `${JSON.stringify({ products })}\n`;
}

function versionFields(policy: Policy, packs: Packs): Readonly<Record<string, unknown>> {
  return {
    version: policy.version,
    title: policy.title,
    supersedes: policy.supersedes ?? null,
    effective: effectiveText(policy),
    purposes: policy.purposes,
    file: packs.policies.find((loaded) => loaded.policy === policy)?.file ?? null,
  };
}
