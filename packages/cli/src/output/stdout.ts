/**
 * Text -> stdout, no faster than its reader takes it
 *
 * A reader that goes away (`| head`) ends the program quietly, as the signal for it would.
 */
import { once } from "node:events";
import { errorText } from "../terminal/print-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { removeUnfinished } from "./unfinished.ts";
import { writeError } from "./write-error.ts";

/** 128 + SIGPIPE, what a shell reports of a program whose reader went away. Not 0: it did not finish. */
const READER_GONE = 141;

/** Waits while the reader is behind, so that output never piles up in memory. */
export async function print(part: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(part)) await once(process.stdout, "drain");
}

/** MUST be called once at start: an error on a standard stream comes outside any call. */
export function guardStreams(terminal: Terminal): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    removeUnfinished();
    if (error.code === "EPIPE") process.exit(READER_GONE);
    process.stderr.write(errorText(writeError(error, "standard output"), terminal));
    process.exit(1);
  });
  // Nobody is left to be told.
  process.stderr.on("error", () => undefined);
}
