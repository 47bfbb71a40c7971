/** Arguments -> `whatif`: what it takes, and nothing of what it does. */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import type { Question, Run } from "./program.ts";

export function addWhatIf(command: Command, question: Question, run: Run): void {
  const whatIf = command
    .argument("<path...>", "exports: zip as downloaded, unpacked folder, or JSONL")
    .option("--on <day>", "compare before that day with its end: what changed on it")
    .option("--from <side>", "what is: `policy@version`, a policy file, a folder of packs, or a date")
    .option("--to <side>", "what would be, named the same way")
    .option("--items", "count messages too")
    .option("--list <file>", "write all conversations that change, as JSONL")
    .option("--html <file>", "write a report with a picture of what changes")
    .addOption(
      new Option(
        "--fail-on <what>",
        "exit with 1 if something becomes usable, or if anything changes",
      ).choices(["permit", "change"]),
    );
  question(whatIf).action(run(async () => (await import("./commands/whatif.ts")).whatIf));
  addExamples(whatIf, [
    ["proviso whatif export.zip --account account.yaml --on 2025-10-08", "what changed on that day, for you"],
    [
      "proviso whatif chats.jsonl --from old.yaml --to new.yaml --fail-on permit",
      "before a policy is changed, in a continuous integration run",
    ],
    [
      "proviso whatif export.zip --from 2026-01-01 --to 2026-07-01 --list changed.jsonl",
      "what half a year has changed, and for which chats",
    ],
  ]);
}
