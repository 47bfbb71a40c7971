/**
 * `proviso lake run`: the SQL that `proviso sql` prints, on the organisation's own engine
 */
import { ProvisoError } from "@proviso/core";
import { type Dialect, postgresql, spark, trino } from "@proviso/core/sql";
import { print } from "../output/stdout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { startStepProgress } from "../terminal/step-progress.ts";
import { untilInterrupted } from "../terminal/until-interrupted.ts";
import { count } from "../terminal/words.ts";
import type { LakeRunOptions } from "./lake-options.ts";
import { namedSet } from "./named-set.ts";
import type { Context } from "./options.ts";
import { purposeOf } from "./question.ts";

const DIALECTS: Readonly<Record<LakeRunOptions["engine"], Dialect>> = { spark, trino, postgres: postgresql };
/** What the folder of `--parquet` is called in the session. */
const GIVEN = "proviso_given";

export async function lakeRun({ terminal, now }: Context, options: LakeRunOptions): Promise<number> {
  const { engine, parquet } = options;
  const dialect = DIALECTS[engine];
  if (parquet !== undefined && engine !== "spark") {
    throw new ProvisoError("USAGE", "only Spark takes a folder for a table", {
      hint: "make it a table of your engine's, and name that with --events",
    });
  }
  const set = await namedSet(options);
  const { openEngine, scriptStatements } = await import("@proviso/lake");
  const made = scriptStatements({
    dialect,
    set,
    purposes: options.purpose?.map(purposeOf),
    items: options.items ?? false,
    at: options.at ?? now,
    known: options.known,
    events: parquet === undefined ? options.events : GIVEN,
    facts: parquet !== undefined && options.facts !== undefined ? GIVEN : options.facts,
    as: options.as,
  });
  const tables = made.map(tableOf);
  const drops = options.replace
    ? [...tables].reverse().map((name) => dropped(dialect, name, options.as))
    : [];
  const statements = [...(parquet === undefined ? [] : [folderView(parquet)]), ...drops, ...made];
  const progress = startStepProgress(terminal, { running: "running" });
  try {
    const counts = await untilInterrupted(async (signal) => {
      const password = process.env["TRINO_PASSWORD"];
      const url = options.url ?? (engine === "postgres" ? process.env["DATABASE_URL"] : undefined);
      const opened = await openEngine({ ...options, engine, url, password, signal });
      try {
        progress.update("running", 0, statements.length);
        await opened.run(statements, (index) => progress.update("running", index + 1, statements.length));
        const rows: [string, number][] = [];
        for (const table of tables) {
          const [row] = await opened.query(`SELECT count(*) AS number FROM ${dialect.quoted(table)}`);
          rows.push([table, Number(row?.["number"])]);
        }
        return rows;
      } finally {
        await opened.close();
      }
    });
    progress.done();
    const lines = counts.map(([table, rows]) => `${table}: ${count(rows)} rows\n`);
    await print(
      terminal.json ? `${JSON.stringify({ engine, tables: Object.fromEntries(counts) })}\n` : lines.join(""),
    );
    return EXIT.ok;
  } finally {
    progress.done();
  }
}

function tableOf(statement: string): string {
  return /^CREATE (?:OR REPLACE VIEW|TABLE) \W?(proviso_\w+)/m.exec(statement)?.[1] ?? "";
}

function dropped(dialect: Dialect, name: string, as: "view" | "table"): string {
  return `DROP ${as === "view" ? "VIEW" : "TABLE"} IF EXISTS ${dialect.quoted(name)}`;
}

function folderView(folder: string): string {
  return `CREATE OR REPLACE TEMPORARY VIEW ${GIVEN} USING parquet OPTIONS (path ${spark.text(folder)})`;
}
