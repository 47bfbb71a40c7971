/**
 * Every error Proviso raises on purpose: one class, one closed set of codes.
 *
 * Messages: lower case, no final period, user input in backticks, no type names. The place
 * (file, line, column, field) and the help are separate fields, so that a caller can print
 * or sort by them.
 */
export const ERROR_CODES = [
  "ARCHIVE_BOMB",
  "ARCHIVE_DAMAGED",
  "ARCHIVE_PATH",
  "CASE_INVALID",
  "CLAIM_FALSE",
  "DISK_FULL",
  "ENGINE_FAILED",
  "EVENT_INVALID",
  "INPUT_EMPTY",
  "INPUT_ENCODING",
  "INPUT_MALFORMED",
  "INPUT_TRUNCATED",
  "INPUT_UNRECOGNISED",
  "INTERRUPTED",
  "KEY_INVALID",
  "KEY_MISMATCH",
  "KEY_MISSING",
  "LEDGER_DAMAGED",
  "LEDGER_FORKED",
  "LEDGER_LOCKED",
  "MANIFEST_INVALID",
  "MODEL_FAILED",
  "NOTE_INVALID",
  "NOT_FOUND",
  "OBLIGATION_UNMET",
  "PERMISSION",
  "POLICY_CYCLE",
  "POLICY_INVALID",
  "POLICY_SYNTAX",
  "POLICY_TYPE",
  "POLICY_UNKNOWN_FACT",
  "PROFILE_INVALID",
  "PROOF_INVALID",
  "RECEIPT_INVALID",
  "TIMELINE_CONTRADICTION",
  "TIMELINE_INVALID",
  "UNSUPPORTED",
  "USAGE",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Where in the user's input an error lies. `line` and `column` count from 1, `offset` (bytes) from 0. */
export interface Place {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly field?: string | undefined;
  readonly offset?: number | undefined;
}

export class ProvisoError extends Error {
  readonly code: ErrorCode;
  readonly place: Place;
  /** What would be right, or what to try next. */
  readonly hint: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    detail: { place?: Place; hint?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = "ProvisoError";
    this.code = code;
    this.place = detail.place ?? {};
    this.hint = detail.hint;
  }
}

/** `file:line:column: field` with the parts that are known, or an empty string. */
export function printPlace(place: Place): string {
  const position = [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(":");
  const offset = place.offset === undefined || place.line !== undefined ? "" : ` at byte ${place.offset}`;
  const field = place.field === undefined ? "" : `${position === "" ? "" : ": "}${place.field}`;
  return `${position}${offset}${field}`;
}
