/** `export` and `export verify`, as a user's shell would run them. */
import { createHash } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type Manifest, tokenOf } from "@proviso/core/export";
import { describe, expect, it } from "vitest";
import { conversationLine, conversationLines, filesOf, writeInput } from "./export-input.ts";
import { run, temporaryFolder } from "./run-cli.ts";

const folder = temporaryFolder();

function manifestOf(out: string): Manifest {
  return JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as Manifest;
}

const STORY = [
  conversationLine("asked", [
    ["user", "Who is nora@example.com?"],
    ["tool", "HTTP/1.1 200 OK\nContent-Usage: train-ai=n\n\nReserved.", { name: "fetch" }],
    ["assistant", "Somebody at example.com."],
    ["user", "Thanks."],
  ]),
  conversationLine("open", [["user", "Is anybody there?"]]),
  conversationLine("old", [
    ["user", "Before.", { at: "2025-01-15T08:00:00Z" }],
    ["assistant", "Before too.", { at: "2025-01-15T08:01:00Z" }],
  ]),
].join("\n");

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
      token: tokenOf(secret, "default", "asked"),
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

describe("what is in the way", () => {
  interface Trouble {
    readonly name: string;
    readonly args?: readonly string[];
    readonly without?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly before?: (path: string) => void;
    readonly code: number;
    readonly says: string;
  }
  const profile = (text: string) => (path: string) => writeFileSync(join(path, "profile.yaml"), text);
  const TROUBLES: readonly Trouble[] = [
    { name: "no key", without: ["--key-file"], code: 1, says: "KEY_MISSING" },
    {
      name: "a short key",
      without: ["--key-file"],
      env: { PROVISO_KEY: "short" },
      code: 1,
      says: "KEY_INVALID",
    },
    { name: "a key file that is not there", args: ["--key-file", "nowhere"], code: 1, says: "NOT_FOUND" },
    { name: "no purpose", without: ["--purpose"], code: 2, says: "`--purpose` is missing" },
    { name: "two purposes", args: ["--purpose", "sale"], code: 2, says: "several are named" },
    {
      name: "an unknown purpose",
      without: ["--purpose"],
      args: ["--purpose", "fun"],
      code: 2,
      says: "no purpose `fun`",
    },
    { name: "no folder to write", without: ["--out"], code: 2, says: "`--out` is missing" },
    { name: "an unknown format", args: ["--format", "csv"], code: 2, says: "csv" },
    { name: "a shard size of nothing", args: ["--shard-size", "0"], code: 2, says: "256MB" },
    { name: "no workers", args: ["--workers", "0"], code: 2, says: "from 1 to 64" },
    {
      name: "a profile that is not there",
      args: ["--profile", "strct"],
      code: 1,
      says: "did you mean `strict`?",
    },
    {
      name: "a profile that is wrong",
      args: ["--profile", "profile.yaml"],
      before: profile("profile: mine\nversion: 1\nthreshold: high\n"),
      code: 1,
      says: "profile.yaml:3:",
    },
    { name: "a folder that cannot be made", args: ["--out", "no/where/set"], code: 1, says: "NOT_FOUND" },
    {
      name: "a file in its place",
      before: (path) => writeFileSync(join(path, "set"), "mine"),
      code: 2,
      says: "is no folder",
    },
    {
      name: "a folder with other files in its place",
      args: ["--force"],
      before: (path) => {
        mkdirSync(join(path, "set"));
        writeFileSync(join(path, "set/mine.txt"), "mine");
      },
      code: 2,
      says: "is no export",
    },
    { name: "its own input", args: ["--out", "chats.jsonl/set"], code: 2, says: "lie in one another" },
    { name: "the folder of its input", args: ["--out", "."], code: 2, says: "lie in one another" },
  ];

  it.each(TROUBLES)("$name", async ({ args = [], without = [], env = {}, before, code, says }) => {
    const { path } = folder;
    const input = writeInput(path, STORY);
    before?.(path);
    const all = [...input.args, "--out", join(path, "set")];
    const kept = all.filter(
      (arg, index) => !without.includes(arg) && !without.includes(all[index - 1] ?? ""),
    );
    const names = readdirSync(path);
    const ended = await run([...kept, ...args], { cwd: path, env: { PROVISO_KEY: "", ...env } });
    expect(ended.stderr).toContain(says);
    expect(ended.code).toBe(code);
    expect(readdirSync(path)).toEqual(names);
  });

  it("a profile that does not do what the policy obliges to", async () => {
    const { args } = writeInput(folder.path, STORY);
    const { code, stderr } = await run([
      ...args,
      "--out",
      join(folder.path, "set"),
      "--profile",
      "secrets-only",
    ]);
    expect(stderr).toContain("OBLIGATION_UNMET");
    expect(stderr).toContain("redact-personal-data");
    expect(code).toBe(1);
    expect(readdirSync(folder.path).filter((name) => name.startsWith("set"))).toEqual([]);
  });

  it("a folder that may not be written", async () => {
    const { path } = folder;
    chmodSync(path, 0o755);
    const { args } = writeInput(path, STORY);
    mkdirSync(join(path, "closed"), { mode: 0o555 });
    const { code, stderr } = await run([...args, "--out", join(path, "closed/set")], { uid: 65_534 });
    expect(stderr).toContain("PERMISSION");
    expect(code).toBe(1);
  });

  it("an export that is there, unless it is to be replaced", async () => {
    const { args } = writeInput(folder.path, STORY);
    const out = join(folder.path, "set");
    await run([...args, "--out", out]);
    const before = filesOf(out);
    const refused = await run([...args, "--out", out]);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain("--force");
    expect(filesOf(out)).toEqual(before);
    await run([...args, "--out", out, "--force", "--format", "sharegpt"]);
    expect(manifestOf(out).output.format).toBe("sharegpt");
    expect(readdirSync(folder.path).filter((name) => name.startsWith("set"))).toEqual(["set"]);
  });

  it("records that cannot be read: the rest is exported, and they are counted", async () => {
    const { args } = writeInput(folder.path, `${STORY}\n{"id":"broken`);
    const out = join(folder.path, "set");
    const { code, stderr } = await run([...args, "--out", out]);
    expect(code).toBe(0);
    expect(stderr).toContain("1 record could not be read");
    expect(manifestOf(out).sources).toMatchObject([{ unreadable: 1 }]);
  });
});

