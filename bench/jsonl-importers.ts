/**
 * How fast the JSON Lines importers read, against a plain loop of JSON.parse over the same lines
 *
 *   node --conditions=@proviso/source bench/jsonl-importers.ts [--mb=150] [--format=proviso] [--rounds=5]
 *
 * The yardstick splits with Buffer.indexOf, parses each line and reads the same fields. Every
 * measurement is a child process of its own, so that peak memory is its own too.
 */
import { isUtf8 } from "node:buffer";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskFile } from "../packages/cli/src/input/disk-file.ts";
import { anthropicMessages } from "../packages/core/src/sources/anthropic-messages.ts";
import { claudeCode } from "../packages/core/src/sources/claude-code.ts";
import { native } from "../packages/core/src/sources/native.ts";
import { openaiChat } from "../packages/core/src/sources/openai-chat.ts";
import { Report } from "../packages/core/src/sources/report.ts";
import type { Source } from "../packages/core/src/sources/source.ts";
import { argument, inChild, median, parseLines, type Resources, resourcesOf } from "./child.ts";
import { type GeneratedFile, generateLines, LINE_FORMATS, type LineFormat } from "./generate-lines.ts";
import { TALLIES, type Tally } from "./tally-lines.ts";

/** The importer is to be no slower than parsing everything, though it also checks, counts and builds items. */
const BAR = 1;
const WAYS = ["importer", "importer-with-content", "lines"] as const;
type Way = (typeof WAYS)[number];
const SOURCES: Readonly<Record<LineFormat, Source>> = {
  "claude-code": claudeCode,
  proviso: native,
  "openai-chat": openaiChat,
  "anthropic-messages": anthropicMessages,
};

interface Measured extends Resources {
  /** Of all threads, collection of garbage included; steadier than the clock on a busy machine. */
  readonly items: number;
  readonly bytes: number;
}

async function runImporter(
  format: LineFormat,
  files: readonly GeneratedFile[],
  content: boolean,
  tally: Tally,
): Promise<void> {
  const inputs = files.map(({ path, location }) => diskFile(path, location, statSync(location).size));
  for await (const record of SOURCES[format].read(inputs, new Report(), { content, strict: false, isUtf8 })) {
    if (record.kind !== "conversation") continue;
    tally.items += record.items.length;
    for (const item of record.items) tally.bytes += item.bytes;
  }
}

async function runLines(format: LineFormat, files: readonly GeneratedFile[], tally: Tally): Promise<void> {
  const add = TALLIES[format];
  for (const { location } of files) await parseLines(location, (value) => add(tally, value));
}

async function measure(way: Way, format: LineFormat, folder: string): Promise<Measured> {
  const files: GeneratedFile[] = JSON.parse(readFileSync(join(folder, "files.json"), "utf8"));
  const tally: Tally = { items: 0, bytes: 0, latest: 0, ids: new Set() };
  const resources = await resourcesOf(() =>
    way === "lines"
      ? runLines(format, files, tally)
      : runImporter(format, files, way === "importer-with-content", tally),
  );
  return { ...resources, items: tally.items, bytes: tally.bytes };
}

/** All ways take turns in each round; a ratio is the median over the rounds, which a busy moment cannot tilt. */
async function compare(format: LineFormat, megabytes: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "proviso-bench-"));
  try {
    const files = await generateLines(format, megabytes, folder);
    writeFileSync(join(folder, "files.json"), JSON.stringify(files));
    const size = files.reduce((sum, { location }) => sum + statSync(location).size, 0) / 1e6;
    const runs = Array.from({ length: rounds }, () =>
      Object.fromEntries(
        WAYS.map((way) => [way, inChild<Measured>(import.meta.filename, way, format, folder)]),
      ),
    );
    const of = (way: Way, field: keyof Measured): number[] =>
      runs.map((run) => run[way]?.[field] ?? Number.NaN);
    const [items] = of("lines", "items");
    console.log(`${format}: ${size.toFixed(0)} MB in ${files.length} files, ${items} items`);
    for (const way of WAYS) {
      // A yardstick that read something else would measure nothing.
      if (of(way, "items")[0] !== items) throw new Error(`${way} found ${of(way, "items")[0]} items`);
      const against = (field: "seconds" | "cpuSeconds"): number =>
        median(of("lines", field).map((time, index) => time / (of(way, field)[index] ?? Number.NaN)));
      const ratio = against("seconds");
      const verdict = way === "importer" ? `, bar ${BAR}x: ${ratio >= BAR ? "ok" : "BELOW"}` : "";
      const speed = (size / Math.min(...of(way, "seconds"))).toFixed(0).padStart(5);
      const peak = Math.max(...of(way, "peakMegabytes")).toFixed(0);
      console.log(
        `  ${way.padEnd(22)} ${speed} MB/s  ${ratio.toFixed(2)}x lines (${against("cpuSeconds").toFixed(2)}x by cpu time${verdict})  peak ${peak} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const child = WAYS.find((known) => known === argument("child"));
  for (const format of LINE_FORMATS.filter((known) => known === (argument("format") ?? known))) {
    if (child === undefined) {
      await compare(format, Number(argument("mb") ?? 150), Number(argument("rounds") ?? 5));
    } else {
      process.stdout.write(JSON.stringify(await measure(child, format, argument("in") ?? "")));
    }
  }
}

await main();
