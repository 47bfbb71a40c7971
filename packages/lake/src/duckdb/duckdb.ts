/**
 * **DuckDb**: the embedded engine, held to a memory limit and to the files it is given
 *
 * It never fetches an extension by itself: what a run needs is there, or the run says what is missing.
 */
import { mkdirSync } from "node:fs";
import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBInstance,
  DuckDBTimestampValue,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import { ProvisoError } from "@proviso/core";
import { engineError } from "./engine-error.ts";

export type Row = Readonly<Record<string, unknown>>;
/** Instants are epoch milliseconds (UTC). */
export type Cell = string | number | boolean | readonly string[] | null;

export interface AppendColumn {
  readonly type: "text" | "timestamp" | "boolean" | "texts";
}

export interface Limits {
  /** Bytes that DuckDB may hold; what does not fit goes to `scratch`. */
  readonly memory: number;
  /** Undefined: as many as there are cores. */
  readonly threads?: number | undefined;
  /** Folder for what does not fit into memory. */
  readonly scratch: string;
}

export class DuckDb {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open({ memory, threads, scratch }: Limits): Promise<DuckDb> {
    mkdirSync(scratch, { recursive: true });
    const instance = await DuckDBInstance.create(":memory:", {
      memory_limit: `${memory}B`,
      temp_directory: scratch,
      // The order of rows costs memory, and says nothing here.
      preserve_insertion_order: "false",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      ...(threads === undefined ? {} : { threads: String(threads) }),
    });
    return new DuckDb(instance, await instance.connect());
  }

  /** @throws ProvisoError for what the engine, or its disk, cannot do */
  async run(sql: string): Promise<void> {
    await this.#told(() => this.#connection.run(sql));
  }

  /** Numbers past 2^53 and instants come as text. @throws ProvisoError as `run` */
  async rows(sql: string): Promise<readonly Row[]> {
    return await this.#told(async () => (await this.#connection.runAndReadAll(sql)).getRowObjectsJson());
  }

  /** Rows at the end of a table, cells in the order of its columns. */
  async append(
    table: string,
    columns: readonly AppendColumn[],
    rows: Iterable<readonly Cell[]>,
  ): Promise<void> {
    const appender = await this.#connection.createAppender(table);
    for (const row of rows) {
      for (const [index, { type }] of columns.entries()) appendCell(appender, type, row[index] ?? null);
      appender.endRow();
    }
    appender.closeSync();
  }

  /** What runs now ends with an error; the connection stays of use. */
  interrupt(): void {
    this.#connection.interrupt();
  }

  async version(): Promise<string> {
    const [row] = await this.rows("SELECT version() AS version");
    return String(row?.["version"]);
  }

  /** @throws ProvisoError UNSUPPORTED where the extension is not installed */
  async load(extension: "httpfs"): Promise<void> {
    try {
      await this.#connection.run(`LOAD ${extension}`);
    } catch (cause) {
      throw new ProvisoError("UNSUPPORTED", `DuckDB's extension \`${extension}\` is not installed`, {
        hint: `addresses such as s3:// need it; install it once with DuckDB itself: \`INSTALL ${extension}\``,
        cause,
      });
    }
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #told<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      throw engineError(error);
    }
  }
}

const MICROSECONDS = 1000n;

function appendCell(appender: DuckDBAppender, type: AppendColumn["type"], cell: Cell): void {
  if (cell === null) appender.appendNull();
  else if (type === "boolean") appender.appendBoolean(cell === true);
  else if (type === "timestamp") {
    appender.appendTimestamp(new DuckDBTimestampValue(BigInt(Number(cell)) * MICROSECONDS));
  } else if (type === "texts") {
    appender.appendList(listValue(Array.isArray(cell) ? cell : [String(cell)]), LIST(VARCHAR));
  } else appender.appendVarchar(String(cell));
}
