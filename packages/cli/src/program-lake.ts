/** Arguments -> `lake …` and `sql`: what they take, and nothing of what they do. */
import { type Command, Option } from "commander";
import { addExamples } from "./commands/examples.ts";
import { parseInstantOption } from "./commands/instant-option.ts";
import type { Context } from "./commands/options.ts";
import { repeatable } from "./commands/repeatable.ts";
import { parseBucketsOption, parseCountOption, parseSizeOption } from "./commands/size-option.ts";
import type { Run } from "./program.ts";

const MEMORY = 1_000_000_000;
const INPUT = "Parquet or JSONL: files, folders, 'patterns', s3:// addresses";

export function addLake(group: Command, context: Context, run: Run): void {
  const { now } = context;
  addExamples(group, [
    [
      "proviso lake decide events/ --policy anthropic/claude --out decided",
      "a decision for every conversation",
    ],
    ["proviso lake due events/ --policy anthropic/claude --out due", "what should be gone by now"],
  ]);
  const one = (name: string, says: string): Command =>
    running(asking(group.command(name).description(says).argument("<path...>", INPUT), now));
  const facts = one("facts", "Work out the facts of every conversation from events").option(
    "--items",
    "a row per item",
  );
  facts.action(run(async () => (await import("./commands/lake-tables.ts")).lakeFacts));
  addExamples(facts, [
    [
      "proviso lake facts 'events/*.parquet' --policy anthropic/claude --out facts",
      "to decide on them later",
    ],
  ]);
  const decide = one("decide", "Decide every conversation of a table of events or facts")
    .option("--facts", "the paths hold facts and not events")
    .option("--items", "decide every item, and not the conversation")
    .option("--clocks", "write the clocks too, a row each")
    .addOption(repeatable("--purpose <purpose>", "the purpose to decide for; repeatable"));
  decide.action(run(async () => (await import("./commands/lake-tables.ts")).lakeDecide));
  addExamples(decide, [
    ["proviso lake decide events/ --policy anthropic/claude --out decided", "from raw events"],
    ["proviso lake decide facts/facts --facts --policy anthropic/claude --out d", "from facts"],
    ["proviso lake decide events/ --policy anthropic/claude --out decided --resume", "after an interruption"],
  ]);
  const due = one("due", "List the copies that should be gone and that nothing holds")
    .option("--facts", "the paths hold facts and not events")
    .addOption(
      new Option("--format <format>", "form of the list")
        .choices(["parquet", "csv", "jsonl"])
        .default("parquet"),
    );
  due.action(run(async () => (await import("./commands/lake-tables.ts")).lakeDue));
  addExamples(due, [
    ["proviso lake due events/ --policy anthropic/claude --format csv --out due", "for whoever deletes them"],
  ]);
  addLakeRun(group, context, run);
}

/** Beside the tables that come along: the organisation's own engine, and its own tables. */
function addLakeRun(group: Command, { now }: Context, run: Run): void {
  const one = asking(
    group.command("run").description("Run the SQL of a policy on Spark, Trino or PostgreSQL"),
    now,
  )
    .addOption(
      new Option("--engine <engine>", "the engine")
        .choices(["spark", "trino", "postgres"])
        .makeOptionMandatory(),
    )
    .option("--events <table>", "the table of events", "events")
    .option("--facts <table>", "a table of facts that is there, in place of events")
    .option("--parquet <folder>", "Spark: a folder that is the table of events, or of facts")
    .addOption(new Option("--as <kind>", "what is made").choices(["view", "table"]).default("table"))
    .option("--items", "decide every item, and not the conversation")
    .addOption(repeatable("--purpose <purpose>", "the purpose to decide for; repeatable"))
    .option("--replace", "drop what an earlier run has made first")
    .option("--master <url>", "Spark: its master (default: as it is configured)")
    .option("--url <url>", "Trino: http://host:8080; PostgreSQL: postgres://… (also DATABASE_URL)")
    .option("--catalog <name>", "Trino: the catalog")
    .option("--schema <name>", "Trino: the schema")
    .option("--user <name>", "Trino: the user (password: TRINO_PASSWORD)")
    .action(run(async () => (await import("./commands/lake-run.ts")).lakeRun));
  addExamples(one, [
    [
      "proviso lake run --engine spark --master spark://host:7077 --parquet /data/events --policy anthropic/claude",
      "on a cluster",
    ],
    ["proviso lake run --engine postgres --events chats.events --policy anthropic/claude", "in a database"],
  ]);
}

export function addSql(one: Command, { now }: Context, run: Run): void {
  asking(one, now)
    .addOption(
      new Option("--dialect <dialect>", "the engine's SQL")
        .choices(["duckdb", "postgresql", "spark", "trino"])
        .makeOptionMandatory(),
    )
    .option("--events <table>", "the table of events", "events")
    .option("--facts <table>", "a table of facts that is there, in place of events")
    .addOption(new Option("--as <kind>", "what is made").choices(["view", "table"]).default("view"))
    .option("--items", "decide every item, and not the conversation")
    .option("--placeholders", "with :proviso_at, and :proviso_known with --known, in place of the instants")
    .addOption(repeatable("--purpose <purpose>", "the purpose to decide for; repeatable"))
    .option("--dbt <folder>", "write models and tests for dbt into a folder")
    .action(run(async () => (await import("./commands/sql.ts")).printSql));
  addExamples(one, [
    ["proviso sql --dialect trino --policy anthropic/claude --events lake.chats.events", "views to paste"],
    [
      "proviso sql --dialect spark --policy anthropic/claude --as table --at 2026-01-15",
      "tables for one day",
    ],
    ["proviso sql --dialect duckdb --policy anthropic/claude --dbt warehouse", "a dbt project's models"],
  ]);
}

function asking(one: Command, now: number): Command {
  const instant = (flag: string, about: string): Option =>
    new Option(`${flag} <time>`, about).argParser((text) => parseInstantOption(flag, text, now));
  return one
    .requiredOption("--policy <id>", "product, policy or `policy@version`")
    .addOption(
      repeatable("--policies <folder>", "policies to use instead of those that come along; repeatable"),
    )
    .addOption(instant("--at", "the day or time to decide for: 2025-10-08, RFC 3339 or now (default: now)"))
    .addOption(instant("--known", "leave out what was recorded later (default: take all)"));
}

function running(one: Command): Command {
  return one
    .requiredOption("--out <folder>", "the folder to write, which is whole or not there")
    .option("--resume", "go on with a run that was interrupted")
    .option("--force", "replace what an earlier run has written")
    .option("--keep-going", "leave out the accounts that rows are wrong of, and name them")
    .addOption(
      new Option("--memory <size>", "what the engine may hold in memory")
        .default(MEMORY, "1GB")
        .argParser(parseSizeOption),
    )
    .addOption(new Option("--threads <number>", "default: as many as cores").argParser(parseCountOption))
    .addOption(
      new Option("--buckets <number>", "parts to work in (default: by the number of events)").argParser(
        parseBucketsOption,
      ),
    )
    .option("--work <folder>", "for what is needed on the way (default: beside the output)");
}
