/**
 * A child process that ends with this one, however this one ends
 *
 * Its shell holds the other end of a pipe from here: when the pipe closes, by `stop` or because this process
 * is gone (Ctrl-C, a killed test run), the child is killed.
 */
import { type ChildProcess, spawn } from "node:child_process";

const GUARD = `exec 3<&0
"$@" 3<&- </dev/null &
pid=$!
(cat <&3; kill -9 $pid) >/dev/null 2>&1 &
wait $pid`;

export interface Guarded {
  /** The last of what it has said, on both outputs. */
  said(): string;
  ended(): boolean;
  stop(): Promise<void>;
}

const KEPT = 20_000;

export function guarded(
  command: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Guarded {
  const child: ChildProcess = spawn("sh", ["-c", GUARD, "sh", ...command], {
    ...options,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  let ended = false;
  const gone = new Promise<void>((done) => {
    child.once("error", (error) => {
      said += error.message;
    });
    child.once("exit", () => {
      ended = true;
      child.stdin?.destroy();
      done();
    });
  });
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding("utf8").on("data", (text: string) => {
      said = `${said}${text}`.slice(-KEPT);
    });
  }
  return {
    said: () => said,
    ended: () => ended,
    stop: async () => {
      child.stdin?.destroy();
      if (!ended) await gone;
    },
  };
}

/** Asks again and again until `check` holds. @throws Error with what the child said when it ends, or is late */
export async function until(check: () => Promise<boolean>, child: Guarded, within: number): Promise<void> {
  const late = performance.now() + within;
  while (!(await check())) {
    if (child.ended()) throw new Error(`ended at once: ${child.said().slice(-2_000)}`);
    if (performance.now() > late) throw new Error(`not ready in time: ${child.said().slice(-2_000)}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}
