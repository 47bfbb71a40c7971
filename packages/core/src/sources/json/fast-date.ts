/**
 * The bytes of an ISO date as exports write it -> epoch milliseconds, without making a string
 *
 * A shortcut, not a second opinion: whatever it does not know is left to parseInstant, and a test
 * holds the two equal.
 */
const ZERO = 0x30;
const EARLIEST_YEAR = 2000;
const DAY = 86_400_000;
/** Days from 1970 to the first of each month of a year that is not a leap year. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

function daysIn(month: number, isLeap: boolean): number {
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Two digits, or a negative number. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const ones = (bytes[at + 1] ?? 0) - ZERO;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -10_000 : tens * 10 + ones;
}

/**
 * `bytes[start..end)` as `YYYY-MM-DDTHH:MM:SS`, an optional fraction, and `Z` or `+00:00`, from the year
 * 2000 on; NaN for any other text, and so for any that has a quote in it.
 */
export function fastDate(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 20 || bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d) return Number.NaN;
  if (bytes[start + 10] !== 0x54 || bytes[start + 13] !== 0x3a || bytes[start + 16] !== 0x3a)
    return Number.NaN;
  const year = two(bytes, start) * 100 + two(bytes, start + 2);
  const month = two(bytes, start + 5);
  const day = two(bytes, start + 8);
  const hour = two(bytes, start + 11);
  const minute = two(bytes, start + 14);
  const second = two(bytes, start + 17);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (year < EARLIEST_YEAR || month < 1 || month > 12 || day < 1) return Number.NaN;
  if (day > 28 && day > daysIn(month, isLeap)) return Number.NaN;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return Number.NaN;
  const milliseconds = fraction(bytes, start + 19, end);
  const leaps =
    Math.floor((year - 1969) / 4) - Math.floor((year - 1901) / 100) + Math.floor((year - 1601) / 400);
  const days =
    (year - 1970) * 365 + leaps + (DAYS_BEFORE[month - 1] ?? 0) + (isLeap && month > 2 ? 1 : 0) + day - 1;
  return days * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + milliseconds;
}

/** Milliseconds of `.123456Z`, `Z` or the like, cut off; NaN for what is not a fraction and UTC. */
function fraction(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let milliseconds = 0;
  if (bytes[at] === 0x2e) {
    let scale = 100;
    for (at += 1; at < end; at += 1) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      milliseconds += digit * scale;
      scale = scale === 1 ? 0 : scale / 10;
    }
    if (at === start + 1 || at - start > 13) return Number.NaN;
  }
  if (end - at === 1 && bytes[at] === 0x5a) return milliseconds;
  const isZero = end - at === 6 && bytes[at] === 0x2b && two(bytes, at + 1) === 0 && two(bytes, at + 4) === 0;
  return isZero && bytes[at + 3] === 0x3a ? milliseconds : Number.NaN;
}
