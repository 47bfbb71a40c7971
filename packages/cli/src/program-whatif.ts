/** Arguments -> `whatif`: what it takes, and nothing of what it does. */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import { repeatable } from "./commands/repeatable.ts";
import { parseCountOption, parseSizeOption } from "./commands/size-option.ts";
import type { Question, Run } from "./program.ts";

export function addWhatIf(command: Command, question: Question, run: Run): void {
  const whatIf = command
    .argument("[path...]", "exports: zip as downloaded, unpacked folder, or JSONL")
    .option("--on <day>", "compare before that day with its end: what changed on it")
    .option("--from <side>", "what is: `policy@version`, a policy file, a folder of packs, or a date")
    .option("--to <side>", "what would be, named the same way")
    .option("--items", "count messages too")
    .option("--list <file>", "write all that changes, as JSONL; with --lake also as .parquet")
    .option("--html <file>", "write a report with a picture of what changes")
    .addOption(
      new Option(
        "--fail-on <what>",
        "exit with 1 if something becomes usable, or if anything changes",
      ).choices(["permit", "change"]),
    )
    .addOption(
      repeatable(
        "--lake <path>",
        "tables of events, or of facts from `lake facts`, in place of exports; repeatable",
      ),
    )
    .addOption(
      new Option("--memory <size>", "with --lake: what the engine may hold (default: 1GB)").argParser(
        parseSizeOption,
      ),
    )
    .addOption(new Option("--threads <number>", "with --lake: default: as cores").argParser(parseCountOption))
    .addOption(new Option("--buckets <number>", "with --lake: parts to work in").argParser(parseCountOption))
    .option("--work <folder>", "with --lake: for what is needed on the way (default: the system's)");
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
    [
      "proviso whatif --lake facts --from old.yaml --to new.yaml",
      "over the tables of `lake facts`, however many conversations they hold",
    ],
  ]);
}
