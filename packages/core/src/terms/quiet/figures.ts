/** Numbers and days **as reasons have them**. */

export const DAY = 86_400_000;

export function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 1 ? value.toFixed(2) : Math.round(value)} %`;
}

/** `2025-08-29`, UTC. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? "an unknown day" : date.toISOString().slice(0, 10);
}

/** `1 day`, `3 days`, `2 hours`; rounded down. */
export function spanOf(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  if (days > 0) return days === 1 ? "1 day" : `${days} days`;
  const hours = Math.max(0, Math.floor(milliseconds / 3_600_000));
  return hours === 1 ? "1 hour" : `${hours} hours`;
}
