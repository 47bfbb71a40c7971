/** Spark decides as the reference does: a standalone cluster of two workers, on Parquet in buckets. */
import { spark } from "@proviso/core/sql";
import { afterAll, describe, expect, it } from "vitest";
import { engineParity } from "./engine-parity.ts";
import { sparkSession } from "./spark.ts";
import { sparkCluster } from "./spark-cluster.ts";

const cluster = await sparkCluster();
const session = typeof cluster === "string" ? cluster : await sparkSession(cluster.python, cluster.master);

afterAll(async () => {
  if (typeof session === "string" || typeof cluster === "string") return;
  await session.close();
  cluster.stop();
});

if (typeof session === "string") it.skip(`Spark is left out: ${session}`, () => {});
else {
  describe("Spark decides as the reference does", async () => {
    it("on two workers", () => expect(session.cores).toBe(2));
    await engineParity(session, spark);
  });
}
