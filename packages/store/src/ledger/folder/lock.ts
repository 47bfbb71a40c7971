/**
 * One writer per folder: a file that names the process, the host and when the process began
 *
 * A number of a process is given again, in a container at once; with the time it began it is one process.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { ProvisoError } from "@proviso/core";

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** In ticks since the system started; empty where the system does not tell. */
  readonly began: string;
}

const ATTEMPTS = 5;
/** Field 22 of /proc/PID/stat, counted from behind the name, which may hold spaces (proc_pid_stat(5)). */
const BEGAN_FIELD = 19;
const held = new Set<string>();

/**
 * @returns gives the lock back
 * @throws ProvisoError LEDGER_LOCKED while another one has it
 */
export function lock(file: string): () => void {
  const mine: Holder = { pid: process.pid, host: hostname(), began: beganOf(process.pid) };
  const temporary = `${file}.${process.pid}`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // Linked into place with its content: nobody ever reads half a lock.
    writeFileSync(temporary, JSON.stringify(mine), { mode: 0o600 });
    try {
      linkSync(temporary, file);
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      rmSync(temporary, { force: true });
    }
    const holder = holderOf(file);
    if (holder !== undefined && (isAlive(holder) || held.has(file))) throw locked(file, holder);
    takeAway(file, holder);
  }
  throw locked(file, holderOf(file));
}

/** Two may find the same stale lock: the one that moves it away looks whether it is still that one. */
function takeAway(file: string, stale: Holder | undefined): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    const moved = holderOf(aside);
    if (moved !== undefined && JSON.stringify(moved) !== JSON.stringify(stale)) linkSync(aside, file);
  } catch {
    // Somebody else was faster; the next attempt sees whose lock it is.
  } finally {
    rmSync(aside, { force: true });
  }
}

function holderOf(file: string): Holder | undefined {
  try {
    const { pid, host, began } = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof pid === "number" ? { pid, host: String(host), began: String(began) } : undefined;
  } catch {
    return undefined;
  }
}

/** On another host it cannot be known, and is taken for alive. */
function isAlive({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It may be somebody else's process, which may not be asked but is there.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return beganOf(pid) === began;
}

function beganOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[BEGAN_FIELD] ?? "";
  } catch {
    return "";
  }
}

function locked(file: string, holder: Holder | undefined): ProvisoError {
  const who = holder === undefined ? "another writer" : `process ${holder.pid} on \`${holder.host}\``;
  return new ProvisoError("LEDGER_LOCKED", `${who} is writing to this ledger`, {
    place: { file },
    hint:
      holder === undefined || holder.host === hostname()
        ? "wait for it to end; a log has one writer"
        : "wait for it to end; if that host is no more, remove the file",
  });
}
