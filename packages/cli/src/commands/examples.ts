/**
 * Examples of commands: shown by `--help`, and written into docs/cli.md from the same list.
 */
import type { Command } from "commander";

export type Example = readonly [line: string, about: string];

const EXAMPLES = new WeakMap<Command, readonly Example[]>();

export function addExamples(command: Command, examples: readonly Example[]): void {
  EXAMPLES.set(command, examples);
  const lines = examples.flatMap(([line, about]) => [`  # ${about}`, `  $ ${line}`]);
  command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}

export function examplesOf(command: Command): readonly Example[] {
  return EXAMPLES.get(command) ?? [];
}
