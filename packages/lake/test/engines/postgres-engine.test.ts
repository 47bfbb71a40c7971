/** The PostgreSQL that SQL is given to, on a real server. */
import { afterAll, describe, expect, it } from "vitest";
import { findDatabase } from "../../../store/test/database.ts";
import { openPostgres } from "../../src/engines/postgres.ts";
import { engineSuite } from "./engine-suite.ts";

const database = await findDatabase();
if (typeof database === "string") console.warn(`PostgreSQL is not tested: ${database}`);

describe.skipIf(typeof database === "string")("PostgreSQL as an engine", () => {
  const url = typeof database === "string" ? "" : database.url;
  afterAll(async () => {
    if (typeof database !== "string") await database.stop();
  });

  engineSuite(async (options) => await openPostgres({ url, ...options }), {
    as: "AS",
    endless: "SELECT pg_sleep(300)",
    running: "SELECT 1 AS a FROM pg_stat_activity WHERE state = 'active' AND query = 'SELECT pg_sleep(300)'",
    whole: true,
    values: [
      ["'it''s \\ \"a\"'", 'it\'s \\ "a"'],
      ["NULL::text", null],
      ["true", true],
      ["7::int", 7],
      ["9007199254740991::bigint", 9_007_199_254_740_991],
      ["9007199254740993::bigint", "9007199254740993"],
      ["1.50::numeric", "1.50"],
      ["0.1::float8", 0.1],
      ["'NaN'::float8", "NaN"],
      ["TIMESTAMP '2025-10-08 23:59:59.120000'", "2025-10-08 23:59:59.12"],
      ["TIMESTAMP '2025-03-09 02:30:00'", "2025-03-09 02:30:00"],
      ["TIMESTAMPTZ '2025-10-08 23:00:00-04'", "2025-10-09 03:00:00"],
      ["TIMESTAMP '10000-01-01 00:00:00'", "10000-01-01 00:00:00"],
      ["TIMESTAMP '0044-03-15 00:00:00 BC'", "-0043-03-15 00:00:00"],
      ["TIMESTAMP 'infinity'", "infinity"],
      ["DATE '1582-10-10'", "1582-10-10"],
      ["ARRAY['a', NULL, '']", ["a", null, ""]],
      ["ARRAY[]::text[]", []],
      ["ARRAY[TIMESTAMP '2025-01-01 00:00:00']", ["2025-01-01 00:00:00"]],
    ],
  });

  it("says that there is no server", async () => {
    const opened = openPostgres({ url: "postgres://nobody@127.0.0.1:1/none" });
    await expect(opened).rejects.toMatchObject({
      code: "ENGINE_FAILED",
      message: expect.stringMatching(/^PostgreSQL failed: .*ECONNREFUSED/),
    });
  });

  it("leaves nothing half-written when the server breaks off", async () => {
    const [engine, other] = [await openPostgres({ url }), await openPostgres({ url })];
    const [row] = await engine.query("SELECT pg_backend_pid() AS pid");
    const run = engine.run(["CREATE TABLE proviso_half AS SELECT 1 AS a", "SELECT pg_sleep(300)"]);
    const failed = run.catch((error: unknown) => error);
    await new Promise((done) => setTimeout(done, 500));
    await other.query(`SELECT pg_terminate_backend(${row?.["pid"]})`);
    expect(await failed).toMatchObject({ code: "ENGINE_FAILED", place: { field: "statement 2" } });
    expect(await other.query("SELECT to_regclass('proviso_half')::text AS a")).toEqual([{ a: null }]);
    await engine.close();
    await other.close();
  });
});
