/** Instant -> `2025-08-29`, in UTC; a year that the calendar has not is said as it came */
export function dayOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString().slice(0, 10);
}