describe("verify", () => {
  async function exported(): Promise<string> {
    const { args } = writeInput(folder.path, conversationLines(60));
    const out = join(folder.path, "set");
    await run([...args, "--out", out, "--shard-size", "6kB"]);
    expect(readdirSync(out).length).toBeGreaterThan(6);
    return out;
  }
  const SHARD = "train-00001-of-";

  it.each<[string, (path: string) => void, string]>([
    ["a changed shard", (path) => appendFileSync(path, " "), "was changed after it was written"],
    ["a missing shard", (path) => rmSync(path), "is missing"],
    ["a shard too many", (path) => writeFileSync(`${path}.jsonl`, "{}"), "is not of this export"],
  ])("names %s", async (_, spoil, says) => {
    const out = await exported();
    const sound = await run(["export", "verify", out]);
    expect(sound).toMatchObject({ code: 0, stderr: "" });
    expect(sound.stdout).toContain(manifestOf(out).digest);
    const name = readdirSync(out).find((one) => one.startsWith(SHARD)) ?? "";
    spoil(join(out, name));
    const spoilt = await run(["export", "verify", out]);
    expect(spoilt.code).toBe(1);
    expect(spoilt.stdout).toContain(name);
    expect(spoilt.stdout).toContain(says);
    const json = JSON.parse((await run(["export", "verify", out, "--json"])).stdout) as { sound: boolean };
    expect(json.sound).toBe(false);
  });

  it("names what was changed in a file beside the shards, and in the manifest itself", async () => {
    const out = await exported();
    appendFileSync(join(out, "croissant.json"), "\n");
    expect((await run(["export", "verify", out])).stdout).toBe(
      "croissant.json was changed after it was written\n",
    );
    const path = join(out, "manifest.json");
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace('"purpose": "train-general"', '"purpose": "sale"'),
    );
    const { code, stderr } = await run(["export", "verify", out]);
    expect(code).toBe(1);
    expect(stderr).toContain("MANIFEST_INVALID");
  });

  it("says what is no export", async () => {
    const { code, stderr } = await run(["export", "verify", folder.path]);
    expect(code).toBe(1);
    expect(stderr).toContain("is no export");
  });
});
