/** How tests open a session on their cluster: its Spark, small memory, and tables in a folder of the test. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { SparkOptions } from "../../src/engines/spark.ts";
import type { SparkCluster } from "../parity/spark-cluster.ts";

/** @param folder where the session keeps its tables */
export function sparkSettings(cluster: SparkCluster | string, folder: string): SparkOptions {
  if (typeof cluster === "string") return {};
  const where = "import pyspark, os; print(os.path.dirname(pyspark.__file__))";
  const home = spawnSync(cluster.python, ["-c", where], { encoding: "utf8" }).stdout.trim();
  return {
    master: cluster.master,
    home,
    settings: {
      "spark.ui.enabled": "false",
      "spark.driver.bindAddress": "127.0.0.1",
      "spark.driver.host": "127.0.0.1",
      "spark.driver.memory": "1g",
      "spark.executor.memory": "800m",
      "spark.sql.shuffle.partitions": "4",
      "spark.sql.warehouse.dir": join(folder, "warehouse"),
    },
  };
}
