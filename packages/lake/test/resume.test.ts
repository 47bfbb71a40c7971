/** A run that is killed goes on, and gives what it would have given. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assemble, parsePolicy } from "@proviso/core/policy";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../cli/test/temporary-folder.ts";
import type { LakeManifest } from "../src/run/lake-run.ts";
import { runLake } from "../src/run/run-lake.ts";
import { request } from "./request.ts";
import { readRows, writeSelect } from "./table-file.ts";

const temporary = temporaryFolder();
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const POLICIES = join(ROOT, "examples/support-desk/policy");
const CHILD = join(ROOT, "packages/lake/test/resume-child.ts");
const set = assemble(
  readdirSync(POLICIES)
    .filter((file) => /^\d.*\.yaml$/.test(file))
    .map((file) => parsePolicy(readFileSync(join(POLICIES, file), "utf8"), file).policy),
);

const EVENTS = `
  SELECT 'c-' || i AS id, 'urn:s' AS source, 'conversation.created' AS type, 'a-' || (i % 500) AS account,
    'chat-' || i AS conversation, TIMESTAMP '2025-02-01' + to_hours(CAST(i % 5000 AS INTEGER)) AS valid_at,
    CAST(NULL AS VARCHAR) AS purpose, CAST(NULL AS VARCHAR) AS choice, CAST(NULL AS VARCHAR[]) AS kinds
  FROM range(20000) t(i)
  UNION ALL SELECT 'k-' || i, 'urn:s', 'choice.made', 'a-' || i, NULL, TIMESTAMP '2025-01-15', 'train-general',
    CASE WHEN i % 3 = 0 THEN 'refused' ELSE 'granted' END, NULL FROM range(500) t(i)
  UNION ALL SELECT 'l-1', 'urn:s', 'log-complete', NULL, NULL, TIMESTAMP '1970-01-01', NULL, NULL, ['*']`;

/** @returns the signal that ended it */
async function runUntil(
  input: string,
  out: string,
  part: number,
  more: readonly string[],
): Promise<string | null> {
  const args = ["--conditions=@proviso/source", CHILD, input, out, POLICIES, ...more];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    if (text.includes(`${part}\n`)) child.kill("SIGKILL");
  });
  return await new Promise((done) => child.on("close", (_code, signal) => done(signal)));
}

async function rowsOf(out: string, manifest: LakeManifest, table: string): Promise<readonly string[]> {
  const files = manifest.tables[table]?.parts.map(({ file }) => join(out, file)) ?? [];
  return (await readRows(temporary.path, files)).map((row) => JSON.stringify(row)).sort();
}

it("goes on after kill -9, twice, and gives the same rows", { timeout: 180_000 }, async () => {
  const input = join(temporary.path, "events.parquet");
  const [out, whole] = [join(temporary.path, "killed"), join(temporary.path, "whole")];
  await writeSelect(temporary.path, EVENTS, input);
  expect(await runUntil(input, out, 2, [])).toBe("SIGKILL");
  expect(existsSync(out)).toBe(false);
  expect(await runUntil(input, out, 4, ["--resume"])).toBe("SIGKILL");
  const kept = readdirSync(join(`${out}.partial`, "parts")).filter((name) => name.endsWith(".json"));
  expect(kept.length).toBeGreaterThanOrEqual(4);
  const first = readFileSync(join(`${out}.partial`, "decisions/part-0000.parquet"));

  const job = { inputs: [input], set, buckets: 6, tables: ["decisions", "clocks"] as const };
  await expect(runLake(request({ ...job, out }))).rejects.toThrow("is already there");
  await expect(runLake(request({ ...job, out, resume: true, at: 0 }))).rejects.toThrow("another question");
  const { manifest } = await runLake(request({ ...job, out, resume: true }));
  const straight = await runLake(request({ ...job, out: whole }));

  expect(readFileSync(join(out, "decisions/part-0000.parquet"))).toEqual(first);
  expect(readdirSync(out).sort()).toEqual(["clocks", "decisions", "manifest.json"]);
  for (const table of ["decisions", "clocks"]) {
    expect(await rowsOf(out, manifest, table)).toEqual(await rowsOf(whole, straight.manifest, table));
    expect(manifest.tables[table]?.counts).toEqual(straight.manifest.tables[table]?.counts);
  }
  expect(manifest.tables["decisions"]?.rows).toBe(20_000);
  for (const { file, sha256, bytes } of manifest.tables["decisions"]?.parts ?? []) {
    const read = readFileSync(join(out, file));
    expect([createHash("sha256").update(read).digest("hex"), read.length]).toEqual([sha256, bytes]);
  }
});

it("stops between parts when told to, and says how to go on", async () => {
  const input = join(temporary.path, "events.parquet");
  await writeSelect(temporary.path, EVENTS, input);
  const aborter = new AbortController();
  const out = join(temporary.path, "out");
  const job = request({
    ...{ inputs: [input], set, out, buckets: 4, signal: aborter.signal },
    onProgress: ({ step, done }) => {
      if (step === "writing" && done === 1) aborter.abort();
    },
  });
  await expect(runLake(job)).rejects.toMatchObject({
    code: "INTERRUPTED",
    hint: expect.stringContaining("--resume"),
  });
  const { manifest } = await runLake(
    request({ ...job, signal: undefined, onProgress: undefined, resume: true }),
  );
  expect(manifest.tables["decisions"]?.rows).toBe(20_000);
});

it("does not replace a folder that is someone else's", async () => {
  const input = join(temporary.path, "events.parquet");
  await writeSelect(temporary.path, EVENTS, input);
  writeFileSync(join(temporary.path, "mine.txt"), "");
  const job = request({ inputs: [input], set, out: temporary.path, force: true });
  await expect(runLake(job)).rejects.toMatchObject({ code: "USAGE" });
  expect(existsSync(join(temporary.path, "mine.txt"))).toBe(true);
});
