/**
 * `proviso sql`: a policy as the SQL that a warehouse runs
 */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { type Dialect, type DialectName, duckdb, postgresql, spark, trino } from "@proviso/core/sql";
import { writeAtomic } from "../output/atomic.ts";
import { print } from "../output/stdout.ts";
import { writeError } from "../output/write-error.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import { counted } from "../terminal/words.ts";
import type { SqlOptions } from "./lake-options.ts";
import { namedSet } from "./named-set.ts";
import type { Context } from "./options.ts";
import { purposeOf } from "./question.ts";

const DIALECTS: Readonly<Record<DialectName, Dialect>> = { duckdb, postgresql, spark, trino };

export async function printSql({ terminal, now }: Context, options: SqlOptions): Promise<number> {
  const dialect = DIALECTS[options.dialect];
  const placeholder = (name: string): { readonly sql: string } => ({
    sql: `CAST(:proviso_${name} AS ${dialect.types.timestamp})`,
  });
  const { placeholders = false } = options;
  const request = {
    dialect,
    set: await namedSet(options),
    purposes: options.purpose?.map(purposeOf),
    items: options.items ?? false,
    at: placeholders ? placeholder("at") : (options.at ?? now),
    known: placeholders && options.known !== undefined ? placeholder("known") : options.known,
    events: options.events,
    facts: options.facts,
    as: options.as,
  };
  const { dbtFiles, printScript, scriptStatements } = await import("@proviso/lake");
  if (options.dbt !== undefined) {
    const files = dbtFiles(request);
    const { dbt } = options;
    await writeProject(dbt, files).catch((error: unknown) => {
      throw writeError(error, dbt);
    });
    const text = `${counted(files.size, "file")} -> ${printable(options.dbt)}\n`;
    await print(terminal.json ? `${JSON.stringify({ files: [...files.keys()] })}\n` : text);
    return EXIT.ok;
  }
  await print(
    terminal.json ? `${JSON.stringify({ statements: scriptStatements(request) })}\n` : printScript(request),
  );
  return EXIT.ok;
}

/** A project is a person's own: what is there is not written over unless we wrote it. */
async function writeProject(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const schema = join(folder, "models", "schema.yml");
  if (existsSync(schema) && !existsSync(join(folder, "models", "proviso_decisions.sql"))) {
    throw new ProvisoError("USAGE", `\`${schema}\` is already there`, {
      place: { file: schema },
      hint: "write to an empty folder below your models, and name its `models` in dbt_project.yml",
    });
  }
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeAtomic(file, (write) => write(text));
  }
}
