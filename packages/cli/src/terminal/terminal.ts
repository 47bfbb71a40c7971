/**
 * Flags, environment, streams -> **Terminal**: what a command may assume of where it prints
 *
 * Decided once at start, for both streams apart: `proviso … > file` keeps colours on the errors.
 */
import { createColors } from "picocolors";

export type Paint = ReturnType<typeof createColors>;

export interface Stream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface Terminal {
  /** Cells per line of human text. */
  readonly columns: number;
  readonly out: Paint;
  readonly err: Paint;
  /** Someone sits there: questions may be asked. */
  readonly interactive: boolean;
  /** Errors are shown to a person who watches: a progress bar makes sense. */
  readonly watched: boolean;
  /** Machine output on stdout, and errors as JSON on stderr. */
  readonly json: boolean;
  /** Print the stack of errors. */
  readonly debug: boolean;
}

export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Stream;
  readonly stdout: Stream;
  readonly stderr: Stream;
}

const USUAL_COLUMNS = 80;
const LEAST_COLUMNS = 20;
/** Longer lines than this are hard to read; the rest of a wide window stays empty. */
const MOST_COLUMNS = 100;

export function terminalOf({ argv, env, stdin, stdout, stderr }: Surroundings): Terminal {
  const end = argv.indexOf("--");
  const flags = new Set(end < 0 ? argv : argv.slice(0, end));
  const json = flags.has("--json");
  const isDumb = env["TERM"] === "dumb";
  return {
    columns: columnsOf(stdout, env),
    out: createColors(!json && isColoured(stdout, flags, env)),
    err: createColors(!json && isColoured(stderr, flags, env)),
    interactive: stdin.isTTY === true && stdout.isTTY === true && !json,
    watched: stderr.isTTY === true && !json && !isDumb,
    json,
    debug: isSet(env["PROVISO_DEBUG"]),
  };
}

/** In this order: the flags, `NO_COLOR` (no-color.org), `FORCE_COLOR`, whether it is a terminal. */
function isColoured(stream: Stream, flags: ReadonlySet<string>, env: Surroundings["env"]): boolean {
  if (flags.has("--no-color")) return false;
  if (flags.has("--color")) return true;
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  if (env["FORCE_COLOR"] !== undefined) return isSet(env["FORCE_COLOR"], true);
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

function isSet(value: string | undefined, whenEmpty = false): boolean {
  if (value === "") return whenEmpty;
  return value !== undefined && value !== "0" && value !== "false";
}

function columnsOf(stdout: Stream, env: Surroundings["env"]): number {
  const said = stdout.columns ?? Number.parseInt(env["COLUMNS"] ?? "", 10);
  const columns = Number.isFinite(said) && said > 0 ? said : USUAL_COLUMNS;
  return Math.min(Math.max(columns, LEAST_COLUMNS), MOST_COLUMNS);
}
