/** Dates inside numbers. */

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Two digits of `digits` as a number. */
export function two(digits: ArrayLike<number>, at: number): number {
  return (digits[at] ?? 0) * 10 + (digits[at + 1] ?? 0);
}

/** Whether a month has such a day in some year, for numbers that do not say the century. */
export function isMonthDay(month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

/** Whether there is such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  if (!isMonthDay(month, day)) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month !== 2 || day < 29 || isLeap;
}
