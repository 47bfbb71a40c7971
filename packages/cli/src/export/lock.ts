/**
 * One writer per unfinished export: a lock file with the number of the process that holds it
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { ProvisoError } from "@proviso/core";
import { begin, end } from "../output/unfinished.ts";
import { writeError } from "../output/write-error.ts";

/**
 * Synchronous: no signal may come between the making of the file and its being known.
 * @returns takes the lock away
 * @throws ProvisoError USAGE while another process has it
 */
export function lock(file: string): () => void {
  const holder = holderOf(file);
  if (holder !== undefined && isAlive(holder)) {
    throw new ProvisoError("USAGE", `another run (process ${holder}) is writing this export`, {
      place: { file },
      hint: "wait for it, or write to another folder",
    });
  }
  rmSync(file, { force: true });
  begin(file);
  try {
    const handle = openSync(file, "wx");
    writeSync(handle, String(process.pid));
    closeSync(handle);
  } catch (error) {
    end(file);
    throw writeError(error, file);
  }
  return () => {
    rmSync(file, { force: true });
    end(file);
  };
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 && pid !== process.pid ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It may be somebody else's process, which may not be asked but is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
