/** Spawns the real program from its sources, as a user's shell would. */
import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const MAIN = join(ROOT, "packages/cli/src/main.ts");

export const EXAMPLES: string = join(ROOT, "examples");
/** One small policy: loads in no time. */
export const SMALL: readonly string[] = ["--policies", join(EXAMPLES, "support-desk/policy")];
export const CHATS: string = join(EXAMPLES, "support-desk/conversations.jsonl");
export const EVENTS: string = join(EXAMPLES, "support-desk/events.jsonl");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: readonly string[];
  readonly uid?: number;
  /** What comes in on standard input; without it, nothing does. */
  readonly stdin?: string | Uint8Array;
  /** A file descriptor to print to, instead of a pipe. */
  readonly stdout?: number;
}

/** Settings of the machine that would change what is printed are left out. */
function environment(env: RunOptions["env"]): NodeJS.ProcessEnv {
  const { NO_COLOR: _1, FORCE_COLOR: _2, COLUMNS: _3, PROVISO_DEBUG: _4, ...rest } = process.env;
  return { ...rest, ...env };
}

export function start(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const node = ["--conditions=@proviso/source", ...(options.node ?? [])];
  return spawn(process.execPath, [...node, MAIN, ...args], {
    cwd: options.cwd ?? tmpdir(),
    env: environment(options.env),
    stdio: [options.stdin === undefined ? "ignore" : "pipe", options.stdout ?? "pipe", "pipe"],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
}

export function ended(child: ChildProcess): Promise<Run> {
  return new Promise((done, fail) => {
    const parts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name]?.setEncoding("utf8").on("data", (text: string) => {
        parts[name] += text;
      });
    }
    child.on("error", fail);
    child.on("close", (code) => done({ code, ...parts }));
  });
}

export function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = start(args, options);
  child.stdin?.end(options.stdin);
  return ended(child);
}
