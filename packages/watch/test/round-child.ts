/** Looks once at all that an archive declares; a line on its output for each document that is done */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { Archive } from "../src/archive/open-archive.ts";
import { readDeclarations } from "../src/declare/read-declarations.ts";
import { openFetchRun } from "../src/fetch/fetch-run.ts";
import { fetchSource } from "../src/fetch/fetch-source.ts";
import { watchOnce } from "../src/run/watch-once.ts";

const [folder = "", host = ""] = process.argv.slice(2);
const archive = await Archive.open(folder, { write: true });
const { declarations } = await readDeclarations(join(folder, "declarations"));
const run = openFetchRun({ allowPrivate: [host], gapMs: 0 });
const watched = await watchOnce({
  archive,
  declarations,
  fetch: (source, previous) => fetchSource(source, { run, previous }),
  now: Date.now,
  onProgress: (done) => writeSync(1, `${done}\n`),
});
await run.close();
await archive.close();
writeSync(1, `${JSON.stringify(watched)}\n`);
process.exit(0);
