import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkArchive } from "../src/archive/check-archive.ts";
import { Archive } from "../src/archive/open-archive.ts";

const ROUNDS = 10;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-kill-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** @returns what the writer said until it was killed, after as many lines as are waited for */
async function killedAfter(lines: number, round: number): Promise<string[]> {
  const script = join(import.meta.dirname, "archive-writer.ts");
  const argv = [
    "--conditions=@proviso/source",
    "--experimental-strip-types",
    "--no-warnings",
    script,
    folder,
    `${round}`,
  ];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8");
  for await (const part of child.stdout) {
    said += part as string;
    if (said.split("\n").length > lines) child.kill("SIGKILL");
  }
  return said.split("\n").slice(0, -1);
}

test(`a writer killed ${ROUNDS} times loses nothing that it acknowledged`, async () => {
  const acknowledged = new Map<number, string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const said = await killedAfter(1 + ((round * 7919) % 60), round);
    for (const line of said) {
      const [seq = "", version = ""] = line.split(" ");
      if (seq !== "note") acknowledged.set(Number(seq), version);
    }
  }
  const archive = await Archive.open(folder, { write: true });
  for await (const entry of archive.entries()) {
    if (entry.kind !== "version") continue;
    const said = acknowledged.get(entry.seq);
    if (said !== undefined) expect(entry.version).toBe(said);
    acknowledged.delete(entry.seq);
  }
  await archive.close();
  expect([...acknowledged.keys()]).toEqual([]);
  const check = await checkArchive(folder);
  expect(check).toMatchObject({ faults: [], tornBytes: 0 });
  expect(check.entries).toBeGreaterThan(ROUNDS);
});
