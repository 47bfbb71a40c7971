/** Arguments -> `policy` and `cases`: what they take, and nothing of what they do. */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import type { Run } from "./program.ts";

/** Adds the option that names folders with policies. */
type Policies = (one: Command) => Command;

export function addPolicy(policy: Command, policies: Policies, run: Run): void {
  addExamples(policy, [["proviso policy list", "what is known of which product"]]);

  const list = policies(command(policy, "list", "List products, policies and versions")).action(
    run(async () => (await import("./commands/policy-list.ts")).policyList),
  );
  addExamples(list, [["proviso policy list", "with the dates from which each version binds"]]);

  const show = policies(command(policy, "show", "Print a policy so that a person can read it"))
    .argument("<id>", "policy, `policy@version`, or product")
    .option("--yaml", "print the canonical YAML instead")
    .action(run(async () => (await import("./commands/policy-show.ts")).policyShow));
  addExamples(show, [
    ["proviso policy show proviso/strict", "the version that came last"],
    ["proviso policy show proviso/strict@2026-01-01 --yaml", "a certain one, as YAML"],
  ]);

  const check = command(policy, "check", "Look for errors and oversights in policy files")
    .argument("<file...>", "policy files, or folders with them")
    .option("--strict", "findings count as errors")
    .action(run(async () => (await import("./commands/policy-check.ts")).policyCheck));
  addExamples(check, [["proviso policy check my-policy.yaml --strict", "for a continuous integration run"]]);

  const test = policies(command(policy, "test", "Run the cases of policies"))
    .argument("[file...]", "case files; without any, every `cases.json` beside a policy")
    .action(run(async () => (await import("./commands/policy-test.ts")).policyTest));
  addExamples(test, [["proviso policy test --policies my-policies", "the cases that lie beside them"]]);
}

export function addCases(cases: Command, policies: Policies, run: Run): void {
  addExamples(cases, [["proviso cases run cases.json", "compare answers with the expected ones"]]);
  const casesRun = policies(command(cases, "run", "Compare decisions with what case files expect"))
    .argument("<file...>", "case files")
    .addOption(
      new Option("--only <part>", "compare one part only").choices(["training", "safety", "retention"]),
    )
    .addOption(
      new Option("--confidence <level>", "compare what is certain only, or all")
        .choices(["certain", "all"])
        .default("all"),
    )
    .option("--known-failures <file>", "parts that are known to fail, each with its reason")
    .action(run(async () => (await import("./commands/cases-run.ts")).casesRun));
  addExamples(casesRun, [
    [
      "proviso cases run scenarios.json --only training --confidence certain",
      "one part, where it is certain",
    ],
    ["proviso cases run scenarios.json --known-failures known-failures.json", "with a list of exceptions"],
  ]);
}

function command(parent: Command, name: string, description: string): Command {
  return parent.command(name).description(description);
}
