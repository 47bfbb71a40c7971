/** With a person at a terminal: the offer, the progress line, Ctrl-C. Needs `script` for a pseudo-terminal. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXAMPLES, SMALL, start } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const hasScript = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
const folder = temporaryFolder();

interface Seen {
  readonly code: number | null;
  readonly screen: string;
}

/** Runs at a terminal; presses `keys` once `prompt` is on the screen. */
async function atTerminal(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  [prompt, keys]: readonly [string, string] = ["\u0000", ""],
): Promise<Seen> {
  const like = start(["--version"]);
  const words = [like.spawnfile, ...like.spawnargs.slice(1, -1), ...args];
  const line = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const child = spawn("script", ["-qec", `stty cols 80 rows 40; ${line}`, "/dev/null"], {
    env: { ...process.env, NO_COLOR: "1", ...env },
    cwd: folder.path,
  });
  let screen = "";
  let isPressed = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    screen += text;
    if (isPressed || !screen.includes(prompt)) return;
    isPressed = true;
    child.stdin.write(keys);
  });
  return await new Promise((done) => child.on("close", (code) => done({ code, screen })));
}

describe.skipIf(!hasScript)("at a terminal", () => {
  const SESSIONS = { CLAUDE_CONFIG_DIR: join(EXAMPLES, "claude-code-work") };

  it("offers the folder of coding sessions and reads it on a yes", async () => {
    const { code, screen } = await atTerminal(["scan", "--no-report"], SESSIONS, ["[Y/n]", "\r"]);
    expect(screen).toContain("from claude-code");
    expect(code).toBe(0);
  });

  it.each([
    ["a no", "n\r", 2, "error USAGE: no path given"],
    ["Ctrl-C", "\u0003", 130, "error INTERRUPTED: "],
  ])("reads nothing on %s", async (_, keys, exit, message) => {
    const { code, screen } = await atTerminal(["scan", "--no-report"], SESSIONS, ["[Y/n]", keys]);
    expect(screen).toContain(message);
    expect(screen).not.toContain("conversations");
    expect(code).toBe(exit);
  });

  it("shows progress while it reads and takes it away", async () => {
    const chats = join(folder.path, "chats.jsonl");
    const at = "2026-02-03T09:10:00Z";
    const chat = {
      account: "a",
      title: "t",
      createdAt: at,
      updatedAt: at,
      surface: "chat",
      mode: "ordinary",
      items: [],
    };
    const lines = Array.from({ length: 20_000 }, (_, index) => JSON.stringify({ id: `c-${index}`, ...chat }));
    writeFileSync(chats, lines.join("\n"));
    const { code, screen } = await atTerminal(["scan", chats, ...SMALL, "--no-report"]);
    expect(code).toBe(0);
    expect(screen).toMatch(/\rreading +\d+ % [━─]+ .* of .*B/);
    const [, summary = ""] = screen.split("\r\u001b[K20,000 conversations");
    expect(summary).not.toContain("reading");
    expect(summary).toContain("To train models");
  });

  it("writes no timeline when the interview is interrupted", async () => {
    const { code, screen } = await atTerminal(["init", ...SMALL], {}, ["account created?", "\u0003"]);
    expect(screen).toContain("error INTERRUPTED: ");
    expect(code).toBe(130);
    expect(existsSync(join(folder.path, "account.yaml"))).toBe(false);
  });
});
