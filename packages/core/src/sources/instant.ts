/**
 * An export's date in any of its spellings -> epoch milliseconds (UTC)
 *
 * Importers never call `Date.parse`: engines differ on what it accepts, and it reads 30 February
 * as 2 March. What is not a real instant is undefined here and a named problem at the caller.
 */

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)? ?(?:([Zz]|UTC)|([+-])(\d{2}):?(\d{2})?)?)?$/;
const DIGITS = /^\d{1,20}(?:\.\d{1,12})?$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const MINUTE = 60_000;
/** The year 10000: a larger figure is no date but another unit, or damage. */
const END = 253_402_300_800_000;

/**
 * ISO 8601 (with an offset, or UTC without one; any number of fraction digits; a bare date is its
 * midnight UTC) or epoch seconds, milliseconds, microseconds or nanoseconds, as a number or in
 * digits. The unit is told by size, which is unambiguous from 1973 on. Below a millisecond is cut off.
 *
 * @returns undefined for anything else, among it dates that no calendar has
 */
export function parseInstant(value: unknown): number | undefined {
  if (typeof value === "number") return fromEpoch(value);
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (DIGITS.test(text)) {
    // A nanosecond count is past 2^53, where a number would round up into the next millisecond.
    const nanoseconds = text.length >= 18 && !text.includes(".");
    return fromEpoch(Number(nanoseconds ? text.slice(0, -6) : text));
  }
  return fromIso(text);
}

function fromEpoch(value: number): number | undefined {
  if (!Number.isFinite(value) || value < 0) return undefined;
  const milliseconds =
    value < 1e11 ? Math.round(value * 1e3) : value < 1e14 ? value : value < 1e17 ? value / 1e3 : value / 1e6;
  const whole = Math.floor(milliseconds);
  return whole < END ? whole : undefined;
}

function fromIso(text: string): number | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  if (day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return undefined;
  if (part(10) > 23 || part(11) > 59) return undefined;
  const fraction = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
  const offset = (part(10) * 60 + part(11)) * MINUTE * (match[9] === "-" ? -1 : 1);
  // `Date.UTC` reads the years 0 to 99 as 1900 to 1999.
  if (year < 100) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second, fraction) - offset;
}

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
