/**
 * The temporary files of outputs that are not finished: gone, whatever ends the program.
 */
import { rmSync } from "node:fs";

const unfinished = new Set<string>();

/** MUST be called before the file is created, so that no moment is left in which it would stay. */
export function begin(file: string): void {
  unfinished.add(file);
}

/** The file has its final name, or is gone. */
export function end(file: string): void {
  unfinished.delete(file);
}

/** Removes them all. Synchronous: for signal handlers and the end of the process. */
export function removeUnfinished(): void {
  for (const file of unfinished) {
    try {
      rmSync(file, { force: true });
    } catch {
      // The program is ending and can do no more; the name tells whose file it was.
    }
  }
  unfinished.clear();
}
