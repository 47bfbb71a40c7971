/**
 * A Trino server of one node on this machine, for tests: a Hive catalog `lake` whose metastore is files, and
 * whose tables are the Parquet that lies on the local disk
 *
 * Needs Java 24 or later, and the server's files: the folder of PROVISO_TRINO_HOME, or what Maven fetches
 * once into the user's cache.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../store/test/free-port.ts";
import { openTrino } from "../../src/engines/trino.ts";
import { guarded, until } from "./guarded.ts";
import { CACHE, findJava } from "./java.ts";

const VERSION = "476";
const JAVA = 24;
const CATALOG = "lake";
const SCHEMA = "proviso";
const PLUGINS = ["hive"];
const WITHIN = 180_000;

export interface TrinoServer {
  readonly url: string;
  readonly catalog: string;
  readonly schema: string;
  readonly version: string;
  stop(): Promise<void>;
}

/** Why there is none, as a string. */
export async function trinoServer(): Promise<TrinoServer | string> {
  const java = findJava(JAVA);
  if (java === undefined) return `no Java ${JAVA} or later, which Trino ${VERSION} needs`;
  const given = process.env["PROVISO_TRINO_HOME"];
  const home = given ?? join(CACHE, `trino-server-${VERSION}`);
  if (!existsSync(join(home, "lib"))) {
    if (given !== undefined) return `no Trino in ${given}`;
    const missing = fetchServer(home);
    if (missing !== undefined) return missing;
  }
  return await started(java, home);
}

/** Why it cannot be had; undefined when it is there. */
function fetchServer(home: string): string | undefined {
  const archive = join(CACHE, `trino-server-${VERSION}.tar.gz`);
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(archive)) {
    const args = ["-q", "dependency:copy", `-Dartifact=io.trino:trino-server:${VERSION}:tar.gz`];
    const fetched = spawnSync("mvn", [...args, `-DoutputDirectory=${CACHE}`], {
      cwd: CACHE,
      encoding: "utf8",
      timeout: 900_000,
    });
    if (fetched.error !== undefined) return `no Maven to fetch Trino with, and no ${archive}`;
    if (fetched.status !== 0) return `Maven does not give Trino ${VERSION}: ${fetched.stdout.split("\n")[0]}`;
  }
  // Under its own name only when it is whole.
  const unpacked = mkdtempSync(join(CACHE, "trino-"));
  const tar = spawnSync("tar", ["-xzf", archive, "-C", unpacked], { encoding: "utf8" });
  if (tar.status === 0) renameSync(join(unpacked, `trino-server-${VERSION}`), home);
  rmSync(unpacked, { recursive: true, force: true });
  return tar.status === 0 ? undefined : `${archive} cannot be unpacked: ${tar.stderr.split("\n")[0]}`;
}

async function started(java: string, home: string): Promise<TrinoServer> {
  const root = mkdtempSync(join(tmpdir(), "proviso-trino-"));
  const port = await freePort();
  writeConfiguration(root, home, port);
  const server = guarded(
    [
      java,
      ...JVM,
      `-Dnode.data-dir=${root}/data`,
      `-Dconfig=${root}/config.properties`,
      "-cp",
      `${home}/lib/*`,
      MAIN,
    ],
    { cwd: root, env: process.env },
  );
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  };
  try {
    await until(() => answers(url), server, WITHIN);
    const engine = openTrino({ url, catalog: CATALOG, schema: SCHEMA, user: "proviso" });
    await engine.run([`CREATE SCHEMA ${SCHEMA}`]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, catalog: CATALOG, schema: SCHEMA, version: VERSION, stop };
}

const MAIN = "io.trino.server.TrinoServer";

/** The zone is not UTC, so that a test sees where the server's own zone would change a value. */
const JVM = [
  "-Xmx2G",
  "-XX:+UseG1GC",
  "-XX:+ExitOnOutOfMemoryError",
  "-XX:-OmitStackTraceInFastThrow",
  "-XX:TieredStopAtLevel=1",
  "-Djdk.attach.allowAttachSelf=true",
  "-Dfile.encoding=UTF-8",
  "-Duser.timezone=America/New_York",
  "--enable-native-access=ALL-UNNAMED",
  "--sun-misc-unsafe-memory-access=allow",
];

function writeConfiguration(root: string, home: string, port: number): void {
  for (const folder of ["catalog", "plugin", "data", "metastore"]) mkdirSync(join(root, folder));
  for (const plugin of PLUGINS) symlinkSync(join(home, "plugin", plugin), join(root, "plugin", plugin));
  write(join(root, "config.properties"), {
    "node.environment": "test",
    "node.id": "test",
    "node.internal-address": "127.0.0.1",
    coordinator: "true",
    "node-scheduler.include-coordinator": "true",
    "http-server.http.port": String(port),
    "discovery.uri": `http://127.0.0.1:${port}`,
    "catalog.config-dir": join(root, "catalog"),
    "plugin.dir": join(root, "plugin"),
    "query.max-memory": "1GB",
    "query.max-memory-per-node": "1GB",
    "web-ui.enabled": "false",
  });
  write(join(root, `catalog/${CATALOG}.properties`), {
    "connector.name": "hive",
    "hive.metastore": "file",
    "hive.metastore.catalog.dir": `local://${root}/metastore`,
    "hive.security": "allow-all",
    "hive.storage-format": "PARQUET",
    "hive.timestamp-precision": "MICROSECONDS",
    "hive.recursive-directories": "true",
    "fs.native-local.enabled": "true",
    "local.location": "/",
  });
}

function write(file: string, settings: Readonly<Record<string, string>>): void {
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
}

async function answers(url: string): Promise<boolean> {
  try {
    const info = (await (await fetch(`${url}/v1/info`)).json()) as { readonly starting?: boolean };
    return info.starting === false;
  } catch {
    return false;
  }
}
