/**
 * Arguments -> `verify`: what it takes, and nothing of what it does.
 */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import type { Run } from "./program.ts";

export function addVerify(one: Command, run: Run): void {
  one
    .argument(
      "[file...]",
      "checkpoints, proofs, evidence, receipts, manifests with their shards, certificates; a folder is an export",
    )
    .addOption(
      new Option("--key <key>", "a verifier key that you trust, or a file of them; repeatable").argParser(
        (value: string, before: readonly string[] = []) => [...before, value],
      ),
    )
    .option("--conversation <id>", "the conversation that a proof or a certificate should be about")
    .option("--item <id>", "an item of it")
    .option("--key-file <file>", "the key that tokens are made with, if you have it")
    .option("--against <checkpoint>", "a checkpoint that you have seen before")
    .option("--page <file>", "write a page that does the same in a browser, from disk")
    .action(run(async () => (await import("./commands/verify.ts")).verifyFiles));
  addExamples(one, [
    [
      "proviso verify proof.json training/ evidence.json --key log.vkey --conversation 4f2a",
      "whether a conversation was used, with the export and the log",
    ],
    [
      "proviso verify checkpoint --key log.vkey --against seen-last-year",
      "whether a log still tells one history",
    ],
    ["proviso verify --page verify.html", "the same for people without Proviso"],
  ]);
}
