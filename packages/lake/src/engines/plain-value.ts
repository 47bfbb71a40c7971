/** Values as PostgreSQL and Trino write them -> the plain values of Engine */

/** Whole numbers, written out. */
export function wholeNumber(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

/** What JSON has no number for stays text: NaN and the infinities. */
export function realNumber(text: string): number | string {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

const INSTANT = /^([+-]?)(\d{4,})(-\d\d-\d\d)(?: (\d\d:\d\d:\d\d)(?:\.(\d+))?)?(?:\+00(?::00)?| UTC)?( BC)?$/;

/**
 * Dates and instants: `44-03-15 BC`, `+10000-01-01`, trailing zeros and the zone of UTC are written as
 * Engine says. What is none of these (`infinity`, another zone) stays what it is.
 */
export function instant(text: string): string {
  const parts = INSTANT.exec(text);
  if (parts === null) return text;
  const [, sign = "", year = "", day = "", time, fraction = "", before] = parts;
  // There is no year 0 before the first year: 1 BC is 0 in the count that the other engines use.
  const count = before === undefined ? Number(`${sign}${year}`) : 1 - Number(year);
  const digits = `${count < 0 ? "-" : ""}${String(Math.abs(count)).padStart(4, "0")}`;
  const rest = fraction.replace(/0+$/, "");
  return `${digits}${day}${time === undefined ? "" : ` ${time}`}${rest === "" ? "" : `.${rest}`}`;
}
