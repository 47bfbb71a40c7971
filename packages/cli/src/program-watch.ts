/** Arguments -> `watch …`: what it takes, and nothing of what it does. */
import { type Command, Option } from "commander";
import { archived } from "./commands/archive-option.ts";
import { addExamples } from "./commands/examples.ts";
import type { Context } from "./commands/options.ts";
import { repeatable } from "./commands/repeatable.ts";
import { parseCountOption, parseSizeOption } from "./commands/size-option.ts";
import type { Run } from "./program.ts";
import { addWatchReading } from "./program-watch-reading.ts";

export function addWatch(group: Command, context: Context, run: Run): void {
  addExamples(group, [
    ["proviso watch add terms.yaml && proviso watch run", "watch what the file declares"],
    ["proviso watch import genai-contrib-versions && proviso watch log", "with the history that others kept"],
    ["proviso watch run --every 12h --alerts alerts.yaml --chats export.zip", "by itself, telling you"],
  ]);
  addAdd(group, run);
  addRun(group, run);
  addImport(group, run);
  addExport(group, run);
  addWatchReading(group, context, run);
}

function addAdd(group: Command, run: Run): void {
  const add = archived(group.command("add").description("Declare documents to watch"))
    .argument("[file...]", "declarations: our YAML, or Open Terms Archive's JSON as it is")
    .option("--url <url>", "in place of a file: where the document is")
    .option("--service <name>", "with --url: whose document it is")
    .option("--type <type>", "with --url: `Terms of Service`, `Privacy Policy`, …")
    .option("--region <region>", "with --url: which edition: `EU`, `US`")
    .addOption(repeatable("--select <selector>", "with --url: the part that is the document; repeatable"))
    .addOption(repeatable("--remove <selector>", "with --url: a part that is not; repeatable"))
    .option("--packs", "declare what the policy packs rest on")
    .addOption(repeatable("--policies <folder>", "with --packs: other packs than those that come along"))
    .option("--force", "replace what is declared already")
    .action(run(async () => (await import("./commands/watch-add.ts")).watchAdd));
  addExamples(add, [
    ["proviso watch add --packs", "the terms that our policies rest on"],
    ["proviso watch add declarations/Claude.ai.json", "a declaration of Open Terms Archive"],
    [
      'proviso watch add --service Example --type "Terms of Service" --url https://example.org/terms',
      "one document, the text found by itself",
    ],
  ]);
}

function addRun(group: Command, run: Run): void {
  const one = archived(group.command("run").description("Look at the documents, keep what changed, tell it"))
    .option("--every <time>", "keep running: 30m, 12h, 1d")
    .addOption(repeatable("--service <name>", "only this service; repeatable"))
    .option("--alerts <file>", "rules and channels of alerts, as YAML")
    .addOption(
      repeatable("--chats <path>", "your conversations, for what a change means for them; repeatable"),
    )
    .option("--account <file>", "with --chats: what is known of the account, as `proviso init` writes it")
    .addOption(
      repeatable("--events <file>", "with --chats: recorded events, CloudEvents as JSONL; repeatable"),
    )
    .addOption(
      repeatable(
        "--policies <folder>",
        "policies to check against the terms; otherwise those that come along",
      ),
    )
    .option("--contact <url>", "named in the user agent, for who is asked for the pages")
    .addOption(
      repeatable("--allow-private <host:port>", "may be fetched though it is not public; repeatable"),
    )
    .addOption(repeatable("--proxy <region=url>", "fetch documents of the region through it; repeatable"))
    .addOption(new Option("--timeout <seconds>", "for one page").argParser(parseCountOption))
    .addOption(new Option("--max-size <size>", "of one page (default: 50MB)").argParser(parseSizeOption))
    .option("--browser <path>", "a Chromium, for declarations that ask for scripts to be run")
    .action(run(async () => (await import("./commands/watch-run.ts")).watchRun));
  addExamples(one, [
    ["proviso watch run", "one look at all that is declared; goes on where it was interrupted"],
    ["proviso watch run --every 12h --alerts alerts.yaml", "keeps running by itself"],
    [
      "proviso watch run --chats export.zip --account account.yaml --alerts alerts.yaml",
      "with what a change means for your conversations",
    ],
  ]);
}

function addImport(group: Command, run: Run): void {
  const one = archived(group.command("import").description("Take in a history of terms"))
    .argument("<path...>", "git repositories of Open Terms Archive, or folders of dated versions")
    .addOption(repeatable("--service <name>", "only this service; repeatable"))
    .option("--snapshots", "the repositories hold raw pages, not versions")
    .action(run(async () => (await import("./commands/watch-import.ts")).watchImport));
  addExamples(one, [
    ["proviso watch import genai-contrib-versions", "a clone of a repository of versions"],
    ['proviso watch import pga-versions --service "WhatsApp"', "one service of it"],
  ]);
}

function addExport(group: Command, run: Run): void {
  const one = archived(group.command("export").description("Write the history as Open Terms Archive has it"))
    .argument("<folder>", "a git repository to be made")
    .option("--snapshots", "the raw pages in place of the versions")
    .action(run(async () => (await import("./commands/watch-import.ts")).watchExport));
  addExamples(one, [
    ["proviso watch export versions", "one commit per version"],
    ["proviso watch export snapshots --snapshots", "one commit per page as it was fetched"],
  ]);
}
