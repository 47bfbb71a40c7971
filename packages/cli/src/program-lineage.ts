/** Arguments -> `lineage …` and `run start`: what they take, and nothing of what they do. */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import { parseInstantOption } from "./commands/instant-option.ts";
import type { Context } from "./commands/options.ts";
import { repeatable } from "./commands/repeatable.ts";
import type { Run } from "./program.ts";

const LEDGER = "a folder or a postgres:// address";

export function addLineage(group: Command, { now }: Context, run: Run): void {
  addExamples(group, [
    [
      "proviso lineage subject a-04 --ledger ledger --export training --key-file export.key",
      "what was made of a person's conversations, and what had begun when they withdrew",
    ],
  ]);
  const one = (name: string, what: string, says: string): Command =>
    sources(group.command(name).description(says).argument("<id>", what), now);
  addExamples(
    one("conversation", "its id", "List the runs that took in a conversation").action(
      run(async () => (await import("./commands/lineage.ts")).lineageConversation),
    ),
    [
      [
        "proviso lineage conversation 4f2a --ledger log --export spring --export summer",
        "by the sets of two exports",
      ],
    ],
  );
  addExamples(
    one("subject", "an account", "List the runs that took in an account's conversations").action(
      run(async () => (await import("./commands/lineage.ts")).lineageSubject),
    ),
    [
      [
        "proviso lineage subject a-04 --ledger ledger --at 2026-03-15 --known 2026-03-01",
        "as it was known two weeks before",
      ],
    ],
  );
  addExamples(
    one("run", "its id", "List what a run took in, and what was taken back since").action(
      run(async () => (await import("./commands/lineage.ts")).lineageRun),
    ),
    [["proviso lineage run r-7 --events events.jsonl", "by what the log itself lists, without a ledger"]],
  );
  addExamples(
    one("model", "its id", "List the runs a model comes from").action(
      run(async () => (await import("./commands/lineage.ts")).lineageModel),
    ),
    [["proviso lineage model summer-2 --ledger log --export training --json", "for a program"]],
  );
}

export function addRun(group: Command, { now }: Context, run: Run): void {
  const line = "proviso run start --ledger ledger --export training --run r-7 --model summer-2";
  addExamples(group, [[line, "before the run begins"]]);
  const start = group
    .command("start")
    .description("Log that a run begins, and which export it takes in")
    .requiredOption("--ledger <ledger>", `the ledger to log it in: ${LEDGER}`)
    .requiredOption("--export <folder>", "a folder that `proviso export` has written")
    .requiredOption("--run <id>", "the run, as it is called elsewhere")
    .option("--model <id>", "the model that comes of it")
    .option("--purpose <purpose>", "refuse an export that was made for another one")
    .addOption(instant("--at", "when it began (default: now)", now))
    .action(run(async () => (await import("./commands/run-start.ts")).runStart));
  addExamples(start, [[line, "logs the manifest too, if it is not logged"]]);
}

function sources(one: Command, now: number): Command {
  return one
    .option("--ledger <ledger>", `the ledger with events, runs and manifests: ${LEDGER}`)
    .addOption(repeatable("--events <file>", "recorded events, CloudEvents as JSONL; repeatable"))
    .option("--account <file>", "what is known of the account: a timeline, as `proviso init` writes it")
    .addOption(repeatable("--export <folder>", "a folder that `proviso export` has written; repeatable"))
    .option("--key-file <file>", "the key that the exports were made with (also PROVISO_KEY)")
    .addOption(instant("--at", "leave out what happened later (default: now)", now))
    .addOption(instant("--known", "leave out what was recorded later (default: take all)", now));
}

function instant(flag: string, about: string, now: number): Option {
  return new Option(`${flag} <time>`, about).argParser((text) => parseInstantOption(flag, text, now));
}
