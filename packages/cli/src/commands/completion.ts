/**
 * `proviso completion` and the hidden `proviso complete` that its scripts call
 *
 * The words come from the same tree of commands that parses them, so nothing can be forgotten.
 */
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import tab from "@bomb.sh/tab/commander";
import { PURPOSES } from "@proviso/core/events";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import type { Context } from "./options.ts";

type Tab = ReturnType<typeof tab>;

/** Options whose value is a file or folder, and arguments that are. */
const FILE_OPTIONS = ["account", "events", "policies", "report", "out", "known-failures"];
const FILE_ARGUMENTS = ["path", "file"];
/** Bits that the shell scripts read: 4 names no files of its own, 2 puts no space after the word. */
const AFTER_WORD = ":4";
const AFTER_FOLDER = ":6";

export async function completion(context: Context, shell: string): Promise<number> {
  tree(context, "").setup("proviso", "proviso", shell);
  return EXIT.ok;
}

/** Prints the candidates for the last of `words`, which may be empty, and what the shell is to do. */
export async function complete(context: Context, words: readonly string[]): Promise<number> {
  const printed = captured(() => tree(context, words.at(-1) ?? "").parse([...words]));
  const candidates = printed.slice(0, -1);
  const isFolder = candidates.length > 0 && candidates.every((line) => line.split("\t")[0]?.endsWith("/"));
  await print(`${[...candidates, isFolder ? AFTER_FOLDER : AFTER_WORD].join("\n")}\n`);
  return EXIT.ok;
}

/** The library prints by itself; what it prints is read here, as folders want no space after them. */
function captured(work: () => void): readonly string[] {
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: string) => lines.push(line);
  try {
    work();
  } finally {
    console.log = log;
  }
  return lines;
}

function tree(context: Context, word: string): Tab {
  const program = context.commands();
  // Their own command would be offered beside ours.
  const own = program.commands.filter((command) => command.name() === "complete");
  for (const command of own)
    (program.commands as (typeof command)[]).splice(program.commands.indexOf(command), 1);
  const words = tab(program, { completionCommandName: "complete-script" });
  words.commands.delete("complete-script");
  const value = word.slice(word.indexOf("=") + 1);
  const files = (offer: (value: string, about: string) => void): void => {
    for (const file of filesLike(value)) offer(file, "");
  };
  for (const command of words.commands.values()) {
    for (const name of FILE_OPTIONS) {
      const option = command.options.get(name);
      if (option !== undefined) option.handler = files;
    }
    for (const name of FILE_ARGUMENTS) {
      const argument = command.arguments.get(name);
      if (argument !== undefined) argument.handler = files;
    }
    const purpose = command.options.get("purpose");
    if (purpose !== undefined) {
      purpose.handler = (offer) => {
        for (const one of PURPOSES) offer(one, "");
      };
    }
  }
  return words;
}

/** Names in the folder that the word is in, folders with `/`; hidden ones only when asked for. */
function filesLike(word: string): readonly string[] {
  const folder = word.endsWith("/") ? word : dirname(word);
  const prefix = word.includes("/") ? (folder.endsWith("/") ? folder : `${folder}/`) : "";
  const start = word.slice(prefix.length);
  try {
    return readdirSync(folder === "" ? "." : folder, { withFileTypes: true })
      .filter(({ name }) => name.startsWith(start) && (start.startsWith(".") || !name.startsWith(".")))
      .map((entry) => `${prefix}${entry.name}${entry.isDirectory() ? "/" : ""}`)
      .sort();
  } catch {
    // A folder that cannot be listed has nothing to offer.
    return [];
  }
}
