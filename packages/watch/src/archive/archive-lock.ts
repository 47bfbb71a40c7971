/**
 * One writer per archive: a file that says which process has it
 *
 * A process that was killed leaves its lock. It is taken over when that process is gone, which only the
 * machine it ran on can tell; a number that now belongs to another process is known by its start time,
 * where the system tells one.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { ProvisoError } from "@proviso/core";

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Of the process, in the system's own units; empty where it is not told. */
  readonly started: string;
}

const HELD = new Set<string>();
let COUNT = 0;

/**
 * @returns gives the lock back
 * @throws ProvisoError LEDGER_LOCKED while another process, or this one, writes the archive
 */
export function takeLock(file: string): () => void {
  const path = resolve(file);
  if (HELD.has(path)) throw busy(file, "this process");
  COUNT += 1;
  const own = `${path}.${process.pid}-${COUNT}`;
  const me: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  writeFileSync(own, JSON.stringify(me));
  try {
    if (!hasLinked(own, path)) {
      removeStale(path, file);
      if (!hasLinked(own, path)) throw busy(file, "another process");
    }
  } finally {
    rmSync(own, { force: true });
  }
  HELD.add(path);
  return () => {
    HELD.delete(path);
    rmSync(path, { force: true });
  };
}

/** Of two processes that begin at once, one makes the file. */
function hasLinked(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (isCoded(error, "EEXIST")) return false;
    throw error;
  }
}

function removeStale(path: string, shown: string): void {
  requireGone(readHolder(path), shown);
  const aside = `${path}.stale-${process.pid}-${COUNT}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isCoded(error, "ENOENT")) return;
    throw error;
  }
  try {
    // Another process may have taken it over between the look and the renaming.
    requireGone(readHolder(aside), shown);
  } catch (error) {
    hasLinked(aside, path);
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** An unreadable lock was never a whole one: it is linked into place with its text. */
function readHolder(path: string): Holder | undefined {
  try {
    const { pid, host, started } = JSON.parse(readFileSync(path, "utf8")) as Partial<Holder>;
    if (typeof pid !== "number" || !Number.isInteger(pid) || pid < 1 || typeof host !== "string")
      return undefined;
    return { pid, host, started: typeof started === "string" ? started : "" };
  } catch {
    return undefined;
  }
}

function requireGone(holder: Holder | undefined, file: string): void {
  if (holder === undefined) return;
  if (holder.host !== hostname()) throw busy(file, `process ${holder.pid} on \`${holder.host}\``);
  if (isRunning(holder)) throw busy(file, `process ${holder.pid}`);
}

function isRunning({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user's may not be asked, and runs.
    if (!isCoded(error, "EPERM")) return false;
  }
  const now = startOf(pid);
  return started === "" || now === "" || started === now;
}

/** Field 22 of Linux' `/proc/<pid>/stat`; the name before it may hold spaces and brackets. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function busy(file: string, who: string): ProvisoError {
  return new ProvisoError("LEDGER_LOCKED", `${who} is writing this archive`, {
    place: { file },
    hint: "wait for it; if you know that it is gone for good, remove this file",
  });
}

function isCoded(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
