/**
 * A date of birth -> the same form some 200 years earlier: `12 May 1987` -> `3 March 1789`
 *
 * All dates of a subject move by one offset, so what lies between them stays. The years before
 * 1850 are how a moved date is known again; nobody alive was born then. A year of two digits cannot
 * show it, and a date that is no day of the calendar cannot move: both have no pseudonym.
 */
import type { DateOrder } from "../operator.ts";
import { Draw, type Prf } from "../prf.ts";
import { MONTHS } from "./months.ts";

const LAST_OWN_YEAR = 1850;
const YEARS_BACK = 200;
const FEWEST_DAYS = 30;
const MOST_DAYS = 1500;
const DAY = 86_400_000;

const YEAR_FIRST = /^(\d{4})([-/.\s]?)(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.\s]\s?)(\d{1,2})\2(\d{4})$/;
const IN_WORDS =
  /^(\d{1,2})((?:st|nd|rd|th|er|[.º°])?\s+(?:of\s+|de\s+|d['’])?|[-/.])(\p{L}[\p{L}\p{M}]*\.?)((?:del?\b|of\b|[,\s./-])*)(\d{4})$/iu;
const MONTH_FIRST = /^(\p{L}[\p{L}\p{M}]*\.?)(\D*?)(\d{1,2})(\D*?)(\d{4})$/u;

interface Found {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  print(year: number, month: number, day: number): string;
}

/** @returns undefined where the date cannot move */
export function shiftDate(value: string, subject: string, order: DateOrder, prf: Prf): string | undefined {
  const found = read(value, order);
  if (found === undefined || !isDay(found)) return undefined;
  const draw = new Draw(prf, "date-offset", subject);
  const days = FEWEST_DAYS + draw.below(MOST_DAYS - FEWEST_DAYS);
  const time = Date.UTC(found.year - YEARS_BACK, found.month - 1, found.day) - days * DAY;
  const moved = new Date(time);
  return found.print(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

export function isShifted(value: string): boolean {
  const found = read(value, "month-first") ?? read(value, "day-first");
  return found !== undefined && found.year <= LAST_OWN_YEAR;
}

function read(value: string, order: DateOrder): Found | undefined {
  return readYearFirst(value) ?? readYearLast(value, order) ?? readWords(value);
}

function readYearFirst(value: string): Found | undefined {
  const [, year, separator, month, day] = YEAR_FIRST.exec(value) ?? [];
  if (year === undefined || separator === undefined || month === undefined || day === undefined)
    return undefined;
  if (separator === "" && value.length !== 8) return undefined;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    print: (y, m, d) => [digits(y, year), numeric(m, month, day), numeric(d, month, day)].join(separator),
  };
}

function readYearLast(value: string, order: DateOrder): Found | undefined {
  const [, one, separator, two, year] = YEAR_LAST.exec(value) ?? [];
  if (one === undefined || separator === undefined || two === undefined || year === undefined)
    return undefined;
  const isDayFirst =
    Number(one) > 12 || (Number(two) <= 12 && (separator.startsWith(".") || order === "day-first"));
  const [day, month] = isDayFirst ? [one, two] : [two, one];
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    print: (y, m, d) => {
      const [dayText, monthText] = [numeric(d, one, two), numeric(m, one, two)];
      const parts = isDayFirst ? [dayText, monthText] : [monthText, dayText];
      return [...parts, digits(y, year)].join(separator);
    },
  };
}

function readWords(value: string): Found | undefined {
  const [, firstDay, afterDay, laterMonth, beforeYear, lateYear] = IN_WORDS.exec(value) ?? [];
  if (firstDay !== undefined && laterMonth !== undefined && lateYear !== undefined) {
    return worded(laterMonth, firstDay, lateYear, (newDay, newMonth, newYear) =>
      [newDay, afterDay, newMonth, beforeYear, newYear].join(""),
    );
  }
  const [, month, afterMonth, day, between, year] = MONTH_FIRST.exec(value) ?? [];
  if (month === undefined || day === undefined || year === undefined) return undefined;
  return worded(month, day, year, (newDay, newMonth, newYear) =>
    [newMonth, afterMonth, newDay, between, newYear].join(""),
  );
}

function worded(
  name: string,
  day: string,
  year: string,
  join: (day: string, month: string, year: string) => string,
): Found | undefined {
  const wanted = name.toLowerCase().replace(/\.$/, "");
  for (const months of MONTHS) {
    const index = months.indexOf(wanted);
    if (index < 0) continue;
    return {
      year: Number(year),
      month: index + 1,
      day: Number(day),
      print: (y, m, d) => {
        const word = months[m - 1] ?? "";
        const isCapital = name.charAt(0) !== name.charAt(0).toLowerCase();
        const written = isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
        return join(digits(d, day), name.endsWith(".") ? `${written}.` : written, digits(y, year));
      },
    };
  }
  return undefined;
}

function isDay({ year, month, day }: Found): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Two digits, unless the date shows that it does without. */
function numeric(number: number, one: string, two: string): string {
  return one.length === 1 || two.length === 1 ? String(number) : String(number).padStart(2, "0");
}

function digits(number: number, like: string): string {
  return String(number).padStart(like.startsWith("0") || like.length === 4 ? like.length : 1, "0");
}
