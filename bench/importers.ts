/**
 * How fast the chat-export importers read, against a plain loop of JSON.parse over the same data
 *
 *   node --conditions=@proviso/source bench/importers.ts [--mb=500] [--format=claude-ai|chatgpt] [--rounds=3]
 *
 * Every measurement is a child process of its own, so that peak memory is its own too. Yardsticks:
 * `lines` splits a JSON Lines twin of the export with Buffer.indexOf and parses each line;
 * `records` finds the array's elements with our scanner and parses each. Both read the same fields.
 */

import { isUtf8 } from "node:buffer";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskFile } from "../packages/cli/src/input/disk-file.ts";
import { chatgpt } from "../packages/core/src/sources/chatgpt.ts";
import { claudeAi } from "../packages/core/src/sources/claude-ai.ts";
import { records } from "../packages/core/src/sources/json/records.ts";
import { Report } from "../packages/core/src/sources/report.ts";
import { argument, inChild, median, parseLines, type Resources, resourcesOf } from "./child.ts";
import { type Format, generateExport } from "./generate-export.ts";

type Way = "importer" | "importer-with-content" | "records" | "lines";
/** The importer is to be no slower than parsing everything, though it also checks, counts and builds items. */
const BAR = 1;
const FORMATS: readonly Format[] = ["claude-ai", "chatgpt"];
const WAYS: readonly Way[] = ["importer", "importer-with-content", "records", "lines"];

interface Measured extends Resources {
  /** Of all threads, collection of garbage included; steadier than the clock on a busy machine. */
  readonly conversations: number;
  readonly items: number;
}

interface Tally {
  conversations: number;
  items: number;
  bytes: number;
  latest: number;
  hidden: number;
}

interface ClaudeRecord {
  readonly created_at: string;
  readonly updated_at: string;
  readonly chat_messages: readonly {
    readonly uuid: string;
    readonly sender: string;
    readonly created_at: string;
    readonly content: readonly {
      readonly type: string;
      readonly text?: string;
      readonly thinking?: string;
      readonly name?: string;
      readonly input?: unknown;
      readonly content?: readonly { readonly text: string }[];
    }[];
    readonly attachments: readonly { readonly extracted_content: string }[];
  }[];
}

/** The same fields as the importer reads. */
function tallyClaude(tally: Tally, value: ClaudeRecord): void {
  tally.conversations += 1;
  tally.latest = Math.max(tally.latest, Date.parse(value.created_at), Date.parse(value.updated_at));
  for (const message of value.chat_messages) {
    tally.items += message.uuid === "" || message.sender === "" ? 0 : 1;
    tally.latest = Math.max(tally.latest, Date.parse(message.created_at));
    for (const block of message.content) {
      tally.bytes += (block.text?.length ?? 0) + (block.thinking?.length ?? 0);
      if (block.type === "tool_use" || block.type === "tool_result") tally.items += 1;
      for (const part of block.content ?? []) tally.bytes += part.text.length;
    }
    for (const attachment of message.attachments) {
      tally.items += 1;
      tally.bytes += attachment.extracted_content.length;
    }
  }
}

interface ChatgptRecord {
  readonly create_time: number;
  readonly update_time: number;
  readonly current_node: string;
  readonly mapping: Readonly<Record<string, ChatgptNode>>;
}

interface ChatgptNode {
  readonly parent: string | null;
  readonly message: {
    readonly id: string;
    readonly author: { readonly role: string };
    readonly create_time: number | null;
    readonly content: { readonly parts: readonly string[] };
  } | null;
}

