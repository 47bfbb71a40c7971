/** The Spark that SQL is given to, on a real cluster of two workers. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openSpark } from "../../src/engines/spark.ts";
import { sparkCluster } from "../parity/spark-cluster.ts";
import { engineSuite } from "./engine-suite.ts";
import { loadTable } from "./load-table.ts";
import { SAMPLE, writeSample } from "./parquet-sample.ts";
import { sparkSettings } from "./spark-settings.ts";

const cluster = await sparkCluster();
if (typeof cluster === "string") console.warn(`Spark is not tested: ${cluster}`);

describe.skipIf(typeof cluster === "string")("Spark as an engine", () => {
  const folder = mkdtempSync(join(tmpdir(), "proviso-sample-"));
  const where = sparkSettings(cluster, folder);
  afterAll(() => {
    if (typeof cluster !== "string") cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const within = engineSuite(async (options) => await openSpark({ ...where, ...options }), {
    as: "USING parquet AS",
    endless:
      "SELECT count(*) FROM range(1000000) a CROSS JOIN range(1000000) b WHERE sqrt(a.id + b.id) > a.id",
    whole: false,
    values: [
      ["'it\\'s \\\\ \"a\"'", 'it\'s \\ "a"'],
      ["CAST(NULL AS string)", null],
      ["NULL", null],
      ["true", true],
      ["7", 7],
      ["9007199254740991L", 9_007_199_254_740_991],
      ["9007199254740993L", "9007199254740993"],
      ["1.50BD", "1.50"],
      ["0.1D", 0.1],
      ["double('NaN')", "NaN"],
      ["TIMESTAMP_NTZ '2025-10-08 23:59:59.120000'", "2025-10-08 23:59:59.12"],
      ["TIMESTAMP_NTZ '2025-03-09 02:30:00'", "2025-03-09 02:30:00"],
      ["TIMESTAMP_LTZ '2025-10-08 23:00:00-04:00'", "2025-10-09 03:00:00"],
      ["TIMESTAMP_NTZ '+10000-01-01 00:00:00'", "10000-01-01 00:00:00"],
      ["TIMESTAMP_NTZ '-0043-03-15 00:00:00'", "-0043-03-15 00:00:00"],
      ["DATE '1582-10-10'", "1582-10-10"],
      ["array('a', NULL, '')", ["a", null, ""]],
      ["CAST(array() AS array<string>)", []],
      ["array(TIMESTAMP_NTZ '2025-01-01 00:00:00')", ["2025-01-01 00:00:00"]],
    ],
  });

  it("reads Parquet as it was written", async () => {
    await within(async (engine) => {
      await writeSample(folder, join(folder, "sample"));
      await loadTable(engine, "sample", join(folder, "sample"), folder);
      expect(await engine.query("SELECT * FROM sample ORDER BY id")).toEqual(SAMPLE);
    });
  });

  it("refuses what gives no value, in place of NULL", async () => {
    const asked = within((engine) => engine.query("SELECT CAST('soon' AS date) AS a"));
    await expect(asked).rejects.toMatchObject({
      code: "ENGINE_FAILED",
      message: expect.stringMatching(/^Spark failed: \[CAST_INVALID_INPUT\]/),
    });
  });

  it("says that the session has died, and at which statement", async () => {
    await within(async (engine) => {
      const statements = [
        "CREATE TEMPORARY VIEW one AS SELECT 1 AS a",
        "CREATE TABLE two USING parquet AS SELECT sum(sqrt(id)) AS a FROM range(1000000000000)",
      ];
      const failed = engine.run(statements, () => killDriver()).catch((error: unknown) => error);
      expect(await failed).toMatchObject({
        code: "ENGINE_FAILED",
        message: "Spark failed: the session was ended by SIGKILL",
        place: { field: "statement 2" },
      });
    });
  });

  it("says that there is no Spark", async () => {
    await expect(openSpark({ home: folder })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: `\`${folder}\` is no folder of Spark with its Python`,
    });
  });
});

/** The session's Python is a child of ours. */
function killDriver(): void {
  const { stdout } = spawnSync("pgrep", ["-P", String(process.pid), "-f", "spark.sql.session.timeZone"], {
    encoding: "utf8",
  });
  for (const pid of stdout.split("\n").filter((line) => line !== "")) process.kill(Number(pid), "SIGKILL");
}
