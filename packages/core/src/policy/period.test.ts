import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ProvisoError } from "../errors.ts";
import { addPeriod, type Period, parsePeriod, printPeriod } from "./period.ts";

const period = fc.record({
  years: fc.integer({ min: 0, max: 30 }),
  months: fc.integer({ min: 0, max: 40 }),
  days: fc.integer({ min: 0, max: 800 }),
  hours: fc.integer({ min: 0, max: 200 }),
});
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(1890, 0, 1), max: Date.UTC(2200, 0, 1) }),
  fc
    .record({ year: fc.integer({ min: 1999, max: 2101 }), month: fc.integer({ min: 0, max: 11 }) })
    .map(({ year, month }) => Date.UTC(year, month + 1, 0, 13, 14, 15, 16)),
);
const sign = fc.constantFrom<1 | -1>(1, -1);

/** Walks one month at a time on a paper calendar, then adds days and hours. */
function oracle(ms: number, add: Period, direction: 1 | -1): number {
  const date = new Date(ms);
  let year = date.getUTCFullYear();
  let month = date.getUTCMonth();
  for (let left = add.years * 12 + add.months; left > 0; left -= 1) {
    month += direction;
    if (month === 12) [year, month] = [year + 1, 0];
    if (month === -1) [year, month] = [year - 1, 11];
  }
  let day = date.getUTCDate();
  while (new Date(Date.UTC(year, month, day)).getUTCMonth() !== month) day -= 1;
  const time = ms - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return Date.UTC(year, month, day + direction * add.days, direction * add.hours) + time;
}

describe("parsePeriod", () => {
  test.each([
    ["5y", "P5Y"],
    ["6mo", "P6M"],
    ["30d", "P30D"],
    ["72h", "PT72H"],
    ["2w", "P14D"],
    ["1y6mo", "P1Y6M"],
    ["P5Y", "P5Y"],
    ["P6M", "P6M"],
    ["P30D", "P30D"],
    ["PT72H", "PT72H"],
    ["P1Y6M", "P1Y6M"],
    ["P1Y6M3DT4H", "P1Y6M3DT4H"],
    ["0d", "P0D"],
    ["P12M", "P12M"],
  ])("reads %s as %s", (text, canonical) => {
    expect(printPeriod(parsePeriod(text))).toBe(canonical);
  });

  test.each([
    "",
    "P",
    "PT",
    "5",
    "5m",
    "5 years",
    "-5y",
    "1.5y",
    "P5",
    "p5y",
    "PT5M",
    "6mo1y",
    "30D",
    "2000y",
  ])("refuses `%s`", (text) => {
    expect(() => parsePeriod(text)).toThrow(ProvisoError);
  });

  test("says how months are written", () => {
    expect(() => parsePeriod("6m")).toThrow(
      expect.objectContaining({ hint: expect.stringContaining("6mo") }),
    );
  });

  test("reads back what it prints", () => {
    fc.assert(
      fc.property(period, (value) => {
        expect(parsePeriod(printPeriod(value))).toEqual(value);
      }),
    );
  });
});

describe("addPeriod", () => {
  test.each([
    ["2024-01-31", "1mo", 1, "2024-02-29"],
    ["2023-01-31", "1mo", 1, "2023-02-28"],
    ["2024-02-29", "1y", 1, "2025-02-28"],
    ["2024-02-29", "4y", 1, "2028-02-29"],
    ["2024-03-31", "1mo", -1, "2024-02-29"],
    ["2025-01-31", "P1M1D", 1, "2025-03-01"],
    ["2025-12-31", "2mo", 1, "2026-02-28"],
    ["2025-01-15", "13mo", -1, "2023-12-15"],
    ["1900-01-31", "1mo", 1, "1900-02-28"],
    ["2000-01-31", "1mo", 1, "2000-02-29"],
  ] as const)("%s and %s (%i) is %s", (from, text, direction, until) => {
    expect(addPeriod(Date.parse(from), parsePeriod(text), direction)).toBe(Date.parse(until));
  });

  test("agrees with a calendar walked month by month", () => {
    fc.assert(
      fc.property(instant, period, sign, (ms, add, direction) => {
        expect(addPeriod(ms, add, direction)).toBe(oracle(ms, add, direction));
      }),
      { numRuns: 500 },
    );
  });

  const temporal = (globalThis as { Temporal?: TemporalLike }).Temporal;
  test.skipIf(temporal === undefined)("agrees with Temporal (skipped: this runtime has none)", () => {
    fc.assert(
      fc.property(instant, period, sign, (ms, add, direction) => {
        const start = temporal?.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("UTC");
        const moved = direction === 1 ? start?.add(add) : start?.subtract(add);
        expect(addPeriod(ms, add, direction)).toBe(moved?.epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });

  test("stays in the range of dates", () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), period, sign, (ms, add, direction) => {
        expect(addPeriod(ms, add, direction)).not.toBeNaN();
      }),
    );
  });
});

interface ZonedLike {
  readonly epochMilliseconds: number;
  add(period: Period): ZonedLike;
  subtract(period: Period): ZonedLike;
}
interface TemporalLike {
  readonly Instant: { fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(zone: string): ZonedLike } };
}
