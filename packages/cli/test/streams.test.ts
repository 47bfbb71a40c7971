/** Ends that are not the end of the work: Ctrl-C, a reader that goes away, a full disk. */
import { once } from "node:events";
import { existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { ended, SMALL, start } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
/** More than is read before a signal arrives, however slow the machine. */
const CONVERSATIONS = 60_000;
const LINES = Array.from({ length: CONVERSATIONS }, (_, index) => {
  const at = "2026-02-03T09:10:00Z";
  const items = [{ id: "i1", role: "user", source: "user", at, text: "x" }];
  const about = { id: `c-${index}`, account: "a", title: "t", createdAt: at, updatedAt: at };
  return JSON.stringify({ ...about, surface: "chat", mode: "ordinary", items });
}).join("\n");
let chats: string;

beforeEach(() => {
  chats = join(folder.path, "chats.jsonl");
  writeFileSync(chats, LINES);
});

function temporary(): string | undefined {
  return readdirSync(folder.path).find((name) => name.endsWith(".tmp"));
}

/** Waits until something has been written to the file that is not final yet. */
async function untilWriting(): Promise<void> {
  for (;;) {
    const name = temporary();
    if (name !== undefined && statSync(join(folder.path, name)).size > 0) return;
    await setTimeout(10);
  }
}

describe.skipIf(process.platform === "win32")("interrupted while writing", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s, nothing is left half-written", async (signal, exit) => {
    const out = join(folder.path, "out.jsonl");
    writeFileSync(out, "old");
    const child = start(["decide", chats, ...SMALL, "--out", out]);
    const end = ended(child);
    await untilWriting();
    child.kill(signal);
    const { code, stdout, stderr } = await end;
    expect({ code, stdout }).toEqual({ code: exit, stdout: "" });
    expect(stderr).toBe("error INTERRUPTED: interrupted, nothing is left half-written\n");
    expect(readFileSync(out, "utf8")).toBe("old");
    expect(readdirSync(folder.path).sort()).toEqual(["chats.jsonl", "out.jsonl"]);
  });

  it("leaves no report behind", async () => {
    const child = start(["scan", chats, ...SMALL], { cwd: folder.path });
    const end = ended(child);
    await untilWriting();
    child.kill("SIGINT");
    expect((await end).code).toBe(130);
    expect(readdirSync(folder.path)).toEqual(["chats.jsonl"]);
  });
});

describe("standard output", () => {
  it.skipIf(process.platform === "win32")("that nobody reads any more ends the program quietly", async () => {
    const child = start(["decide", chats, ...SMALL]);
    let stderr = "";
    child.stderr?.on("data", (text) => {
      stderr += text;
    });
    const closed = once(child, "close");
    child.stdout?.once("data", () => child.stdout?.destroy());
    const [code] = await closed;
    expect({ code, stderr }).toEqual({ code: 141, stderr: "" });
  });

  it.skipIf(!existsSync("/dev/full"))("on a full disk is an error", async () => {
    const stdout = openSync("/dev/full", "w");
    const { code, stderr } = await ended(start(["decide", chats, ...SMALL], { stdout }));
    expect(code).toBe(1);
    expect(stderr).toContain("error DISK_FULL: no room left to write `standard output`");
  });
});
