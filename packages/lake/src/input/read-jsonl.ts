/**
 * JSONL of CloudEvents -> Parquet with the columns of EVENT_COLUMNS
 *
 * Every line goes through the one reader that all of Proviso uses, so that a line means here what it
 * means elsewhere. Bounded memory: a batch of rows at a time.
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { EVENT_COLUMNS, type Event, eventLines, eventRow, meantType } from "@proviso/core/events";
import { duckdb } from "@proviso/core/sql";
import type { Cell, DuckDb } from "../duckdb/duckdb.ts";
import { targetLiteral } from "../duckdb/paths.ts";
import { isRemote } from "./input-file.ts";

const BATCH = 200_000;

export interface ReadJsonl {
  readonly files: readonly string[];
  /** Event types without effect, with how often each was met. */
  readonly foreign: ReadonlyMap<string, number>;
}

/**
 * @param folder gets the files
 * @param onBytes hears of bytes read since it was last called
 * @throws ProvisoError EVENT_INVALID with file and line
 */
export async function readJsonl(
  db: DuckDb,
  paths: readonly string[],
  folder: string,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<ReadJsonl> {
  const files: string[] = [];
  const foreign = new Map<string, number>();
  const columns = EVENT_COLUMNS.map(({ name, type }) => `${name} ${duckdb.types[type]}`);
  await db.run(`CREATE OR REPLACE TEMP TABLE read_events (${columns.join(", ")})`);
  let batch: (readonly Cell[])[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const file = join(folder, `events-${String(files.length + 1).padStart(4, "0")}.parquet`);
    await db.append("read_events", EVENT_COLUMNS, batch);
    batch = [];
    await db.run(`COPY read_events TO ${targetLiteral(file)} (FORMAT parquet)`);
    await db.run("TRUNCATE read_events");
    files.push(file);
  };
  for (const path of paths) {
    for await (const { event, place } of eventLines(await sourceFile(path, onBytes))) {
      if (!("foreign" in event)) {
        batch.push(cellsOf(event));
        if (batch.length >= BATCH) await flush();
        continue;
      }
      const meant = meantType(event.type);
      if (meant !== undefined) {
        throw new ProvisoError("EVENT_INVALID", `unknown type \`${event.type}\``, {
          place: { ...place, field: "type" },
          hint: `did you mean \`${meant}\`?`,
        });
      }
      foreign.set(event.type, (foreign.get(event.type) ?? 0) + 1);
    }
  }
  await flush();
  await db.run("DROP TABLE read_events");
  return { files, foreign };
}

async function sourceFile(
  path: string,
  onBytes: (bytes: number) => void,
): Promise<Parameters<typeof eventLines>[0]> {
  if (isRemote(path)) {
    throw new ProvisoError("UNSUPPORTED", `\`${path}\` cannot be read line by line from there`, {
      place: { file: path },
      hint: "copy it here first, or keep it there as Parquet",
    });
  }
  const { size } = await stat(path);
  return {
    path,
    size,
    open: async function* () {
      for await (const chunk of createReadStream(path, {
        highWaterMark: 1 << 18,
      }) as AsyncIterable<Uint8Array>) {
        onBytes(chunk.length);
        yield chunk;
      }
    },
  };
}

function cellsOf(event: Event): readonly Cell[] {
  const row = eventRow(event);
  // What happened to a conversation of nobody in particular is the unnamed account's.
  const account = event.conversation === undefined ? row["account"] : (event.account ?? "");
  return EVENT_COLUMNS.map(({ name }) => (name === "account" ? account : row[name]) ?? null);
}
