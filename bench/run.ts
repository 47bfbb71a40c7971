/** Runs every benchmark, one process each, so that none warms up or fills the heap of another. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const BENCHES = [
  "decide.ts",
  "importers.ts",
  "jsonl-importers.ts",
  "redact.ts",
  "prove.ts",
  "ledger.ts",
  "lake.ts",
];

for (const bench of BENCHES) {
  process.stdout.write(`\n${bench}\n`);
  const done = spawnSync(
    process.execPath,
    [
      "--conditions=@proviso/source",
      "--expose-gc",
      join(import.meta.dirname, bench),
      ...process.argv.slice(2),
    ],
    { stdio: "inherit" },
  );
  if (done.status !== 0) process.exitCode = done.status ?? 1;
}
