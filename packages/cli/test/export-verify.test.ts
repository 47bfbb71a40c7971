/** `export verify`, as a user's shell would run it. */
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conversationLines, manifestOf, writeInput } from "./export-input.ts";
import { run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();

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
