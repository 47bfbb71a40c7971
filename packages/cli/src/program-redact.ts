/**
 * Arguments -> `redact` and `check`: what they take, and nothing of what they do.
 */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import type { Run } from "./program.ts";

/** What a profile acts on unless it says otherwise. */
const THRESHOLD = 0.5;

export function addRedact(redact: Command, run: Run): void {
  const evaluation = redact
    .command("evaluate")
    .description("Measure on marked texts what is found of what is marked")
    .argument("<file...>", "marked texts: JSONL, presidio-research, CoNLL columns, TAB, …")
    .option("--labels <file>", "a table of labels, in YAML, that goes before our own")
    .addOption(new Option("--threshold <score>", "leave out findings below this score").default(THRESHOLD))
    .option("--predictions <file>", "measure what another tool found, instead of what is found here")
    .action(run(async () => (await import("./commands/redact-evaluate.ts")).redactEvaluate));
  addExamples(evaluation, [
    ["proviso redact evaluate marked.jsonl", "precision and recall by type"],
    ["proviso redact evaluate texts.json gold.json --predictions other-tool.json", "another tool's figures"],
  ]);
}
