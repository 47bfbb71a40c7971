/**
 * A date of birth -> the same form some 200 years earlier: `12 May 1987` -> `3 March 1784`
 *
 * All dates of a subject move by one offset, so what lies between them stays. The years before 1850
 * are how a moved date is known again; nobody alive was born then, and the recognizer that reads dates
 * (recognizers/account) leaves them alone. A date whose new form would not be read so, all of it, has
 * no pseudonym: one with a year of two digits, one that is no day of the calendar, one of the future.
 */
import { isBygone, readDate } from "../../recognizers/account/read-date.ts";
import { textOf } from "../../scan/text.ts";
import type { DateOrder } from "../operator.ts";
import { Draw, type Prf } from "../prf.ts";
import { MONTHS, SMALL_MONTHS } from "./months.ts";

const YEARS_BACK = 200;
const FEWEST_DAYS = 30;
const MOST_DAYS = 1500;
const DAY = 86_400_000;

const YEAR_FIRST = /^(\d{4})([-/.\s])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.\s]\s?)(\d{1,2})\2(\d{4})$/;
const COMPACT_YEAR_FIRST = /^(\d{4})()(\d\d)(\d\d)$/;
const COMPACT_YEAR_LAST = /^(\d\d)()(\d\d)(\d{4})$/;
const WITH_SIGNS = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const IN_WORDS =
  /^(\d{1,2})(st|nd|rd|th|er|[º°ª])?(\.?\s+(?:of\s+|de\s+|d['’])?|[-/.])(\p{L}[\p{L}\p{M}]*\.?)((?:del?\b|of\b|[,\s./-])*)(\d{4})$/iu;
const MONTH_FIRST = /^(\p{L}[\p{L}\p{M}]*\.?)(\P{N}*?)(\d{1,2})(st|nd|rd|th|er|[º°ª])?(\P{N}*?)(\d{4})$/iu;

interface Found {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  print(year: number, month: number, day: number): string;
}

/** @returns undefined where the date cannot move */
export function shiftDate(value: string, subject: string, order: DateOrder, prf: Prf): string | undefined {
  const found = readings(value, order).find(isDay);
  if (found === undefined) return undefined;
  const draw = new Draw(prf, "date-offset", subject);
  const days = FEWEST_DAYS + draw.below(MOST_DAYS - FEWEST_DAYS);
  const time = Date.UTC(found.year - YEARS_BACK, found.month - 1, found.day) - days * DAY;
  const moved = new Date(time);
  const written = found.print(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
  return dateAge(written) === "bygone" ? written : undefined;
}

/**
 * Whether it is the date of somebody who may be alive, or as long ago as ours are; undefined for what is
 * no date. Asked of the recognizer itself: what it leaves alone and what counts as ours cannot come apart.
 */
export function dateAge(value: string): "living" | "bygone" | undefined {
  const text = textOf(value);
  if (readDate(text, text.start) !== text.end) return undefined;
  return isBygone(text, text.start, text.end) ? "bygone" : "living";
}

function readings(value: string, order: DateOrder): readonly Found[] {
  const all = [
    yearFirst(YEAR_FIRST, value),
    yearLast(YEAR_LAST, value, order),
    yearFirst(COMPACT_YEAR_FIRST, value),
    yearLast(COMPACT_YEAR_LAST, value, order),
    withSigns(value),
    inWords(value),
  ];
  return all.filter((one) => one !== undefined);
}

function yearFirst(form: RegExp, value: string): Found | undefined {
  const [, year, separator, month, day] = form.exec(value) ?? [];
  if (year === undefined || separator === undefined || month === undefined || day === undefined)
    return undefined;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    print: (y, m, d) => [digits(y, year), numeric(m, month, day), numeric(d, month, day)].join(separator),
  };
}

function yearLast(form: RegExp, value: string, order: DateOrder): Found | undefined {
  const [, one, separator, two, year] = form.exec(value) ?? [];
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

function withSigns(value: string): Found | undefined {
  const [, year, month, day] = WITH_SIGNS.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    print: (y, m, d) => `${digits(y, year)}年${numeric(m, month, day)}月${numeric(d, month, day)}日`,
  };
}

function inWords(value: string): Found | undefined {
  const [, firstDay, ending, afterDay, laterMonth, beforeYear, lateYear] = IN_WORDS.exec(value) ?? [];
  if (firstDay !== undefined && laterMonth !== undefined && lateYear !== undefined) {
    return worded(laterMonth, firstDay, lateYear, (newDay, newMonth, newYear) =>
      [newDay, endingOf(newDay, ending), afterDay, newMonth, beforeYear, newYear].join(""),
    );
  }
  const [, month, afterMonth, day, dayEnding, between, year] = MONTH_FIRST.exec(value) ?? [];
  if (month === undefined || day === undefined || year === undefined) return undefined;
  return worded(month, day, year, (newDay, newMonth, newYear) =>
    [newMonth, afterMonth, newDay, endingOf(newDay, dayEnding), between, newYear].join(""),
  );
}

function worded(
  name: string,
  day: string,
  year: string,
  join: (day: string, month: string, year: string) => string,
): Found | undefined {
  const wanted = name.toLowerCase().replace(/\.$/, "");
  const isCapital = name.charAt(0) !== wanted.charAt(0);
  for (const months of isCapital ? MONTHS : SMALL_MONTHS) {
    const index = months.indexOf(wanted);
    if (index < 0) continue;
    return {
      year: Number(year),
      month: index + 1,
      day: Number(day),
      print: (y, m, d) => {
        const word = months[m - 1] ?? "";
        const written = isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
        return join(digits(d, day), name.endsWith(".") ? `${written}.` : written, digits(y, year));
      },
    };
  }
  return undefined;
}

/** `12th` -> `3rd`. In French only the first of a month has an ending. */
function endingOf(day: string, like: string | undefined): string {
  if (like === undefined) return "";
  const lower = like.toLowerCase();
  const number = Number(day);
  if (lower === "er") return number === 1 ? like : "";
  if (!/^[snrt]/.test(lower)) return like;
  const isTeen = number > 10 && number < 14;
  const written = isTeen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return like === lower ? written : written.toUpperCase();
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
