/**
 * A writer is killed at any moment, again and again, on one ledger.
 *
 * Kills the process, which leaves what it gave to the system; that the disk has it too is for fsync to see to,
 * and is tried by tearing the files that were not yet synced. `CRASH_ROUNDS=200` for a long run.
 */
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCheckpoint } from "@proviso/core/ledger";
import { verifyConsistency } from "@proviso/core/merkle";
import { expect, it } from "vitest";
import { makeFolderLedger, newOpening, openFolderLedger } from "../src/ledger/index.ts";

const ROUNDS = Number(process.env["CRASH_ROUNDS"] ?? 15);
const CHILD = fileURLToPath(new URL("crash-child.ts", import.meta.url));
const MOST_MS = 400;

/** What it has acknowledged until it was killed: how many leaves there must be. */
async function killedAfter(folder: string, milliseconds: number, seed: number): Promise<number> {
  const child = spawn(process.execPath, ["--conditions=@proviso/source", CHILD, folder, String(seed)]);
  let printed = "";
  let complained = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complained += text;
  });
  await new Promise<void>((done) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      // The clock starts when it writes: starting takes longer than anything else.
      if (printed === "") setTimeout(() => child.kill("SIGKILL"), milliseconds);
      printed += text;
    });
    child.on("close", () => done());
  });
  expect(complained).toBe("");
  const sizes = printed
    .split("\n")
    .slice(0, -1)
    .map((line) => line.split(" ").map(Number))
    .map(([first = 0, count = 0]) => first + count);
  return Math.max(...sizes);
}

it(
  `loses nothing that it acknowledged in ${ROUNDS} kills`,
  async () => {
    const root = mkdtempSync(join(tmpdir(), "proviso-crash-"));
    const folder = join(root, "ledger");
    await makeFolderLedger(folder, "example.com/log");
    const earlier: { readonly size: number; readonly root: Uint8Array }[] = [];
    let replayed = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const acknowledged = await killedAfter(folder, Math.floor(Math.random() * MOST_MS), round + 1);
      expect(existsSync(join(folder, "private/lock"))).toBe(true);
      if (statSync(join(folder, "private/journal")).size > 0) replayed += 1;
      const ledger = await openFolderLedger(folder, { write: true });
      const head = parseCheckpoint(await ledger.head());
      expect(head.size).toBeGreaterThanOrEqual(acknowledged);
      for (const one of earlier) {
        const proof = await ledger.consistency(one.size);
        expect(verifyConsistency(one.size, head.size, one.root, head.root, proof)).toBe(true);
      }
      earlier.push({ size: head.size, root: head.root });
      await ledger.close();
    }
    expect(replayed).toBeGreaterThan(0);
    const ledger = await openFolderLedger(folder);
    const { leaves, openings } = await ledger.check();
    expect(leaves - openings).toBeLessThanOrEqual(1);
    for await (const { index, opening } of ledger.openings()) {
      if (index > 0) expect(opening?.value).toEqual({ at: index });
    }
    rmSync(root, { recursive: true });
  },
  60_000 + ROUNDS * 10_000,
);

it("writes again from the journal whatever a power cut has torn", async () => {
  const root = mkdtempSync(join(tmpdir(), "proviso-crash-"));
  const folder = join(root, "ledger");
  await makeFolderLedger(folder, "example.com/log");
  const some = (count: number) => Array.from({ length: count }, (_, at) => newOpening("run", { at }));
  const first = await openFolderLedger(folder, { write: true });
  await first.append(some(250));
  await first.close();
  const settled = new Set(filesOf(folder));
  const ledger = await openFolderLedger(folder, { write: true });
  await ledger.append(some(10));
  await ledger.append(some(300));
  const head = await ledger.head();
  // What is on the disk now, were the power cut: the journal whole, everything since in any state.
  const copies = ["empty", "half", "zeros", "missing"].map((how) => [how, join(root, how)] as const);
  for (const [how, copy] of copies) {
    cpSync(folder, copy, { recursive: true });
    for (const name of filesOf(copy)) {
      const isNew = !settled.has(name) || name === "checkpoint";
      if (isNew && name !== "private/journal") tear(join(copy, name), how);
    }
  }
  await ledger.close();
  for (const [, copy] of copies) {
    const again = await openFolderLedger(copy, { write: true });
    expect(await again.head()).toBe(head);
    expect(await again.check()).toEqual({ leaves: 560, openings: 560, erased: 0 });
    await again.close();
  }
  rmSync(root, { recursive: true });
});

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

function tear(path: string, how: string): void {
  const { size } = statSync(path);
  if (how === "missing") rmSync(path);
  else if (how === "zeros") writeFileSync(path, new Uint8Array(size));
  else truncateSync(path, how === "half" ? Math.floor(size / 2) : 0);
}
