/** Spark: a session on the master that is given, in a process of its own that answers queries. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Backend, Row } from "./compare.ts";
import { writePartitioned } from "./partitioned.ts";

export interface SparkSession extends Backend {
  /** Cores that the session's executors offer together. */
  readonly cores: number;
  close(): Promise<void>;
}

interface Answer {
  readonly rows?: readonly Row[];
  readonly error?: string;
}

/** @param python a Python with PySpark; @param master `spark://host:port` or `local[n]` */
export async function sparkSession(python: string, master: string): Promise<SparkSession> {
  const warehouse = mkdtempSync(join(tmpdir(), "proviso-warehouse-"));
  const script = join(import.meta.dirname, "spark-session.py");
  const child: ChildProcess = spawn(python, [script, master, warehouse], {
    cwd: warehouse,
    stdio: ["pipe", "pipe", process.env["PROVISO_SPARK_LOG"] === undefined ? "ignore" : "inherit"],
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("a pipe is missing");
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const next = async <T>(): Promise<T> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error("the Spark session ended");
    return JSON.parse(value) as T;
  };
  const { executors } = await next<{ executors: number }>();
  const rows = async (query: string): Promise<readonly Row[]> => {
    stdin.write(`${JSON.stringify(query)}\n`);
    const answer = await next<Answer>();
    if (answer.rows === undefined) throw new Error(answer.error);
    return answer.rows;
  };
  return {
    name: "spark",
    cores: executors,
    rows,
    load: async (name, columns, all) => {
      const folder = join(warehouse, `${name}-parquet`);
      rmSync(folder, { recursive: true, force: true });
      await writePartitioned(folder, columns, all);
      const names = columns.map((column) => column.name).join(", ");
      await rows(`CREATE OR REPLACE TEMP VIEW ${name} AS SELECT ${names} FROM parquet.\`${folder}\``);
    },
    // Its optimiser writes a view out at each use: a long script is cut where an organisation would cut it.
    store: async (name, query) => {
      await rows(`DROP TABLE IF EXISTS ${name}`);
      await rows(`CREATE TABLE ${name} USING parquet AS ${query}`);
    },
    close: async () => {
      stdin.end();
      if (child.exitCode === null) await once(child, "exit");
      rmSync(warehouse, { recursive: true, force: true });
    },
  };
}
