/**
 * Any error -> what stderr says, and the exit code
 *
 * One error, one message: code, what is wrong, where, what would be right. Stacks only with
 * PROVISO_DEBUG. What was not raised on purpose says so: it is our fault, not the user's.
 */
import { type ErrorCode, ProvisoError, printPlace } from "@proviso/core";
import { printable } from "./printable.ts";
import type { Terminal } from "./terminal.ts";

export const EXIT = { ok: 0, failed: 1, usage: 2, undecided: 3, interrupted: 130 } as const;

const OWN_FAULT =
  "this is a fault of proviso, not of your data; set PROVISO_DEBUG=1 to see where it came from";

interface Told {
  readonly code: ErrorCode | "UNEXPECTED";
  readonly message: string;
  readonly place: ProvisoError["place"];
  readonly hint: string | undefined;
}

export function exitCodeOf(error: unknown): number {
  if (!(error instanceof ProvisoError)) return EXIT.failed;
  if (error.code === "USAGE") return EXIT.usage;
  return error.code === "INTERRUPTED" ? EXIT.interrupted : EXIT.failed;
}

/** The whole text with its line break, as JSON in the machine mode. */
export function errorText(error: unknown, terminal: Terminal): string {
  const told = tell(error);
  const stack = terminal.debug ? `${stackOf(error)}\n` : "";
  if (terminal.json) {
    const { code, message, place, hint } = told;
    return `${JSON.stringify({ error: { code, message, place, hint: hint ?? null } })}\n${stack}`;
  }
  const { bold, red, dim } = terminal.err;
  const place = printPlace(told.place);
  const lines = [`${bold(red(`error ${told.code}:`))} ${printable(told.message)}`];
  if (place !== "") lines.push(`  at ${printable(place)}`);
  if (told.hint !== undefined) {
    const [first = "", ...others] = told.hint.split("\n");
    lines.push(`  ${dim("hint:")} ${printable(first)}`, ...others.map((line) => `    ${printable(line)}`));
  }
  return `${lines.join("\n")}\n${stack}`;
}

function tell(error: unknown): Told {
  if (error instanceof ProvisoError) {
    const { code, message, place, hint } = error;
    return { code, message, place, hint };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: "UNEXPECTED", message, place: {}, hint: OWN_FAULT };
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`;
}
