/** What a run writes on the way is its own: never a user's, another run's, or of an earlier question. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assemble, type PolicySet, parsePolicy } from "@proviso/core/policy";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../cli/test/temporary-folder.ts";
import { runLake } from "../src/run/run-lake.ts";
import { request } from "./request.ts";
import { readRows, writeSelect } from "./table-file.ts";

const temporary = temporaryFolder();
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

function setOf(folder: string): PolicySet {
  const path = join(ROOT, folder);
  const files = readdirSync(path).filter((file) => /^\d.*\.yaml$/.test(file));
  return assemble(files.map((file) => parsePolicy(readFileSync(join(path, file), "utf8"), file).policy));
}

const set = setOf("examples/support-desk/policy");
const CREATED =
  "SELECT 'e-1' AS id, 'urn:s' AS source, 'conversation.created' AS type, 'a' AS account, 'c' AS conversation, TIMESTAMP '2025-02-01' AS valid_at";

async function eventsOf(account: string): Promise<string> {
  const file = join(temporary.path, `${account}.parquet`);
  await writeSelect(temporary.path, `SELECT * REPLACE ('${account}' AS account) FROM (${CREATED})`, file);
  return file;
}

it("leaves what a user keeps in the folder of --work, whatever its name", async () => {
  const work = join(temporary.path, "disk");
  mkdirSync(join(work, "work"), { recursive: true });
  writeFileSync(join(work, "work", "kept.txt"), "precious");
  const out = join(temporary.path, "kept");
  await runLake(request({ inputs: [await eventsOf("a")], set, out, work }));
  expect(readFileSync(join(work, "work", "kept.txt"), "utf8")).toBe("precious");
  expect(readdirSync(work)).toEqual(["work"]);
});

it("takes nothing over from what another question has laid out there", async () => {
  const [work, out] = [join(temporary.path, "shared"), join(temporary.path, "out")];
  const one = { set, out, work };
  const stopped = new AbortController();
  const onProgress = ({ step }: { readonly step: string }): void => {
    if (step === "writing") stopped.abort();
  };
  const first = request({ ...one, inputs: [await eventsOf("a")], signal: stopped.signal, onProgress });
  await expect(runLake(first)).rejects.toThrow("interrupted");
  const [name = ""] = readdirSync(work);
  expect(existsSync(join(work, name, "buckets"))).toBe(true);
  await runLake(request({ ...one, inputs: [await eventsOf("b")], force: true }));
  const rows = await readRows(temporary.path, [join(out, "decisions/part-0000.parquet")]);
  expect(rows.map(({ account }) => account)).toEqual(["b"]);
});

it("knows facts that were made for other policies, also where their manifest is not with them", async () => {
  const other = setOf("policies/anthropic/claude-consumer");
  const facts = join(temporary.path, "facts");
  await runLake(request({ inputs: [await eventsOf("a")], set, out: facts, tables: ["facts"] }));
  const moved = join(temporary.path, "moved.parquet");
  copyFileSync(join(facts, "facts/part-0000.parquet"), moved);
  const out = join(temporary.path, "decided");
  await expect(runLake(request({ inputs: [moved], from: "facts", set: other, out }))).rejects.toThrow(
    "were made for other policies",
  );
  await runLake(request({ inputs: [moved], from: "facts", set, out }));
});

it("of two runs into one folder at once, one writes", async () => {
  const out = join(temporary.path, "both");
  writeFileSync(`${out}.lock`, String(process.ppid));
  const one = request({ inputs: [await eventsOf("a")], set, out });
  await expect(runLake(one)).rejects.toThrow(`another run (process ${process.ppid}) is writing`);
  expect(readFileSync(`${out}.lock`, "utf8")).toBe(String(process.ppid));
});
