/**
 * Arguments -> `export` and `export verify`: what they take, and nothing of what they do.
 */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import { parseCountOption, parseSizeOption } from "./commands/size-option.ts";
import type { Question, Run } from "./program.ts";

const SHARD_BYTES = 256_000_000;

export function addExport(one: Command, question: Question, run: Run): void {
  one
    .argument("<path...>", "exports: zip as downloaded, unpacked folder, or JSONL")
    .option("--out <folder>", "the folder to write, which is whole or not there")
    .addOption(
      new Option("--format <format>", "form of the lines")
        .choices(["openai-chat", "anthropic-messages", "sharegpt", "hf-messages", "parquet"])
        .default("openai-chat"),
    )
    .option("--profile <profile>", "what is redacted and how: a file, or the name of one that comes along")
    .option("--key-file <file>", "the key for tokens and pseudonyms (default: PROVISO_KEY)")
    .option("--scope <name>", "within it equal values have equal pseudonyms (default: the profile's)")
    .addOption(
      new Option("--shard-size <size>", "bytes per file, as 256MB")
        .default(SHARD_BYTES, "256MB")
        .argParser(parseSizeOption),
    )
    .addOption(
      new Option("--workers <number>", "worker threads (default: as many as are worth it)").argParser(
        parseCountOption,
      ),
    )
    .option("--hidden", "with branches that the conversation does not show")
    .option("--ids", "with the ids of conversation and account in each line")
    .option("--title <text>", "a name for the data set")
    .option("--publisher <name>", "who answers for the data set")
    .option("--licence <licence>", "the terms it is handed on under")
    .option("--country <country>", "where the conversations were collected")
    .option("--resume", "go on with an export that was interrupted")
    .option("--force", "replace an export that is there");
  question(one).action(run(async () => (await import("./commands/export.ts")).exportSet));
  addExamples(one, [
    [
      "proviso export export.zip --account account.yaml --purpose train-general --out training",
      "one JSONL set",
    ],
    ["proviso export chats/ --purpose train-general --out set --format parquet --resume", "a long one"],
    ["proviso export verify training", "whether every file is still what was written"],
  ]);
  addVerify(one, run);
}

function addVerify(parent: Command, run: Run): void {
  const one = parent
    .command("verify")
    .description("Look whether every file of an export is still what was written")
    .argument("<folder>", "a folder that `proviso export` has written")
    .action(run(async () => (await import("./commands/export-verify.ts")).exportVerify));
  addExamples(one, [["proviso export verify training", "exit code 1 if a file was changed or is missing"]]);
}
