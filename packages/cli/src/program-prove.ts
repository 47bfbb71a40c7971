/**
 * Arguments -> `prove inclusion` and `prove exclusion`: what they take, and nothing of what they do.
 */
import type { Command } from "commander";
import { addExamples } from "./commands/examples.ts";
import type { Run } from "./program.ts";

export function addProve(group: Command, run: Run): void {
  addExamples(group, [
    [
      "proviso prove exclusion --export training --conversation 4f2a",
      "that it was not used, naming nobody else",
    ],
  ]);
  const inclusion = claim(group, "inclusion", "Prove that a conversation or an item is in an export");
  inclusion.action(run(async () => (await import("./commands/prove.ts")).proveInclusion));
  addExamples(inclusion, [
    ["proviso prove inclusion --export training --conversation 4f2a", "for whoever has the key too"],
    ["proviso prove inclusion --export training --conversation 4f2a --item m3", "of one message"],
  ]);
  const exclusion = claim(group, "exclusion", "Prove that a conversation or an item is not in an export");
  exclusion.action(run(async () => (await import("./commands/prove.ts")).proveExclusion));
  addExamples(exclusion, [
    [
      "proviso prove exclusion --export training --conversation 4f2a --disclose-key",
      "for the person whose conversation it is",
    ],
  ]);
}

function claim(group: Command, name: string, says: string): Command {
  return group
    .command(name)
    .description(says)
    .option("--export <folder>", "a folder that `proviso export` has written, with its private files")
    .option("--conversation <id>", "the conversation, or whose item it is")
    .option("--item <id>", "one of its items, instead of the conversation")
    .option("--key-file <file>", "the key that the export was made with (also PROVISO_KEY)")
    .option("--out <file>", "write to a file (default: standard output)")
    .option("--disclose-key", "with the export's key, so that anyone can see whose token it is");
}
