/** What is said of a log whose bytes are not what its head says. */
import { ProvisoError } from "@proviso/core";

const HINT = "restore it from a copy of the log; what was signed stays provable from any copy";

export function damaged(what: string, file: string, cause?: unknown, hint: string = HINT): ProvisoError {
  return new ProvisoError("LEDGER_DAMAGED", what, {
    place: { file },
    hint,
    ...(cause === undefined ? {} : { cause }),
  });
}
