/** What is in the way of an export: said before or instead of writing, and nothing is left behind. */
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf, manifestOf, STORY, writeInput } from "./export-input.ts";
import { run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();

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
    {
      name: "a folder that cannot be made",
      args: ["--out", "plain/set"],
      before: (path) => writeFileSync(join(path, "plain"), "mine"),
      code: 2,
      says: "a file stands where",
    },
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
