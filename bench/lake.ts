/**
 * Facts and decisions in bulk: DuckDB on Parquet, and other engines beside it
 *
 *   node --conditions=@proviso/source bench/lake.ts [--conversations=20000000] [--engines]
 *
 * Yardsticks run in turn with ours over the same files, in the same process: reading every column of the
 * table of facts, and copying as many columns and rows as the decisions have.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { decisionViews } from "@proviso/core/decision";
import { factsColumns } from "@proviso/core/facts";
import { needsOf, type PolicySet } from "@proviso/core/policy";
import { duckdb, query } from "@proviso/core/sql";
import { runLake } from "@proviso/lake";
import { choosePolicy } from "../packages/cli/src/packs/choose.ts";
import { packsFolder } from "../packages/cli/src/packs/find.ts";
import { loadPacks } from "../packages/cli/src/packs/load.ts";
import { argument, inChild, median, resourcesOf } from "./child.ts";
import { otherEngines } from "./lake/engines.ts";
import { makeEvents } from "./lake/events.ts";

const CONVERSATIONS = Number(argument("conversations") ?? 1_000_000);
const ROUNDS = Number(argument("rounds") ?? 3);
const PER_BUCKET = 1_250_000;
const AT = Date.UTC(2026, 0, 15);
const READ_BAR = 0.85;
const COPY_BAR = 0.9;
const RATE_BAR = 1_000_000;
const MEMORY_BAR = 1_500;
const GROWTH_BAR = 4.4;
const MEMORY = Number(argument("memory") ?? 1_000_000_000);

const packs = await loadPacks([packsFolder()]);
const setOf = (name: string): PolicySet => choosePolicy(packs, "", name).prepared.set;

interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

async function decideFromEvents(
  folder: string,
  tables: readonly ("facts" | "decisions")[],
  out: string,
): Promise<Run> {
  return await resourcesOf(async () => {
    await runLake({
      tables,
      inputs: [folder],
      from: "events",
      set: setOf("anthropic/claude"),
      items: false,
      at: AT,
      isAtGiven: true,
      known: undefined,
      format: "parquet",
      out,
      resume: false,
      force: true,
      keepGoing: false,
      memory: MEMORY,
      threads: 2,
      version: "bench",
    });
  });
}

const child = argument("child");
if (child !== undefined) {
  const folder = argument("in") ?? "";
  const tables = child === "facts" ? (["facts"] as const) : (["decisions"] as const);
  process.stdout.write(JSON.stringify(await decideFromEvents(folder, tables, `${folder}-${child}`)));
  process.exit();
}

function verdict(met: boolean): string {
  return met ? "ok" : "BELOW";
}

const root = mkdtempSync(join(tmpdir(), "proviso-lake-bench-"));
const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "1GB" });
const connection = await instance.connect();
const seconds = async (text: string): Promise<number> => {
  const start = performance.now();
  await connection.run(text);
  return (performance.now() - start) / 1000;
};

async function prepared(conversations: number): Promise<string> {
  const folder = join(root, `events-${conversations}`);
  const events = await makeEvents(
    connection,
    folder,
    conversations,
    Math.max(1, Math.round(conversations / PER_BUCKET)),
  );
  console.log(`${conversations.toLocaleString("en")} conversations, ${events.toLocaleString("en")} events`);
  return folder;
}

/** The medians of ours and of the yardstick, run in turn. */
async function paired(ours: string, theirs: string): Promise<readonly [number, number]> {
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    rates[0].push(await seconds(ours));
    rates[1].push(await seconds(theirs));
  }
  return [median(rates[0]), median(rates[1])];
}

async function fromFacts(
  facts: string,
  name: string,
  purposes: readonly ["train-general"] | undefined,
): Promise<void> {
  const set = setOf(name);
  const source = `read_parquet('${facts}/facts/*.parquet')`;
  const question = { at: AT, known: undefined };
  const decisions = query(decisionViews(duckdb, set, source, { purposes, question }), "decisions");
  const found = await connection.runAndReadAll(`DESCRIBE ${decisions}`);
  const columns = found.getRowObjectsJson().map((row) => String(row["column_name"]));
  const ends = columns.filter((column) => column.endsWith("_until")).map((column) => `max(${column})`);
  const counted = `SELECT train_general_use, train_general_reason, count(*), ${ends.join(", ") || "0"} FROM (${decisions}) GROUP BY ALL`;
  const all = factsColumns(needsOf(set), false).filter(
    (column) => !column.name.startsWith("hold_placed_at_"),
  );
  const read = `SELECT ${all.map(({ name: column, type }) => (type === "texts" ? `max(len(${column}))` : `max(${column})`)).join(", ")} FROM ${source}`;
  const what = `${name}, ${purposes === undefined ? "all purposes" : purposes.join()}`;
  const [decided, reading] = await paired(counted, read);
  const ratio = reading / decided;
  console.log(
    `decide from facts, no writing (${what}): ${ratio.toFixed(2)}x reading all ${all.length} columns (bar ${READ_BAR}x, ${verdict(ratio >= READ_BAR)})`,
  );
  const names = Array.from(
    { length: columns.length },
    (_, index) => all[index % all.length]?.name ?? "account",
  );
  const copied = names.map((column, index) => `${column} AS copied_${index}`).join(", ");
  const to = (file: string): string => `TO '${join(root, file)}' (FORMAT parquet, COMPRESSION zstd)`;
  const [written, copying] = await paired(
    `COPY (${decisions}) ${to("decisions.parquet")}`,
    `COPY (SELECT ${copied} FROM ${source}) ${to("copy.parquet")}`,
  );
  const share = copying / written;
  console.log(
    `decide from facts, writing ${columns.length} columns (${what}): ${share.toFixed(2)}x copying as many (bar ${COPY_BAR}x, ${verdict(share >= COPY_BAR)})`,
  );
}

try {
  const folder = await prepared(CONVERSATIONS);
  const whole = inChild<Run>(import.meta.filename, "decisions", "-", folder);
  const rate = CONVERSATIONS / whole.seconds;
  console.log(
    `events to decisions: ${Math.round(rate).toLocaleString("en")} conversations/s (bar ${RATE_BAR.toLocaleString("en")}, ${verdict(rate >= RATE_BAR)}), ` +
      `peak ${Math.round(whole.peakMegabytes)} MB (bar ${MEMORY_BAR}, ${verdict(whole.peakMegabytes < MEMORY_BAR)}), ${whole.cpuSeconds.toFixed(0)} CPU s`,
  );
  const quarter = await prepared(CONVERSATIONS / 4);
  const part = inChild<Run>(import.meta.filename, "decisions", "-", quarter);
  const growth = whole.seconds / part.seconds;
  console.log(
    `from a quarter of it to all: ${growth.toFixed(2)}x the time (bar ${GROWTH_BAR}x, ${verdict(growth <= GROWTH_BAR)})`,
  );
  inChild<Run>(import.meta.filename, "facts", "-", folder);
  const facts = `${folder}-facts`;
  console.log(`table of facts: ${readdirSync(join(facts, "facts")).length} files`);
  await fromFacts(facts, "anthropic/claude", ["train-general"]);
  await fromFacts(facts, "anthropic/claude", undefined);
  if (process.argv.includes("--engines"))
    await otherEngines(connection, facts, setOf("anthropic/claude"), AT);
} finally {
  connection.closeSync();
  instance.closeSync();
  rmSync(root, { recursive: true, force: true });
}
