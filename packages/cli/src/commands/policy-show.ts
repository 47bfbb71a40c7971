/** `proviso policy show`: one policy for a person to read, or its canonical YAML */
import { ProvisoError } from "@proviso/core";
import { digestOf, type Policy, printPolicy } from "@proviso/core/policy";
import { print } from "../output/stdout.ts";
import { loadPacks, type Packs } from "../packs/load.ts";
import { EXIT } from "../terminal/print-error.ts";
import type { Context, PolicyShowOptions } from "./options.ts";
import { policyText } from "./policy-text.ts";
import { policyFolders } from "./question.ts";

export async function policyShow(
  { terminal }: Context,
  id: string,
  options: PolicyShowOptions,
): Promise<number> {
  const policies = named(await loadPacks(policyFolders(options)), id);
  const texts = policies.map((policy) => {
    if (terminal.json) return `${JSON.stringify({ digest: digestOf(policy), ...withoutSpans(policy) })}\n`;
    return options.yaml ? printPolicy(policy) : policyText(policy, terminal);
  });
  await print(texts.join(terminal.json ? "" : options.yaml ? "---\n" : "\n"));
  return EXIT.ok;
}

/**
 * A policy in the version that came last, one version of it, or the last versions of a product.
 * @throws ProvisoError NOT_FOUND
 */
function named(packs: Packs, name: string): readonly Policy[] {
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

/** Places in the file's text are of no use to a reader of the policy itself. */
function withoutSpans(policy: Policy): Policy {
  return JSON.parse(JSON.stringify(policy, (key, value) => (key === "span" ? undefined : value))) as Policy;
}
