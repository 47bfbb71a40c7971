/**
 * Years in dates of birth: whose may be of somebody alive, and whose cannot
 *
 * Dates that were moved (operators/pseudonym/date-form.ts) lie in the years before. They are read as
 * dates, so that what stands beside their year is not taken for one without a year; and nobody finds
 * them, so that what was moved stays as it is.
 */
const FIRST = 1850;
const LAST = 2099;
const FIRST_BYGONE = 1600;

/** Somebody born in that year may be alive, or was until lately. */
export function isBirthYear(year: number): boolean {
  return year >= FIRST && year <= LAST;
}

export function isBygoneYear(year: number): boolean {
  return year >= FIRST_BYGONE && year < FIRST;
}
