/**
 * Instants as a policy writes them: a date (its first moment in UTC) or RFC 3339 with an offset.
 *
 * Stricter than what importers accept: a time without an offset has no one meaning, so it is refused.
 */
import { ProvisoError } from "../errors.ts";
import { parseInstant as parseDate } from "../sources/instant.ts";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:[Zz]|[+-]\d{2}:\d{2})$/;
/** No terms of a digital service are older; an earlier year is a slip of the pen. */
const FIRST = Date.UTC(1900, 0, 1);
const END = Date.UTC(10_000, 0, 1);

/**
 * @returns epoch milliseconds (UTC)
 * @throws ProvisoError POLICY_SYNTAX, without a place
 */
export function parseInstant(text: string): number {
  const wellFormed = DATE.test(text) || RFC_3339.test(text);
  const ms = wellFormed ? parseDate(text) : undefined;
  if (ms !== undefined && ms >= FIRST && ms < END) return ms;
  const message = wellFormed ? `\`${text}\` is not a date of the calendar` : `\`${text}\` is not a date`;
  throw new ProvisoError("POLICY_SYNTAX", message, {
    hint: "write `2025-10-08` or, with a time, `2025-10-08T12:00:00Z`",
  });
}

/** The canonical form: a bare date where the instant is a midnight in UTC. */
export function printInstant(ms: number): string {
  const text = new Date(ms).toISOString();
  if (text.endsWith("T00:00:00.000Z")) return text.slice(0, -"T00:00:00.000Z".length);
  return text.endsWith(".000Z") ? `${text.slice(0, -".000Z".length)}Z` : text;
}
