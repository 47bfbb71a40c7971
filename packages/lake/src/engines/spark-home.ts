/** Where the user's Spark is, and the Python that goes with it. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { ProvisoError } from "@proviso/core";

export interface SparkHome {
  readonly python: string;
  /** What its Python needs to see. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The folder that is given, else that of SPARK_HOME, else where `spark-submit` of the PATH lies.
 * @throws ProvisoError NOT_FOUND
 */
export function findSpark(given: string | undefined, env: NodeJS.ProcessEnv): SparkHome {
  const named = given ?? env["SPARK_HOME"];
  const submit = named === undefined ? onPath("spark-submit", env) : undefined;
  if (named === undefined && submit === undefined) {
    throw new ProvisoError("NOT_FOUND", "there is no Spark here", {
      hint: "set SPARK_HOME to its folder, or put its `spark-submit` into the PATH",
    });
  }
  const home = named ?? homeOf(submit ?? "");
  const archives = home === undefined ? [] : archivesOf(home);
  if (named !== undefined && archives.length === 0) {
    throw new ProvisoError("NOT_FOUND", `\`${named}\` is no folder of Spark with its Python`, {
      hint: "it is the folder that has `bin/spark-submit` and `python/lib`",
    });
  }
  const chosen = env["PYSPARK_DRIVER_PYTHON"] ?? env["PYSPARK_PYTHON"];
  const beside = submit === undefined ? undefined : join(dirname(submit), "python3");
  const python = chosen ?? (beside !== undefined && existsSync(beside) ? beside : "python3");
  if (home === undefined) return { python, env: {} };
  const path = [...archives, ...(env["PYTHONPATH"] === undefined ? [] : [env["PYTHONPATH"]])];
  return { python, env: { SPARK_HOME: home, PYTHONPATH: path.join(delimiter) } };
}

/** A Python environment has Spark inside: its Python finds it by itself. */
function homeOf(submit: string): string | undefined {
  const home = dirname(dirname(realpathSync(submit)));
  return archivesOf(home).length === 0 ? undefined : home;
}

function archivesOf(home: string): readonly string[] {
  const folder = join(home, "python/lib");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".zip"))
    .map((name) => join(folder, name));
}

function onPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  return (env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}
