/** The same decisions by PostgreSQL and by a Spark cluster of two workers, over the same rows. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { decisionViews } from "@proviso/core/decision";
import { factsColumns } from "@proviso/core/facts";
import { needsOf, type PolicySet } from "@proviso/core/policy";
import { type Dialect, postgresql, query, spark } from "@proviso/core/sql";
import { postgresBackend } from "../../packages/lake/test/parity/postgres.ts";
import { sparkSession } from "../../packages/lake/test/parity/spark.ts";
import { sparkCluster } from "../../packages/lake/test/parity/spark-cluster.ts";

const ROWS = 200_000;

function counting(dialect: Dialect, set: PolicySet, relation: string, at: number): string {
  const question = { at, known: undefined };
  const views = decisionViews(dialect, set, relation, { purposes: ["train-general"], question });
  return `SELECT train_general_use, train_general_reason, count(*) AS number FROM (${query(views, "decisions")}) AS d GROUP BY 1, 2`;
}

/** Prints rows a second for each; the second run counts. */
export async function otherEngines(
  connection: DuckDBConnection,
  facts: string,
  set: PolicySet,
  at: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "proviso-engines-"));
  chmodSync(folder, 0o755);
  const source = `SELECT * EXCLUDE (runs) FROM read_parquet('${facts}/facts/*.parquet') LIMIT ${ROWS}`;
  const columns = factsColumns(needsOf(set), false).filter(({ type }) => type !== "texts");
  const timed = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    await run();
    const start = performance.now();
    await run();
    const rate = ROWS / ((performance.now() - start) / 1000);
    console.log(
      `${name}: ${Math.round(rate).toLocaleString("en")} conversations/s from ${ROWS.toLocaleString("en")} rows of facts`,
    );
  };
  try {
    const postgres = await postgresBackend();
    if (typeof postgres === "string") console.log(postgres);
    else {
      const csv = join(folder, "facts.csv");
      await connection.run(`COPY (${source}) TO '${csv}' (FORMAT csv, HEADER false)`);
      chmodSync(csv, 0o644);
      const defined = columns.map(({ name, type }) => `${name} ${postgresql.types[type]}`).join(", ");
      await postgres.rows(`CREATE TABLE facts (${defined})`);
      await postgres.rows(`COPY facts FROM '${csv}' (FORMAT csv)`);
      await timed("PostgreSQL", () => postgres.rows(counting(postgresql, set, "facts", at)));
      await postgres.close();
    }
    const cluster = await sparkCluster();
    if (typeof cluster === "string") console.log(`Spark: ${cluster}`);
    else {
      await connection.run(`COPY (${source}) TO '${folder}/facts.parquet' (FORMAT parquet)`);
      const session = await sparkSession(cluster.python, cluster.master);
      await timed(`Spark ${cluster.version}, two workers`, () =>
        session.rows(counting(spark, set, `parquet.\`${folder}/facts.parquet\``, at)),
      );
      await session.close();
      cluster.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
