/** Arguments -> `replay`: what it takes, and nothing of what it does. */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import { parseInstantOption } from "./commands/instant-option.ts";
import type { Context } from "./commands/options.ts";
import type { Run } from "./program.ts";

export function addReplay(one: Command, { now }: Context, run: Run): void {
  const instant = (flag: string, about: string): Option =>
    new Option(`${flag} <time>`, about).argParser((text) => parseInstantOption(flag, text, now));
  one
    .requiredOption("--ledger <ledger>", "the ledger: a folder or a postgres:// address")
    .addOption(instant("--at", "only decisions for this day or time (default: all)"))
    .addOption(instant("--known", "only decisions that left out what was recorded later than this"))
    .option("--policies <folder...>", "policies to use instead of those that come along")
    .action(run(async () => (await import("./commands/replay.ts")).replayLedger));
  addExamples(one, [
    ["proviso replay --ledger ledger", "every decision, for the instants it was made for"],
    ["proviso replay --ledger ledger --at 2026-03-15 --known 2026-03-01", "one question of the past"],
  ]);
}
