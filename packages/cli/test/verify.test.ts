/** `proviso verify`, as a user's shell would run it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { printVerifierKey } from "../../core/src/ledger/index.ts";
import { type Kind, sampleOf } from "../../core/test/verify-sample.ts";
import { run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const ONE = sampleOf(1);

/** The files of a kind in a folder of their own, and options with the keys. */
function written(kind: Kind): { readonly paths: readonly string[]; readonly keys: readonly string[] } {
  const paths = ONE.files[kind].map(({ name, content }) => {
    const path = join(folder.path, kind, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content ?? "");
    return path;
  });
  const file = join(folder.path, "keys");
  writeFileSync(file, `# those of the test\n${ONE.keys.map(printVerifierKey).join("\n")}\n`);
  return { paths, keys: ["--key", file] };
}

describe("verify", () => {
  it("prints a checklist, and ends with 0 if all is verified", async () => {
    const { paths, keys } = written("exclusion");
    const { code, stdout, stderr } = await run(["verify", ...paths, ...keys, "--conversation", "c-9"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/proof\.json: proof that something is in an export, or is not\n {2}✓ form/);
    expect(stdout).toMatch(/✓ token +the token is the conversation's\n/);
    expect(stdout).toMatch(/ {2}– split view/);
    expect(stdout).toContain("verified: nothing failed, and a key that you named has signed");
  });

  it("takes a folder for a whole export", async () => {
    const { paths, keys } = written("manifest");
    const set = dirname(paths[0] ?? "");
    expect(await run(["verify", `${set}/`, ...keys])).toMatchObject({ code: 0 });
    writeFileSync(join(set, "more.jsonl"), "{}");
    const more = await run(["verify", set, ...keys]);
    expect([more.code, more.stdout]).toEqual([1, expect.stringContaining("more.jsonl: unknown file")]);
    writeFileSync(join(set, "train.jsonl"), "{}");
    const changed = await run(["verify", set, ...keys]);
    expect([changed.code, changed.stdout]).toEqual([
      1,
      expect.stringContaining("changed after they were written: `train.jsonl`"),
    ]);
  });

  it("ends with 1 where no key was named, and says so", async () => {
    const { paths } = written("checkpoint");
    const { code, stdout } = await run(["verify", ...paths, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      verified: false,
      files: [{ verdict: "consistent", says: "consistent, but not signed by a key that you named" }],
    });
  });

  it("compares with a checkpoint that was seen before", async () => {
    const { paths, keys } = written("consistency");
    const { from, to } = JSON.parse(readFileSync(paths[0] ?? "", "utf8"));
    const [earlier, later] = ["earlier", "later"].map((name) => join(folder.path, name)) as [string, string];
    writeFileSync(earlier, from);
    writeFileSync(later, to);
    const alone = await run(["verify", later, ...keys, "--against", earlier]);
    expect([alone.code, alone.stdout]).toEqual([1, expect.stringContaining("not checked: history")]);
    expect(await run(["verify", later, ...paths, ...keys, "--against", earlier])).toMatchObject({ code: 0 });
  });

  it("takes the key of tokens from a file", async () => {
    const { paths, keys } = written("deletion");
    const secret = join(folder.path, "secret");
    writeFileSync(secret, Buffer.from(ONE.key).toString("hex"));
    const about = ["--conversation", "c-2", "--key-file", secret];
    expect(await run(["verify", ...paths, ...keys, ...about])).toMatchObject({ code: 0 });
  });

  it("writes the page, and not over what is there", async () => {
    const page = join(folder.path, "verify.html");
    expect(await run(["verify", "--page", page])).toMatchObject({ code: 0 });
    expect(readFileSync(page, "utf8")).toContain("Content-Security-Policy");
    expect(await run(["verify", "--page", page])).toMatchObject({ code: 2 });
    expect(existsSync(page)).toBe(true);
  });

  it.each<[string, readonly string[], number, string]>([
    ["no file", ["verify"], 2, "no file is named"],
    ["a file that is not there", ["verify", "none"], 1, "NOT_FOUND"],
    ["a key that is none", ["verify", "none", "--key", "a+00000000+b"], 1, "KEY_INVALID"],
    ["an item of nothing", ["verify", "none", "--item", "i"], 2, "`--item` is given without"],
  ])("refuses %s", async (_, args, code, says) => {
    const result = await run(args, { cwd: folder.path });
    expect([result.code, result.stderr]).toEqual([code, expect.stringContaining(says)]);
  });
});
