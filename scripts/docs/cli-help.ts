/** What `proviso … --help` says: subcommands and options, asked of the program itself */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export interface Help {
  readonly commands: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
  /** It takes words of its own: what is no command is one of these. */
  readonly takesArguments: boolean;
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program as `npm run -s proviso --` runs it, without colours, in the root of the repository. */
export function runCli(root: string, args: readonly string[]): Ran {
  const { FORCE_COLOR: _, ...env } = process.env;
  const main = join(root, "packages/cli/src/main.ts");
  const result = spawnSync(process.execPath, ["--conditions=@proviso/source", main, ...args], {
    cwd: root,
    env: { ...env, NO_COLOR: "1" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { status: result.status ?? 1, stdout: result.stdout, stderr: result.stderr };
}

const asked = new Map<string, Help>();

export function helpOf(root: string, path: readonly string[]): Help {
  const key = path.join(" ");
  const known = asked.get(key);
  if (known !== undefined) return known;
  const { status, stdout, stderr } = runCli(root, [...path, "--help"]);
  if (status !== 0) throw new Error(`\`proviso ${key} --help\` failed: ${stderr}`);
  const help = {
    commands: new Set<string>(),
    options: new Set<string>(),
    takesArguments: /^Arguments:/m.test(stdout),
  };
  let section = "";
  for (const line of stdout.split("\n")) {
    section = /^(\w[\w ]*):/.exec(line)?.[1]?.toLowerCase() ?? section;
    const entry = /^ {2}(\S.*?)(?: {2}|$)/.exec(line)?.[1] ?? "";
    if (section === "commands")
      for (const name of entry.split(" ", 1)) if (name !== "") help.commands.add(name);
    if (section.endsWith("options"))
      for (const [flag] of entry.matchAll(/--?[a-zA-Z][\w-]*/g)) help.options.add(flag);
  }
  asked.set(key, help);
  return help;
}
