/** Trino decides as the reference does: a server of its own, on Parquet in buckets. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { trino } from "@proviso/core/sql";
import { afterAll, describe, it } from "vitest";
import { openTrino } from "../../src/engines/trino.ts";
import { loadTable } from "../engines/load-table.ts";
import { trinoServer } from "../engines/trino-server.ts";
import type { Backend } from "./compare.ts";
import { engineParity } from "./engine-parity.ts";
import { writePartitioned } from "./partitioned.ts";

const server = await trinoServer();
const folder = mkdtempSync(join(tmpdir(), "proviso-trino-"));

afterAll(async () => {
  if (typeof server !== "string") await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

if (typeof server === "string") it.skip(`Trino is left out: ${server}`, () => {});
else {
  const engine = openTrino({ ...server, user: "proviso" });
  let loaded = 0;
  const backend: Backend = {
    name: "trino",
    rows: (query) => engine.query(query),
    load: async (name, columns, rows) => {
      // A server keeps what it has read of a file: each table has files of its own.
      loaded += 1;
      const files = join(folder, `${name}-${loaded}`);
      await writePartitioned(files, columns, rows);
      await loadTable(engine, name, files, folder);
    },
    store: (name, query) => engine.run([`DROP TABLE IF EXISTS ${name}`, `CREATE TABLE ${name} AS ${query}`]),
  };
  describe("Trino decides as the reference does", () =>
    engineParity(backend, trino, {
      mostVersions: 4,
      notFromEvents: "Trino repeats a view at each of its uses, and plans more than 800 stages of them",
    }));
}
