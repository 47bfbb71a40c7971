/**
 * Ctrl-C, `kill`, a closed window -> the program ends at once and leaves nothing half-written
 *
 * Ends without waiting for the work: only names that are not final yet hold what was written, and
 * these are removed here.
 */
import { writeSync } from "node:fs";
import { ProvisoError } from "@proviso/core";
import { removeUnfinished } from "../output/unfinished.ts";
import { errorText } from "./print-error.ts";
import type { Terminal } from "./terminal.ts";

/** 128 + the number of the signal, as shells report it. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const CLEAR_LINE = "\r\u001b[K";

/** MUST be called once, before the first output is opened. */
export function endOnSignals(terminal: Terminal): void {
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      removeUnfinished();
      const error = new ProvisoError("INTERRUPTED", "interrupted, nothing is left half-written");
      say(`${terminal.watched ? CLEAR_LINE : ""}${errorText(error, { ...terminal, debug: false })}`);
      process.exit(code);
    });
  }
  process.on("exit", removeUnfinished);
}

function say(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // The window that would show it may be what is gone.
  }
}
