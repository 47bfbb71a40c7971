/**
 * `--at` and `--known`: what a person writes -> epoch milliseconds (UTC)
 */
import { ProvisoError } from "@proviso/core";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:\d{2})$/;
const WITHOUT_OFFSET = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;
const USUAL = "write a date (2025-10-08), a time (2025-10-08T12:00:00Z) or `now`";

/**
 * A date is its first moment in UTC. A time needs an offset: without one it has no single meaning.
 * @throws ProvisoError USAGE that says what would be right
 */
export function parseInstantOption(flag: string, text: string, now: number): number {
  const wanted = text.trim();
  if (wanted.toLowerCase() === "now") return now;
  if (WITHOUT_OFFSET.test(wanted)) {
    throw wrong(
      flag,
      text,
      "has no offset from UTC",
      `write \`${wanted}Z\` for UTC, or add one such as +02:00`,
    );
  }
  if (!DATE.test(wanted) && !RFC_3339.test(wanted)) throw wrong(flag, text, "is not a date", USUAL);
  const ms = Date.parse(DATE.test(wanted) ? `${wanted}T00:00:00Z` : wanted.replace(" ", "T").toUpperCase());
  // `Date.parse` takes 30 February for 1 or 2 March.
  const day = wanted.slice(0, 10);
  const isReal = new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;
  if (Number.isNaN(ms) || !isReal) throw wrong(flag, text, "is not in the calendar", USUAL);
  return ms;
}

function wrong(flag: string, text: string, problem: string, hint: string): ProvisoError {
  return new ProvisoError("USAGE", `\`${text}\` for \`${flag}\` ${problem}`, { hint });
}
