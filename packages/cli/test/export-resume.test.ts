/** `export --resume`: interrupted, gone on with, and equal to a run without interruption. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { conversationLines, filesOf, writeInput } from "./export-input.ts";
import { ended, type Run, run, start } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const MORE = ["--shard-size", "100kB", "--workers", "1"];

/** Ends the run by a signal as soon as there is a checkpoint. */
async function interrupted(args: readonly string[], partial: string, signal: NodeJS.Signals): Promise<Run> {
  const child = start(args);
  const end = ended(child);
  while (!existsSync(join(partial, "checkpoint.json")) && child.exitCode === null) {
    await new Promise((again) => setTimeout(again, 10));
  }
  child.kill(signal);
  return await end;
}

it.each<[NodeJS.Signals, number | null]>([
  ["SIGINT", 130],
  ["SIGKILL", null],
])(
  "goes on after %s, and writes what one run would have written",
  { timeout: 120_000 },
  async (signal, code) => {
    const { args } = writeInput(folder.path, conversationLines(6_000));
    const out = join(folder.path, "set");
    const all = [...args, "--out", out, ...MORE];
    expect((await interrupted(all, `${out}.partial`, signal)).code).toBe(code);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(`${out}.partial`)).not.toContain("manifest.json");
    const kept = JSON.parse(readFileSync(join(`${out}.partial`, "checkpoint.json"), "utf8")) as {
      shards: unknown[];
    };
    expect(kept.shards.length).toBeGreaterThan(0);

    const refused = await run(all);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("--resume");

    // What stands behind the checkpoint is no part of it.
    writeFileSync(join(`${out}.partial`, "train-00099.jsonl"), "half a li");
    expect(await run([...all, "--resume", "--workers", "2"])).toMatchObject({ code: 0 });
    expect(existsSync(`${out}.partial`)).toBe(false);
    const whole = join(folder.path, "whole");
    expect(await run([...args, "--out", whole, ...MORE])).toMatchObject({ code: 0 });
    const [resumed, made] = [filesOf(out), filesOf(whole)];
    expect(Object.keys(resumed)).toEqual(Object.keys(made));
    for (const [name, bytes] of Object.entries(made)) expect(resumed[name] === bytes, name).toBe(true);
  },
);

it("starts anew for another question", { timeout: 120_000 }, async () => {
  const { args } = writeInput(folder.path, conversationLines(6_000));
  const out = join(folder.path, "set");
  await interrupted([...args, "--out", out, ...MORE], `${out}.partial`, "SIGINT");
  const other = [...args, ...MORE, "--scope", "another"];
  expect(await run([...other, "--out", out, "--resume"])).toMatchObject({ code: 0 });
  const whole = join(folder.path, "whole");
  expect(await run([...other, "--out", whole])).toMatchObject({ code: 0 });
  expect(filesOf(out)["index.jsonl"] === filesOf(whole)["index.jsonl"]).toBe(true);
});

it("leaves nothing of a run that has no checkpoint yet", async () => {
  const { args } = writeInput(folder.path, `${conversationLines(3)}\n{"id":`);
  const out = join(folder.path, "set");
  const { code } = await run([...args, "--out", out, "--strict"]);
  expect(code).toBe(1);
  expect(readdirSync(folder.path).filter((name) => name.startsWith("set"))).toEqual([]);
});
