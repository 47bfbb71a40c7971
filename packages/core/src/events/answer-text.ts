/** The texts in which answers are written: dates, and lists of them with what happened. */
import { ProvisoError } from "../errors.ts";
import { DATE_HINT, FAULTS, parseDate } from "./time.ts";

interface Entry {
  /** What stands before the date: a conversation's id, or `on` and `off`. */
  readonly what: string;
  readonly at: string;
  /** What stands after it: a rating. */
  readonly more: string | undefined;
}

/** @throws ProvisoError USAGE */
export function readDate(text: string): string {
  const found = parseDate(text);
  if (typeof found !== "string") return text;
  throw wrong(`\`${text}\` ${found === "form" ? "is not a date" : FAULTS[found]}`, DATE_HINT);
}

/** @throws ProvisoError USAGE for a text that is not of the form `what date [more], what date …` */
export function readEntries(text: string, form: string): readonly Entry[] {
  return text.split(",").map((part) => {
    const [what, at, more, ...rest] = part.trim().split(/\s+/);
    if (what === undefined || at === undefined || rest.length > 0) {
      throw wrong(
        `\`${part.trim()}\` is not of the form \`${form}\``,
        `write \`${form}\`, with commas between`,
      );
    }
    return { what, at: readDate(at), more };
  });
}

export function printEntries(entries: readonly Entry[]): string {
  return entries
    .map(({ what, at, more }) => [what, at, ...(more === undefined ? [] : [more])].join(" "))
    .join(", ");
}

export function wrong(message: string, hint?: string): ProvisoError {
  return new ProvisoError("USAGE", message, { hint });
}
