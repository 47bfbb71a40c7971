/** Errors of DuckDB -> ProvisoError, by the kind that begins their text. */
import { type ErrorCode, ProvisoError } from "@proviso/core";

interface Told {
  readonly begins: RegExp;
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string | undefined;
}

const KINDS: readonly Told[] = [
  {
    begins: /^INTERRUPT/i,
    code: "INTERRUPTED",
    message: "interrupted",
    hint: undefined,
  },
  {
    begins: /No space left on device|exceed.*max_temp_directory_size/i,
    code: "DISK_FULL",
    message: "no room left for what does not fit into memory",
    hint: "free some space, or write to another disk with `--work`",
  },
  {
    begins: /^Out of Memory/i,
    code: "ENGINE_FAILED",
    message: "the memory limit is too small for this run",
    hint: "give more with `--memory`, make more and smaller parts with `--buckets`, or use fewer `--threads`",
  },
  {
    begins: /Permission denied/i,
    code: "PERMISSION",
    message: "a file may not be read or written",
    hint: undefined,
  },
  {
    begins: /^(?:Invalid Input|IO|TransactionContext|HTTP|Serialization).*Error/i,
    code: "INPUT_MALFORMED",
    message: "a file cannot be read",
    hint: undefined,
  },
];

/** What is none of these is a fault of our own SQL, and stays what it is. */
export function engineError(error: unknown): unknown {
  if (error instanceof ProvisoError || !(error instanceof Error)) return error;
  const kind = KINDS.find(({ begins }) => begins.test(error.message));
  if (kind === undefined) return error;
  const [first = ""] = error.message.split("\n");
  const message = kind.code === "INTERRUPTED" ? kind.message : `${kind.message}: ${first}`;
  return new ProvisoError(kind.code, message, { hint: kind.hint, cause: error });
}
