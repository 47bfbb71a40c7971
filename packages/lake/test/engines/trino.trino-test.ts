/** The Trino that SQL is given to, on a real server. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openTrino } from "../../src/engines/trino.ts";
import { engineSuite } from "./engine-suite.ts";
import { loadTable } from "./load-table.ts";
import { SAMPLE, writeSample } from "./parquet-sample.ts";
import { trinoServer } from "./trino-server.ts";

const server = await trinoServer();
if (typeof server === "string") console.warn(`Trino is not tested: ${server}`);

describe.skipIf(typeof server === "string")("Trino as an engine", () => {
  const { url, catalog, schema } = typeof server === "string" ? { url: "", catalog: "", schema: "" } : server;
  const where = { url, catalog, schema, user: "proviso" };
  afterAll(async () => {
    if (typeof server !== "string") await server.stop();
  });

  engineSuite(async (options) => openTrino({ ...where, ...options }), {
    as: "AS",
    endless:
      "SELECT count(*) FROM UNNEST(sequence(1, 10000)) a (x), UNNEST(sequence(1, 10000)) b (y), UNNEST(sequence(1, 10000)) c (z) WHERE sqrt(x + y) > sqrt(z)",
    running:
      "SELECT query_id FROM system.runtime.queries WHERE state = 'RUNNING' AND query LIKE '%sqrt(x%' AND query NOT LIKE '%LIKE%'",
    whole: false,
    values: [
      ["'it''s \\ \"a\"'", 'it\'s \\ "a"'],
      ["CAST(NULL AS varchar)", null],
      ["true", true],
      ["7", 7],
      ["BIGINT '9007199254740991'", 9_007_199_254_740_991],
      ["DECIMAL '1.50'", "1.50"],
      ["0.1E0", 0.1],
      ["nan()", "NaN"],
      ["TIMESTAMP '2025-10-08 23:59:59.120000'", "2025-10-08 23:59:59.12"],
      ["TIMESTAMP '2025-03-09 02:30:00'", "2025-03-09 02:30:00"],
      ["CAST(TIMESTAMP '2025-03-09 02:30:00' AS timestamp with time zone)", "2025-03-09 02:30:00"],
      ["TIMESTAMP '10000-01-01 00:00:00'", "10000-01-01 00:00:00"],
      ["TIMESTAMP '-0043-03-15 00:00:00'", "-0043-03-15 00:00:00"],
      ["DATE '1582-10-10'", "1582-10-10"],
      ["ARRAY['a', NULL, '']", ["a", null, ""]],
      ["CAST(ARRAY[] AS array(varchar))", []],
      ["ARRAY[TIMESTAMP '2025-01-01 00:00:00']", ["2025-01-01 00:00:00"]],
    ],
  });

  it("reads Parquet as it was written", async () => {
    const folder = mkdtempSync(join(tmpdir(), "proviso-sample-"));
    try {
      const engine = openTrino(where);
      await writeSample(folder, join(folder, "sample"));
      await loadTable(engine, "sample", join(folder, "sample"), folder);
      expect(await engine.query("SELECT * FROM sample ORDER BY id")).toEqual(SAMPLE);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("refuses a number that has been rounded on its way", async () => {
    await expect(openTrino(where).query("SELECT BIGINT '9007199254740993' AS a")).rejects.toMatchObject({
      code: "UNSUPPORTED",
      message: "`a` holds a whole number past 2^53",
    });
  });

  it("says that there is no server", async () => {
    const engine = openTrino({ ...where, url: "http://127.0.0.1:1" });
    await expect(engine.query("SELECT 1")).rejects.toMatchObject({
      code: "ENGINE_FAILED",
      message: expect.stringMatching(/^Trino failed: .*ECONNREFUSED/),
    });
  });
});
