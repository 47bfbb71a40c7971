/** `proviso policy show`: one policy for a person to read, or its canonical YAML */
import { digestOf, type Policy, printPolicy } from "@proviso/core/policy";
import { print } from "../output/stdout.ts";
import { loadPacks } from "../packs/load.ts";
import { policiesNamed } from "../packs/named.ts";
import { EXIT } from "../terminal/print-error.ts";
import type { Context, PolicyShowOptions } from "./options.ts";
import { policyText } from "./policy-text.ts";
import { policyFolders } from "./question.ts";

export async function policyShow(
  { terminal }: Context,
  id: string,
  options: PolicyShowOptions,
): Promise<number> {
  const policies = policiesNamed(await loadPacks(policyFolders(options)), id);
  const texts = policies.map((policy) => {
    if (terminal.json) return `${JSON.stringify({ digest: digestOf(policy), ...withoutSpans(policy) })}\n`;
    return options.yaml ? printPolicy(policy) : policyText(policy, terminal);
  });
  await print(texts.join(terminal.json ? "" : options.yaml ? "---\n" : "\n"));
  return EXIT.ok;
}

/** Places in the file's text are of no use to a reader of the policy itself. */
function withoutSpans(policy: Policy): Policy {
  return JSON.parse(JSON.stringify(policy, (key, value) => (key === "span" ? undefined : value))) as Policy;
}
