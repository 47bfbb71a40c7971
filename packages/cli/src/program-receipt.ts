/** Arguments -> `receipt issue`, `show` and `verify`: what they take, and nothing of what they do. */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import { parseInstantOption } from "./commands/instant-option.ts";
import type { Context } from "./commands/options.ts";
import { repeatable } from "./commands/repeatable.ts";
import type { Run } from "./program.ts";

export function addReceipt(group: Command, { now }: Context, run: Run): void {
  addExamples(group, [
    ["proviso receipt show receipt.json", "what it says"],
    ["proviso receipt verify receipt.json --key log.vkey", "whether just this was logged"],
  ]);
  const instant = (flag: string, about: string): Option =>
    new Option(`${flag} <time>`, about).argParser((text) => parseInstantOption(flag, text, now));
  const issue = group
    .command("issue")
    .description("Make a receipt for each choice that a ledger holds")
    .requiredOption("--ledger <ledger>", "the ledger with the events: a folder or a postgres:// address")
    .requiredOption("--controller <file>", "who answers for the processing, in YAML")
    .requiredOption("--out <folder>", "where to write, a file for each")
    .option("--key-file <file>", "the key that makes a person's id in receipts (default: PROVISO_KEY)")
    .option("--subject <account>", "of this account alone")
    .addOption(instant("--at", "up to when a choice may have lapsed (default: now)"))
    .addOption(instant("--known", "leave out what was recorded later (default: take all)"))
    .action(run(async () => (await import("./commands/receipt-issue.ts")).receiptIssue));
  addExamples(issue, [
    [
      "proviso receipt issue --ledger log --controller controller.yaml --out receipts",
      "those that were issued before stay as they were logged",
    ],
  ]);
  const show = group
    .command("show")
    .description("Say what a receipt says")
    .argument("<file>", "a receipt")
    .action(run(async () => (await import("./commands/receipt-show.ts")).receiptShow));
  addExamples(show, [["proviso receipt show receipt.json", "who, what, when, and on which notice"]]);
  const verify = group
    .command("verify")
    .description("Check that just this receipt was logged")
    .argument("<file>", "a receipt")
    .addOption(repeatable("--key <key>", "a verifier key that you trust, or a file of them; repeatable"))
    .action(run(async () => (await import("./commands/receipt-verify.ts")).receiptVerify));
  addExamples(verify, [
    ["proviso receipt verify receipt.json --key log.vkey", "exit code 0 only if all of it holds"],
  ]);
}
