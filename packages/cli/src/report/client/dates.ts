/**
 * Instants as people read them: UTC, ISO 8601 order, no weekday, no locale.
 */
export const DAY_MS = 86_400_000;

/** `2026-03-09`, or a dash where there is none. */
export function dateText(at: number | null | undefined): string {
  return iso(at)?.slice(0, 10) ?? "–";
}

/** `2026-03-09 14:05 UTC`. */
export function timeText(at: number | null | undefined): string {
  const text = iso(at);
  return text === undefined ? "–" : `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}

export function yearOf(at: number): number {
  return new Date(at).getUTCFullYear();
}

/** Months since year 0, so that neighbours differ by one. */
export function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** Rounded to what matters at that distance: `in 3 years`, `12 days ago`. */
export function distanceText(at: number, from: number): string {
  const days = Math.round((at - from) / DAY_MS);
  const size = Math.abs(days);
  if (size === 0) return "the same day";
  const [number, unit] =
    size < 60
      ? [size, "day"]
      : size < 730
        ? [Math.round(size / 30.44), "month"]
        : [Math.round(size / 365.25), "year"];
  const words = `${number} ${unit}${number === 1 ? "" : "s"}`;
  return days > 0 ? `in ${words}` : `${words} ago`;
}

function iso(at: number | null | undefined): string | undefined {
  // 8.64e15 is the last instant a Date can hold.
  if (at === null || at === undefined || !(Math.abs(at) <= 8.64e15)) return undefined;
  const text = new Date(at).toISOString();
  return text.length === 24 ? text : undefined;
}
