/**
 * A Spark standalone cluster of one master and two workers on this machine, for tests
 *
 * Needs Java 17 or later, and PySpark 4: the Python of PROVISO_SPARK_PYTHON, or one in a virtual environment
 * of its own that is made once in the user's cache from the package index.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../store/test/free-port.ts";
import { type Guarded, guarded, until } from "../engines/guarded.ts";
import { CACHE } from "../engines/java.ts";

const PYSPARK = "4.3.0";
const WITHIN = 60_000;

export interface SparkCluster {
  readonly python: string;
  /** `spark://host:port` */
  readonly master: string;
  readonly version: string;
  stop(): void;
}

/** Why there is none, as a string. */
export async function sparkCluster(): Promise<SparkCluster | string> {
  const java = spawnSync("java", ["-version"], { encoding: "utf8" });
  if (java.status !== 0) return "no Java";
  const major = Number(/version "(\d+)/.exec(java.stderr)?.[1] ?? 0);
  if (major < 17) return `Java ${major} is older than 17`;
  const python = process.env["PROVISO_SPARK_PYTHON"] ?? ownPython();
  if (!existsSync(python)) return python;
  const where = "import pyspark, os; print(os.path.dirname(pyspark.__file__), pyspark.__version__)";
  const found = spawnSync(python, ["-c", where], { encoding: "utf8" });
  if (found.status !== 0) return `no PySpark in ${python}`;
  const [home = "", version = ""] = found.stdout.trim().split(" ");
  return await started(python, home, version);
}

/** The path of a Python with PySpark, or why there is none. */
function ownPython(): string {
  const python = join(CACHE, "spark/bin/python");
  if (existsSync(python) && spawnSync(python, ["-c", "import pyspark"]).status === 0) return python;
  mkdirSync(CACHE, { recursive: true });
  const made = spawnSync("python3", ["-m", "venv", join(CACHE, "spark")], { encoding: "utf8" });
  if (made.status !== 0) return `no Python 3 with venv: ${made.error?.message ?? made.stderr}`;
  const install = ["-m", "pip", "install", "--quiet", `pyspark==${PYSPARK}`];
  const installed = spawnSync(python, install, { encoding: "utf8", timeout: 600_000 });
  return installed.status === 0
    ? python
    : `PySpark cannot be installed: ${installed.stderr.trim().split("\n").at(-1)}`;
}

async function started(python: string, home: string, version: string): Promise<SparkCluster> {
  const work = mkdtempSync(join(tmpdir(), "proviso-spark-"));
  const port = await freePort();
  const master = `spark://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    SPARK_HOME: home,
    SPARK_LOCAL_IP: "127.0.0.1",
    SPARK_NO_DAEMONIZE: "1",
    SPARK_DAEMON_MEMORY: "512m",
    PYSPARK_PYTHON: python,
  };
  const daemons: Guarded[] = [];
  const daemon = async (name: string, ready: string, args: readonly string[]): Promise<void> => {
    const command = [join(home, "bin/spark-class"), `org.apache.spark.deploy.${name}`, ...args];
    const one = guarded(command, { env, cwd: work });
    daemons.push(one);
    await until(async () => one.said().includes(ready), one, WITHIN);
  };
  const stop = (): void => {
    for (const one of daemons) void one.stop();
    // Executors notice within moments that their worker is gone.
    rmSync(work, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  const host = ["--host", "127.0.0.1", "--webui-port", "0"];
  const small = ["--cores", "1", "--memory", "1g", "--work-dir", work];
  try {
    await daemon("master.Master", "I have been elected leader", [...host, "--port", String(port)]);
    const worker = [...host, ...small, master];
    await Promise.all(
      [1, 2].map(() => daemon("worker.Worker", "Successfully registered with master", worker)),
    );
  } catch (error) {
    stop();
    throw error;
  }
  return { python, master, version, stop };
}
