/**
 * Spark decides as the reference does: a standalone cluster of a master and two workers, on partitioned
 * Parquet. Run by `npm run test:spark`; says why where it cannot run.
 */
import { spark } from "@proviso/core/sql";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { asOne, LOG_INSTANTS, log } from "../../../core/test/generate-log.ts";
import { arbitraryFacts, arbitrarySet } from "../../../core/test/generate-set.ts";
import { decisionDifferences, logDifferences } from "./decisions.ts";
import { sparkSession } from "./spark.ts";
import { sparkCluster } from "./spark-cluster.ts";

const SETS = Number(process.env["PROVISO_SPARK_SETS"] ?? 5);
const PER_SET = 40;
const HOURS = 3_600_000;

const cluster = await sparkCluster();
const session = typeof cluster === "string" ? cluster : await sparkSession(cluster.python, cluster.master);

afterAll(async () => {
  if (typeof session === "string" || typeof cluster === "string") return;
  await session.close();
  cluster.stop();
});

if (typeof session === "string") it.skip(`Spark is left out: ${session}`, () => undefined);
else {
  describe(`Spark ${typeof cluster === "string" ? "" : cluster.version} decides as the reference does`, () => {
    it("on two workers", () => expect(session.cores).toBe(2));

    for (const item of [false, true]) {
      const facts = fc.array(arbitraryFacts(item), { minLength: PER_SET, maxLength: PER_SET });
      it(`on ${SETS * PER_SET} policies and facts of ${item ? "items" : "conversations"}`, {
        timeout: HOURS,
      }, async () => {
        await fc.assert(
          fc.asyncProperty(arbitrarySet(), facts, async (set, all) => {
            const told = all.map((one, index) => ({ ...one, account: `${index} ${one.account}` }));
            expect(await decisionDifferences(session, spark, set, told)).toEqual([]);
          }),
          { numRuns: SETS, endOnFailure: true },
        );
      });
    }

    it(`on ${SETS * PER_SET} policies and event logs`, { timeout: HOURS }, async () => {
      const logs = fc.array(log, { minLength: PER_SET, maxLength: PER_SET }).map(asOne);
      const asked = fc.record({
        at: fc.constantFrom(...LOG_INSTANTS, Date.UTC(2026, 0, 1)),
        known: fc.option(fc.constantFrom(...LOG_INSTANTS), { nil: undefined }),
      });
      await fc.assert(
        fc.asyncProperty(arbitrarySet(), logs, asked, fc.boolean(), async (set, events, instants, items) => {
          expect(await logDifferences(session, spark, set, events, instants, items)).toEqual([]);
        }),
        { numRuns: SETS, endOnFailure: true },
      );
    });
  });
}
