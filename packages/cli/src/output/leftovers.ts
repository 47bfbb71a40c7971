/**
 * Temporary files that a killed program has left beside its target: the next run for it removes them
 *
 * A signal that can be heard leaves none; SIGKILL and a power cut do. The name says whose a file is: a
 * machine and a process. It is taken away only where that process is gone for sure.
 */
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/** Names longer than this (bytes) would not leave room for what is added to them. */
const NAME_BYTES = 200;

/** Another machine may write into the same folder, with processes of the same numbers. */
const MACHINE = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

export function temporaryName(name: string): string {
  return `${beginning(name)}${process.pid}-${MACHINE}-${randomBytes(4).toString("hex")}.tmp`;
}

/** Removes what is left over from runs that wrote to the same name. */
export function removeLeftovers(folder: string, name: string): void {
  const start = beginning(name);
  for (const one of namesIn(folder)) {
    if (!one.startsWith(start)) continue;
    const [, pid, machine] = /^(\d+)-([0-9a-f]{8})-[0-9a-f]{8}\.tmp$/.exec(one.slice(start.length)) ?? [];
    if (machine === MACHINE && isGone(Number(pid))) rmSync(join(folder, one), { force: true });
  }
}

function beginning(name: string): string {
  let kept = name;
  while (Buffer.byteLength(kept) > NAME_BYTES) kept = kept.slice(0, -1);
  return `.${kept}.`;
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Who may write into a folder may not be allowed to list it.
    return [];
  }
}