/** The same, with the walk from the current node that tells hidden branches. */
function tallyChatgpt(
  tally: Tally,
  { create_time, update_time, mapping, current_node }: ChatgptRecord,
): void {
  tally.conversations += 1;
  tally.latest = Math.max(tally.latest, create_time, update_time);
  const shown = new Set<string>();
  for (let node: string | null = current_node; node !== null; node = mapping[node]?.parent ?? null) {
    shown.add(node);
  }
  for (const [id, { message }] of Object.entries(mapping)) {
    if (message === null) continue;
    tally.items += message.author.role === "" || message.id === "" ? 0 : 1;
    tally.hidden += shown.has(id) ? 0 : 1;
    tally.latest = Math.max(tally.latest, message.create_time ?? 0);
    for (const part of message.content.parts) tally.bytes += part.length;
  }
}

function tallyOf(format: Format): (tally: Tally, record: unknown) => void {
  return format === "claude-ai"
    ? (tally, record) => tallyClaude(tally, record as ClaudeRecord)
    : (tally, record) => tallyChatgpt(tally, record as ChatgptRecord);
}

async function runImporter(format: Format, path: string, content: boolean, tally: Tally): Promise<void> {
  const source = format === "claude-ai" ? claudeAi : chatgpt;
  const options = { content, strict: false, isUtf8 };
  for await (const record of source.read(
    [diskFile("conversations.json", path, statSync(path).size)],
    new Report(),
    options,
  )) {
    if (record.kind !== "conversation") continue;
    tally.conversations += 1;
    tally.items += record.items.length;
  }
}

async function runRecords(format: Format, path: string, tally: Tally): Promise<void> {
  const add = tallyOf(format);
  for await (const { bytes } of records(diskFile("conversations.json", path, statSync(path).size), {
    isUtf8,
  })) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    add(tally, JSON.parse(buffer.toString("utf8")));
  }
}

async function measure(way: Way, format: Format, folder: string): Promise<Measured> {
  const tally: Tally = { conversations: 0, items: 0, bytes: 0, latest: 0, hidden: 0 };
  const array = join(folder, "conversations.json");
  const add = tallyOf(format);
  const resources = await resourcesOf(() => {
    if (way === "lines") return parseLines(join(folder, "conversations.jsonl"), (value) => add(tally, value));
    if (way === "records") return runRecords(format, array, tally);
    return runImporter(format, array, way === "importer-with-content", tally);
  });
  return { ...resources, conversations: tally.conversations, items: tally.items };
}

/** All ways take turns in each round; a ratio is the median over the rounds, which a busy moment cannot tilt. */
async function compare(format: Format, megabytes: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "proviso-bench-"));
  try {
    const made = await generateExport(format, megabytes, folder);
    const mean = (made.bytes / made.conversations / 1000).toFixed(1);
    console.log(`${format}: ${(made.bytes / 1e6).toFixed(0)} MB, ${made.conversations} of ${mean} KB`);
    const runs = Array.from({ length: rounds }, () =>
      Object.fromEntries(
        WAYS.map((way) => [way, inChild<Measured>(import.meta.filename, way, format, folder)]),
      ),
    );
    for (const way of WAYS) {
      const of = (field: keyof Measured): number[] => runs.map((run) => run[way]?.[field] ?? Number.NaN);
      const against = (field: "seconds" | "cpuSeconds"): number =>
        median(runs.map((run) => (run["lines"]?.[field] ?? Number.NaN) / (run[way]?.[field] ?? Number.NaN)));
      const speed = (made.bytes / 1e6 / Math.min(...of("seconds"))).toFixed(0).padStart(5);
      const ratio = against("seconds");
      const verdict = way === "importer" ? `, bar ${BAR}x: ${ratio >= BAR ? "ok" : "BELOW"}` : "";
      const peak = Math.max(...of("peakMegabytes")).toFixed(0);
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
  const wanted = FORMATS.filter((known) => known === (argument("format") ?? known));
  for (const format of wanted) {
    if (child === undefined) {
      await compare(format, Number(argument("mb") ?? 500), Number(argument("rounds") ?? 3));
    } else {
      process.stdout.write(JSON.stringify(await measure(child, format, argument("in") ?? "")));
    }
  }
}

await main();
