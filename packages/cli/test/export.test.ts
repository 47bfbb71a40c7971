/** `export`, as a user's shell would run it. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportKeyOf, tokensUnder } from "@proviso/core/export";
import { describe, expect, it } from "vitest";
import {
  conversationLine,
  conversationLines,
  filesOf,
  manifestOf,
  STORY,
  writeInput,
} from "./export-input.ts";
import { run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();

/** What another export tells of a conversation that is in the first one too. */
const AGAIN = conversationLine("asked", [
  ["user", "Once more?"],
  ["assistant", "The same id."],
]);

describe("an export", () => {
  it("holds what may be used, redacted, and accounts for the rest", async () => {
    const { args, key } = writeInput(folder.path, STORY);
    const out = join(folder.path, "set");
    const again = join(folder.path, "again.jsonl");
    writeFileSync(again, AGAIN);
    const { code, stderr } = await run([...args, again, "--out", out]);
    expect(stderr).toContain("1 conversation of 4, 2 items of 9");
    expect(code).toBe(0);
    const [shard = ""] = Object.keys(filesOf(out)).filter((name) => name.startsWith("train-"));
    expect(shard).toBe("train-00000-of-00001.jsonl");
    const line = readFileSync(join(out, shard), "utf8");
    expect(line).toBe(
      `${JSON.stringify({
        messages: [
          { role: "user", content: "Who is [EMAIL]?" },
          { role: "assistant", content: "Somebody at example.com." },
        ],
      })}\n`,
    );
    const manifest = manifestOf(out);
    expect(manifest.conversations).toEqual({
      read: 4,
      included: 1,
      excluded: [
        { reason: "CONSENT_NOT_RETROACTIVE", end: "not-used", conversations: 1, items: 2 },
        { reason: "NO_ANSWER", end: "not-used", conversations: 1, items: 1 },
        { reason: "REPEATED", end: "not-used", conversations: 1, items: 2 },
      ],
    });
    expect(manifest.items).toEqual({
      read: 9,
      included: 2,
      excluded: [
        { reason: "CONTENT_RESERVED", items: 1 },
        { reason: "NO_ANSWER", items: 1 },
      ],
    });
    expect(manifest.reservations).toEqual([{ signal: "content-usage", pages: 1 }]);
    expect(manifest.obligations).toMatchObject([
      { obligation: "redact-personal-data", conversations: 1, kept: true },
      { obligation: "unlink-account", conversations: 1, kept: true },
    ]);
    expect(manifest.redactions).toEqual([{ type: "EMAIL", count: 1 }]);
    const secret = Buffer.from(readFileSync(key, "utf8").trim(), "hex");
    expect(JSON.parse(readFileSync(join(out, "index.jsonl"), "utf8"))).toEqual({
      token: Buffer.from(tokensUnder(exportKeyOf(secret, manifest)).conversation("asked")).toString("hex"),
      shard: 0,
      line: 1,
      items: 2,
      sha256: createHash("sha256").update(line.trimEnd()).digest("hex"),
    });
    // Neither account, conversation, title nor key is anywhere in it.
    const all = Object.values(filesOf(out)).join("\n");
    for (const name of ["a-export", '"asked"', "nora", readFileSync(key, "utf8").trim()])
      expect(all).not.toContain(name);
    expect(existsSync(`${out}.partial`)).toBe(false);
  });

  it("has ids where they were asked for, unless an obligation forbids them", async () => {
    const { args } = writeInput(folder.path, STORY);
    const out = join(folder.path, "set");
    await run([...args, "--out", out, "--ids"]);
    // The policy obliges to unlink the account.
    const line = JSON.parse(readFileSync(join(out, "train-00000-of-00001.jsonl"), "utf8")) as object;
    expect(line).toMatchObject({ conversation: null, account: null });
  });

  it("of nothing that may be used says so, and is an export all the same", async () => {
    const { args } = writeInput(folder.path, STORY.split("\n").slice(2).join("\n"));
    const out = join(folder.path, "set");
    const { code, stderr } = await run([...args, "--out", out]);
    expect(code).toBe(0);
    expect(stderr).toContain("nothing may be used for train-general: none of 1 conversation");
    expect(stderr).toContain("it is older than the consent");
    expect(manifestOf(out).shards).toEqual([]);
    expect((await run(["export", "verify", out])).code).toBe(0);
  });

  it("is told of as JSON", async () => {
    const { args } = writeInput(folder.path, STORY);
    const out = join(folder.path, "set");
    const { stdout, stderr } = await run([...args, "--out", out, "--json"]);
    expect(JSON.parse(stdout)).toEqual({ out, manifest: manifestOf(out) });
    expect(stderr).toBe("");
  });

  it.each(["jsonl", "parquet"])("has the same bytes whoever makes it, in %s", async (encoding) => {
    const { args } = writeInput(folder.path, conversationLines(400));
    const more = ["--shard-size", "40kB", ...(encoding === "parquet" ? ["--format", "parquet"] : [])];
    const outs = ["1", "3"].map((workers) => join(folder.path, `set-${workers}`));
    for (const [index, out] of outs.entries()) {
      const workers = ["--workers", index === 0 ? "1" : "3"];
      expect(await run([...args, "--out", out, ...more, ...workers])).toMatchObject({ code: 0 });
    }
    const [first = {}, second = {}] = outs.map(filesOf);
    expect(Object.keys(first).filter((name) => name.startsWith("train-")).length).toBeGreaterThan(3);
    expect(second).toEqual(first);
  });

  it("hangs on the key and on the scope, and on nothing else that its files tell", async () => {
    const { args, key } = writeInput(folder.path, STORY);
    const outs = ["a", "b"].map((name) => join(folder.path, name));
    await run([...args, "--out", outs[0] ?? ""]);
    writeFileSync(key, "fedcba9876543210".repeat(4));
    await run([...args, "--out", outs[1] ?? ""]);
    const [first, second] = outs.map((out) => ({ files: filesOf(out), manifest: manifestOf(out) }));
    expect(first?.manifest.key).not.toBe(second?.manifest.key);
    expect(first?.files["index.jsonl"]?.slice(0, 80)).not.toBe(second?.files["index.jsonl"]?.slice(0, 80));
    expect(first?.files["train-00000-of-00001.jsonl"]).toBe(second?.files["train-00000-of-00001.jsonl"]);
  });
});
