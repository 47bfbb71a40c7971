/** DuckDB, in this process. */
import { DuckDBInstance } from "@duckdb/node-api";
import type { Backend } from "./compare.ts";

export async function duckdbBackend(): Promise<Backend> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  return {
    name: "duckdb",
    rows: async (query) => {
      const reader = await connection.runAndReadAll(query);
      return reader.getRowObjectsJson();
    },
  };
}
