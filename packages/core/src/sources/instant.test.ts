import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant } from "./instant.ts";

const NINE = Date.UTC(2026, 0, 5, 9);

describe("parseInstant", () => {
  it.each<[unknown, number | undefined]>([
    ["2026-01-05T09:00:00Z", NINE],
    ["2026-01-05T09:00:00.000Z", NINE],
    ["2026-01-05 09:00:00.000000", NINE],
    ["2026-01-05 09:00:00 UTC", NINE],
    ["2026-01-05T09:00:00", NINE],
    ["2026-01-05T09:00Z", NINE],
    ["2026-01-05T10:30:00+01:30", NINE],
    ["2026-01-05T04:00:00-0500", NINE],
    ["2026-01-05T10:00:00+01", NINE],
    ["2026-01-05T09:00:00.1239999Z", NINE + 123],
    ["2026-01-05T09:00:00,5Z", NINE + 500],
    ["2026-01-05", Date.UTC(2026, 0, 5)],
    ["2024-02-29", Date.UTC(2024, 1, 29)],
    ["2000-02-29", Date.UTC(2000, 1, 29)],
    [NINE / 1000, NINE],
    [NINE / 1000 + 0.001, NINE + 1],
    [NINE, NINE],
    [NINE * 1000 + 999, NINE],
    [String(NINE), NINE],
    [`${NINE / 1000}.6077936`, NINE + 608],
    [`${NINE}000000`, NINE],
    [`${NINE}999999`, NINE],
    ["2025-02-30T00:00:00Z", undefined],
    ["2025-02-29", undefined],
    ["1900-02-29", undefined],
    ["2025-13-01", undefined],
    ["2025-00-10", undefined],
    ["2025-04-31", undefined],
    ["2025-04-00", undefined],
    ["2025-04-01T24:00:00Z", undefined],
    ["2025-04-01T10:60:00Z", undefined],
    ["2025-04-01T10:00:61Z", undefined],
    ["2025-04-01T10:00:00+24:00", undefined],
    ["yesterday", undefined],
    ["5 Jan 2026", undefined],
    ["", undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [-1, undefined],
    [1e21, undefined],
    [null, undefined],
    [undefined, undefined],
    [true, undefined],
    [{}, undefined],
  ])("%j is %j", (value, expected) => {
    expect(parseInstant(value)).toBe(expected);
  });

  it("reads back every instant that a date can print", () => {
    const from = Date.UTC(1990, 0, 1);
    const to = Date.UTC(2199, 11, 31);
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (instant) => {
        expect(parseInstant(new Date(instant).toISOString())).toBe(instant);
        expect(parseInstant(`${instant}000000`)).toBe(parseInstant(instant));
      }),
    );
  });

  it("is a finite whole number or undefined, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.anything()), (value) => {
        const instant = parseInstant(value);
        expect(instant === undefined || Number.isSafeInteger(instant)).toBe(true);
      }),
    );
  });
});
