/**
 * Word F1 of what is extracted from stored pages, without declared selectors, against the text archived
 * for them, with the health signals each page raises. Data: a folder with `manifest.json`, as in
 * `../shared/data/terms`.
 *
 *   node --conditions=@proviso/source scripts/terms/extraction.ts [FOLDER]
 */
import { join } from "node:path";
import { argv, stdout } from "node:process";
import { measureExtraction } from "./extraction/measure.ts";

const folder = argv[2] ?? join(import.meta.dirname, "../../../shared/data/terms");
const rows = await measureExtraction(folder);
for (const { file, words, f1, reference, chosen, signals, milliseconds } of rows) {
  const score = f1 === undefined ? "-" : f1.toFixed(3);
  stdout.write(
    `${score.padStart(6)}  ${chosen.padEnd(12)}${`${words}`.padStart(6)} words ${`${milliseconds}`.padStart(6)} ms  ${file}\n`,
  );
  stdout.write(`        against ${reference ?? "nothing: no text is archived"}\n`);
  for (const { signal, reason } of signals) stdout.write(`        ${signal}: ${reason}\n`);
}
const held = rows.filter(({ isHeld, f1 }) => isHeld && f1 !== undefined);
const mean = held.reduce((sum, { f1 }) => sum + (f1 ?? 0), 0) / held.length;
stdout.write(`mean word F1 of ${held.length} pages that hold their document: ${mean.toFixed(3)}\n`);
const silent = rows.filter(({ f1, signals }) => (f1 ?? 0) < 0.9 && signals.length === 0);
stdout.write(`pages under 0.9 without a signal: ${silent.filter(({ f1 }) => f1 !== undefined).length}\n`);
