/** The program of docs/spark-redaction.md, as it stands there, on a real cluster. */
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sparkCluster } from "../parity/spark-cluster.ts";
import { sparkSettings } from "./spark-settings.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const MAIN = join(ROOT, "packages/cli/src/main.ts");
const PROVISO = [process.execPath, "--conditions=@proviso/source", MAIN];
const REDACT = [...PROVISO, "redact", "--stdin", "--format", "jsonl", "--workers", "1"];
const PARTITIONS = 4;
const LINES = 1_000;

const cluster = await sparkCluster();
if (typeof cluster === "string") console.warn(`Spark is not tested: ${cluster}`);

describe.skipIf(typeof cluster === "string")("redaction by Spark's pipe", () => {
  const folder = mkdtempSync(join(tmpdir(), "proviso-pipe-"));
  const { home = "", master = "", settings = {} } = sparkSettings(cluster, folder);
  const python = typeof cluster === "string" ? "" : cluster.python;
  afterAll(() => {
    if (typeof cluster !== "string") cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const source = join(folder, "chats");
  mkdirSync(source);
  for (let part = 0; part < PARTITIONS; part += 1) {
    const lines = Array.from({ length: LINES }, (_, line) => chat(`${part}-${line}`));
    writeFileSync(join(source, `part-${part}.jsonl`), `${lines.join("\n")}\n`);
  }
  const program = join(folder, "redact.py");
  writeFileSync(program, programOf(readFileSync(join(ROOT, "docs/spark-redaction.md"), "utf8")));

  const submit = async (target: string, command: readonly string[]): Promise<number> => {
    const conf = Object.entries(settings).flatMap(([name, value]) => ["--conf", `${name}=${value}`]);
    const child = spawn(
      join(home, "bin/spark-submit"),
      ["--master", master, ...conf, program, source, target, ...command],
      { cwd: folder, env: { ...process.env, SPARK_HOME: home, PYSPARK_PYTHON: python }, stdio: "ignore" },
    );
    return await new Promise((done) => child.once("close", (code) => done(code ?? -1)));
  };

  it("gives every line back, and no address", async () => {
    const target = join(folder, "clean");
    expect(await submit(target, REDACT)).toBe(0);
    const parts = readdirSync(target).filter((name) => name.startsWith("part-"));
    expect(parts.length).toBeGreaterThanOrEqual(PARTITIONS);
    const lines = parts.flatMap((name) => readFileSync(join(target, name), "utf8").split("\n").slice(0, -1));
    expect(lines).toHaveLength(PARTITIONS * LINES);
    const rows = lines.map((line) => JSON.parse(line) as { readonly id: string; readonly text: string });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(PARTITIONS * LINES);
    expect(lines.filter((line) => /@|%40|example/.test(line))).toEqual([]);
    expect(rows.filter(({ id, text }) => text !== `Write to [EMAIL] about ü𝄞 ${id}, "or" not.`)).toEqual([]);
  });

  it("fails where one filter fails, and marks nothing as done", async () => {
    const target = join(folder, "failed");
    expect(await submit(target, [...REDACT, "--profile", "no-such-profile"])).not.toBe(0);
    expect(existsSync(join(target, "_SUCCESS"))).toBe(false);
  });
});

function chat(id: string): string {
  return JSON.stringify({ id, text: `Write to person.${id}@mail.example.org about ü𝄞 ${id}, "or" not.` });
}

function programOf(document: string): string {
  const program = /^```python\n(.*?)^```$/ms.exec(document)?.[1];
  if (program === undefined) throw new Error("the document has no program");
  return program;
}
