/**
 * Commands in the docs exist: scripts of package.json, and commands and options of `proviso`
 *
 * A block marked `console run` is run as well, and what it shows must be what comes out. A line `…`
 * stands for any number of lines.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { helpOf, runCli } from "./cli-help.ts";
import { type CommandLine, commandLines } from "./command-line.ts";
import type { Document, Fence } from "./document.ts";
import type { Problem } from "./problem.ts";

const SHELLS = ["sh", "bash", "console"];
const NPM_COMMANDS = ["ci", "install", "test"];

export function checkCommands(documents: readonly Document[], root: string): readonly Problem[] {
  const scripts = scriptsOf(root);
  const problems: Problem[] = [];
  for (const document of documents) {
    for (const fence of document.fences) {
      const [language = "", ...marks] = fence.info.split(/\s+/);
      if (!SHELLS.includes(language)) continue;
      const fail = (line: number, message: string): void => {
        problems.push({ file: document.file, line, message });
      };
      for (const command of commandLines(fence.lines, fence.line, language === "console")) {
        const message = faultOf(command, root, scripts);
        if (message !== undefined) fail(command.line, message);
      }
      if (marks.includes("run")) runBlock(fence, root, fail);
    }
  }
  return problems;
}

function scriptsOf(root: string): ReadonlySet<string> {
  const json = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
  return new Set(Object.keys(json.scripts));
}

function faultOf({ words }: CommandLine, root: string, scripts: ReadonlySet<string>): string | undefined {
  const args = cliArguments(words);
  if (args !== undefined) return cliFault(args, root);
  const [program, verb = "", ...rest] = words;
  if (program !== "npm") return undefined;
  if (verb !== "run") return NPM_COMMANDS.includes(verb) ? undefined : `\`npm ${verb}\` is not used here`;
  const script = rest.find((word) => !word.startsWith("-")) ?? "";
  return scripts.has(script) ? undefined : `package.json has no script \`${script}\``;
}

/** What is passed to `proviso`; undefined for other programs. */
function cliArguments(words: readonly string[]): readonly string[] | undefined {
  if (words[0] === "proviso") return words.slice(1);
  const end = words.indexOf("--");
  const isScript = words[0] === "npm" && words.slice(0, end).includes("proviso");
  return isScript && end > 0 ? words.slice(end + 1) : undefined;
}

function cliFault(args: readonly string[], root: string): string | undefined {
  const path: string[] = [];
  for (const word of args) {
    const { commands, takesArguments } = helpOf(root, path);
    if (commands.size === 0 || word.startsWith("-")) break;
    if (takesArguments && !commands.has(word)) break;
    if (!commands.has(word)) return `\`proviso ${path.join(" ")}\` has no command \`${word}\``;
    path.push(word);
  }
  const known = new Set([...helpOf(root, []).options, ...helpOf(root, path).options]);
  const unknown = args
    .filter((word) => /^--?[a-z]/i.test(word))
    .map((word) => word.split("=", 1)[0] ?? word)
    .find((flag) => !known.has(flag));
  return unknown === undefined ? undefined : `\`proviso ${path.join(" ")}\` has no option \`${unknown}\``;
}

function runBlock(fence: Fence, root: string, fail: (line: number, message: string) => void): void {
  for (const [index, { line, words }] of commandLines(fence.lines, fence.line, true).entries()) {
    const args = cliArguments(words);
    if (args === undefined) {
      fail(line, "only `proviso` is run");
      continue;
    }
    const next =
      commandLines(fence.lines, fence.line, true)[index + 1]?.line ?? fence.line + fence.lines.length;
    const after = fence.lines.findIndex((text, at) => fence.line + at >= line && !text.endsWith("\\")) + 1;
    const shown = fence.lines.slice(after, next - fence.line).map((text) => text.trimEnd());
    const { status, stdout, stderr } = runCli(root, args);
    if (status !== 0) {
      fail(line, `exit code ${status}: ${stderr.trim()}`);
      continue;
    }
    const printed = stdout
      .trimEnd()
      .split("\n")
      .map((text) => text.trimEnd());
    const differs = firstDifference(shown, printed);
    if (differs !== undefined) {
      const at = fence.line + after + differs.shown;
      fail(
        at,
        `the block shows \`${shown[differs.shown] ?? ""}\`, the program prints \`${printed[differs.printed] ?? ""}\``,
      );
    }
  }
}

/** Where the two part, by their own lines; `…` matches up to the next line that is shown. */
function firstDifference(
  shown: readonly string[],
  printed: readonly string[],
): { shown: number; printed: number } | undefined {
  let at = 0;
  for (const [index, text] of shown.entries()) {
    if (text.trim() === "…") {
      const next = shown[index + 1];
      if (next === undefined) return undefined;
      const found = printed.indexOf(next, at);
      if (found < 0) return { shown: index + 1, printed: at };
      at = found;
      continue;
    }
    if (printed[at] !== text) return { shown: index, printed: at };
    at += 1;
  }
  return at < printed.length ? { shown: shown.length, printed: at } : undefined;
}
