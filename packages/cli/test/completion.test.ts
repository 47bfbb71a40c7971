import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();

async function words(...typed: string[]): Promise<readonly string[]> {
  const { stdout } = await run(["complete", "--", ...typed], { cwd: folder.path });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t")[0] ?? "");
}

describe("completion", () => {
  it.each(["bash", "zsh", "fish", "powershell"])("has a script for %s", async (shell) => {
    const { code, stdout } = await run(["completion", shell]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/proviso["']? ?.*complete/);
  });

  it.skipIf(spawnSync("bash", ["--version"]).status !== 0)("gives bash a script without faults", async () => {
    const { stdout } = await run(["completion", "bash"]);
    expect(spawnSync("bash", ["-n"], { input: stdout, encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  it("completes commands, options, values and paths", async () => {
    mkdirSync(join(folder.path, "exports"));
    writeFileSync(join(folder.path, "export.zip"), "");
    expect(await words("sc")).toEqual(["scan", ":4"]);
    expect(await words("policy", "")).toEqual([
      "list",
      "show",
      "diff",
      "prove",
      "check",
      "test",
      "help",
      ":4",
    ]);
    expect(await words("scan", "--pol")).toEqual(["--policies", "--policy", ":4"]);
    expect(await words("decide", "--purpose", "train-s")).toEqual(["train-safety", ":4"]);
    expect(await words("decide", "--format", "")).toEqual(["jsonl", "csv", ":4"]);
    expect(await words("scan", "exp")).toEqual(["export.zip", "exports/", ":4"]);
    expect(await words("scan", "--account", "exports")).toEqual(["exports/", ":6"]);
    expect(await words("completion", "z")).toEqual(["zsh", ":4"]);
  });

  it("offers nothing that is not a command of ours", async () => {
    expect(await words("comp")).toEqual(["completion", ":4"]);
  });
});
