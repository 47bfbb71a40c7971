/**
 * Numbers, instants and codes -> words, the same in every command
 *
 * Instants are shown in UTC, as the terms and clocks count them; a bare date is a midnight.
 */

export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** `1 chat`, `2 chats`. */
export function counted(value: number, one: string, many: string = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

export function dateText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** `2025-10-08` or `2025-10-08 12:30 UTC`, with seconds where there are any and never less. */
export function instantText(ms: number): string {
  const iso = isoText(Math.floor(ms / 1000) * 1000);
  if (iso.endsWith("T00:00:00Z")) return iso.slice(0, 10);
  return `${iso.slice(0, 10)} ${iso.slice(11, -1).replace(/:00$/, "")} UTC`;
}

/** RFC 3339 in UTC, without a fraction that is nought. */
export function isoText(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** Decimal units, as disk sizes are sold. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

export function durationText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(\d+)H)?$/;
const PERIOD_WORDS = ["year", "month", "day", "hour"] as const;

/** An ISO 8601 calendar period in words, or as it is where it is none. */
export function periodText(period: string): string {
  const parts = PERIOD.exec(period)?.slice(1) ?? [];
  const said = parts.flatMap((part, index) =>
    part === undefined ? [] : [counted(Number(part), PERIOD_WORDS[index] ?? "")],
  );
  if (parts.length > 0 && said.every((part) => part.startsWith("0 "))) return "no time at all";
  return said.length === 0 ? period : said.join(" and ");
}
