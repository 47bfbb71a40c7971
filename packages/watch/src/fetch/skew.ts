/** A server whose clock is far from ours; its times are told, and never used for when something was seen. */
import type { HealthSignal } from "../health/signals.ts";
import type { FetchOptions } from "./fetch-options.ts";

export function skewOf(
  headers: Readonly<Record<string, string>>,
  { now, maxSkewMs }: Pick<FetchOptions, "now" | "maxSkewMs">,
): readonly HealthSignal[] {
  const date = Date.parse(headers["date"] ?? "");
  if (Number.isNaN(date)) return [];
  // A cache on the way passes on the date on which it was given the page, and says how long ago that was.
  const age = /^\d{1,9}$/.test(headers["age"] ?? "") ? Number(headers["age"]) * 1_000 : 0;
  const off = date + age - now();
  if (Math.abs(off) <= maxSkewMs) return [];
  const minutes = Math.round(Math.abs(off) / 60_000);
  const reason = `the server's clock is ${minutes} minutes ${off > 0 ? "ahead of" : "behind"} ours`;
  return [{ signal: "clock-skew", reason }];
}
