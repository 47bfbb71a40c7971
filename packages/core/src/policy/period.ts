/**
 * Calendar periods (`5y`, `P30D`) and how they move an instant, for clocks and for `period("…")`.
 *
 * As `Temporal.ZonedDateTime.add` does it in UTC: years and months first, the day held back to the
 * month's last, then days, then hours. A year is a calendar year, never 365 days.
 */
import { ProvisoError } from "../errors.ts";

export interface Period {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly hours: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The last instant a `Date` can hold (ECMA-262, 21.4.1.1). */
const LAST_INSTANT = 8.64e15;
/** Longer periods are slips of the pen, and would leave the range of dates. */
const LONGEST = { years: 1_000, months: 12_000, days: 366_000, hours: 8_784_000 };

const SHORT = /^(?:(\d+)y)?(?:(\d+)mo)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?$/;
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?$/;

/**
 * Reads `5y`, `6mo`, `2w`, `30d`, `72h`, `1y6mo`, or ISO 8601 `P5Y`, `P1Y6M`, `P2W`, `P30D`, `PT72H`.
 * A week is seven days.
 * @throws ProvisoError POLICY_SYNTAX, without a place
 */
export function parsePeriod(text: string): Period {
  const parts = SHORT.exec(text) ?? ISO.exec(text);
  if (parts === null || !/\d/.test(text)) {
    throw new ProvisoError("POLICY_SYNTAX", `\`${text}\` is not a period`, { hint: hintFor(text) });
  }
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const period = { years, months, days: weeks * 7 + days, hours };
  if (
    period.years > LONGEST.years ||
    period.months > LONGEST.months ||
    period.days > LONGEST.days ||
    period.hours > LONGEST.hours
  ) {
    throw new ProvisoError("POLICY_SYNTAX", `period \`${text}\` is longer than 1000 years`, {
      hint: "for copies without a stated end use `bound: indefinite`",
    });
  }
  return period;
}

function hintFor(text: string): string {
  const minutes = /^(\d+)m$/i.exec(text);
  if (minutes) return `months are written \`${minutes[1]}mo\` or \`P${minutes[1]}M\``;
  if (/^-/.test(text)) return "to count back, subtract the period";
  const spoken = /^(\d+)\s*(h|d|w|mo|y)[a-z]*$/i.exec(text);
  if (spoken) return `did you mean \`${spoken[1]}${spoken[2]?.toLowerCase()}\`?`;
  return "write `5y`, `6mo`, `30d`, `72h` or ISO 8601 such as `P5Y`";
}

/**
 * Moves an instant by a period. `ms` is epoch milliseconds (UTC), as is the result.
 * INVARIANT: never NaN for a number in; beyond the range of dates it stays at the range's end.
 */
export function addPeriod(ms: number, period: Period, sign: 1 | -1): number {
  const months = sign * (period.years * 12 + period.months);
  const moved = months === 0 ? ms : addMonths(ms, months);
  return moved + sign * (period.days * DAY + period.hours * HOUR);
}

/**
 * Integer arithmetic on the proleptic Gregorian calendar, because a `Date` per conversation and
 * clock is most of the cost of a decision. Days from and to civil dates: H. Hinnant,
 * "chrono-compatible low-level date algorithms"; the year begins in March, so that the leap day
 * is the last.
 */
function addMonths(ms: number, months: number): number {
  if (!Number.isFinite(ms)) return ms;
  const day = Math.floor(ms / DAY);
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;

  // Months are counted from March of year 0 from here on.
  const count = (yearOfEra + era * 400) * 12 + marchMonth + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12;
  const held = dayOfMonth > 28 ? Math.min(dayOfMonth, daysInMarchMonth(year, month)) : dayOfMonth;
  const movedEra = Math.floor(year / 400);
  const ofEra = year - movedEra * 400;
  const ofYear = Math.floor((153 * month + 2) / 5) + held - 1;
  const moved =
    movedEra * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
  const result = moved * DAY + (ms - day * DAY);
  return Math.abs(result) <= LAST_INSTANT ? result : Math.sign(months) * LAST_INSTANT;
}

/** `month` counts from March (0) to February (11) of a year that began in March. */
function daysInMarchMonth(year: number, month: number): number {
  if (month === 11) {
    const february = year + 1;
    return (february % 4 === 0 && february % 100 !== 0) || february % 400 === 0 ? 29 : 28;
  }
  return month === 1 || month === 3 || month === 6 || month === 8 ? 30 : 31;
}

/** The one canonical form: ISO 8601, parts as given (`P12M` stays `P12M`), `P0D` for none. */
export function printPeriod(period: Period): string {
  const date = `${unit(period.years, "Y")}${unit(period.months, "M")}${unit(period.days, "D")}`;
  const time = period.hours === 0 ? "" : `T${period.hours}H`;
  return date + time === "" ? "P0D" : `P${date}${time}`;
}

function unit(count: number, letter: string): string {
  return count === 0 ? "" : `${count}${letter}`;
}
