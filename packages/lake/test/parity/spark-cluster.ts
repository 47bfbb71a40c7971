/**
 * A Spark standalone cluster of one master and two workers on this machine, for tests
 *
 * Needs Java 17 or later, and PySpark 4: the Python of PROVISO_SPARK_PYTHON, or one in a virtual environment
 * of its own that is made once in the user's cache from the package index.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

const PYSPARK = "4.3.0";
const CACHE = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "proviso-test");
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
  const children: ChildProcess[] = [];
  const daemon = (name: string, args: readonly string[]): Promise<void> => {
    const child = spawn(join(home, "bin/spark-class"), [`org.apache.spark.deploy.${name}`, ...args], {
      env,
      cwd: work,
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
    });
    children.push(child);
    return says(
      child,
      name === "master.Master" ? "I have been elected leader" : "Successfully registered with master",
    );
  };
  const stop = (): void => {
    for (const { pid } of children) {
      try {
        if (pid !== undefined) process.kill(-pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
    rmSync(work, { recursive: true, force: true });
  };
  process.once("exit", stop);
  await daemon("master.Master", ["--host", "127.0.0.1", "--port", String(port), "--webui-port", "0"]);
  const worker = [
    "--host",
    "127.0.0.1",
    "--cores",
    "1",
    "--memory",
    "1g",
    "--webui-port",
    "0",
    "--work-dir",
    work,
  ];
  await Promise.all([1, 2].map(() => daemon("worker.Worker", [...worker, master])));
  return { python, master, version, stop };
}

function says(child: ChildProcess, wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const late = setTimeout(() => reject(new Error(`Spark did not start: ${heard.slice(-2_000)}`)), WITHIN);
    child.stderr?.on("data", (data: Buffer) => {
      heard = `${heard}${data.toString()}`.slice(-20_000);
      if (!heard.includes(wanted)) return;
      clearTimeout(late);
      child.stderr?.removeAllListeners("data").resume();
      resolve();
    });
    child.once("exit", () => reject(new Error(`Spark ended: ${heard.slice(-2_000)}`)));
  });
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
