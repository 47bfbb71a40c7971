/** `proviso policy diff`: what a change of policy would change, and for which conversations */
import { diff } from "@proviso/core/policy";
import { print } from "../output/stdout.ts";
import { policyAt } from "../packs/policy-at.ts";
import { EXIT } from "../terminal/print-error.ts";
import { diffJson } from "./diff-json.ts";
import { diffMarkdown } from "./diff-markdown.ts";
import { diffText } from "./diff-text.ts";
import type { Context, PolicyDiffOptions } from "./options.ts";
import { policyFolders, purposeOf } from "./question.ts";

export async function policyDiff(
  { terminal }: Context,
  before: string,
  after: string,
  options: PolicyDiffOptions,
): Promise<number> {
  const folders = policyFolders(options);
  const purposes = options.purpose?.map(purposeOf);
  const [a, b] = [await policyAt(before, folders), await policyAt(after, folders)];
  const found = diff(a, b, { purposes });
  const shape = terminal.json ? diffJson : options.markdown === true ? diffMarkdown : undefined;
  await print(
    shape === undefined
      ? diffText(found, { purposes, details: options.details === true }, terminal)
      : shape(found, purposes),
  );
  const isEqual = found.verdict === "equal" || found.verdict === "equal-in-histories";
  return options.exitCode === true && !isEqual ? EXIT.failed : EXIT.ok;
}
