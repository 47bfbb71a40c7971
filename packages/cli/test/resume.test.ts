/** `decide --resume`: interrupted, gone on with, and equal to a run without interruption. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ended, SMALL, start } from "./run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "proviso-resume-"));
afterAll(() => rmSync(folder, { recursive: true }));

const chats = join(folder, "chats.jsonl");
writeFileSync(
  chats,
  Array.from({ length: 30_000 }, (_, index) =>
    JSON.stringify({
      id: `c-${index}`,
      account: `a-${index % 50}`,
      createdAt: "2026-01-05T09:00:00Z",
      surface: "chat",
      items: [{ id: "i", role: "user", source: "user", at: "2026-01-05T09:00:00Z", text: "hello" }],
    }),
  ).join("\n"),
);

it("goes on where an interrupted run stopped", async () => {
  const out = join(folder, "out.jsonl");
  const args = [
    "decide",
    chats,
    "--policy",
    "proviso/strict",
    "--out",
    out,
    "--resume",
    "--at",
    "2026-02-01",
  ];
  const first = start(args);
  const first_ = ended(first);
  while (!existsSync(`${out}.partial.json`) && first.exitCode === null) {
    await new Promise((again) => setTimeout(again, 20));
  }
  first.kill("SIGINT");
  expect((await first_).code).toBe(130);
  expect(existsSync(out)).toBe(false);
  const kept = JSON.parse(readFileSync(`${out}.partial.json`, "utf8")) as { conversations: number };
  expect(kept.conversations).toBeGreaterThanOrEqual(5_000);

  expect(await ended(start(args))).toMatchObject({ code: 0 });
  const whole = join(folder, "whole.jsonl");
  const plain = args.filter((arg) => arg !== "--resume").map((arg) => (arg === out ? whole : arg));
  expect(await ended(start(plain))).toMatchObject({ code: 0 });
  expect(readFileSync(out, "utf8") === readFileSync(whole, "utf8")).toBe(true);
  expect(existsSync(`${out}.partial.json`)).toBe(false);
});

it("needs a file to go on with", async () => {
  const { code, stderr } = await ended(start(["decide", chats, ...SMALL, "--resume"]));
  expect(code).toBe(2);
  expect(stderr).toContain("--out FILE");
});
