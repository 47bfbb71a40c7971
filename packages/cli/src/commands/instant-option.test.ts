import { ProvisoError } from "@proviso/core";
import { describe, expect, it } from "vitest";
import { parseInstantOption } from "./instant-option.ts";

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

describe("parseInstantOption", () => {
  it.each([
    ["now", NOW],
    ["NOW", NOW],
    ["2025-10-08", Date.UTC(2025, 9, 8)],
    ["2025-10-08T12:00:00Z", Date.UTC(2025, 9, 8, 12)],
    ["2025-10-08t12:00:00.250z", Date.UTC(2025, 9, 8, 12, 0, 0, 250)],
    ["2025-10-08 12:00+02:00", Date.UTC(2025, 9, 8, 10)],
    ["2024-02-29", Date.UTC(2024, 1, 29)],
  ])("reads %s", (text, ms) => expect(parseInstantOption("--at", text, NOW)).toBe(ms));

  it.each([
    ["8 October 2025", "is not a date", "2025-10-08T12:00:00Z"],
    ["08/10/2025", "is not a date", "2025-10-08"],
    ["", "is not a date", "now"],
    ["2025-10-08T12:00:00", "has no offset from UTC", "`2025-10-08T12:00:00Z`"],
    ["2025-02-30", "is not in the calendar", "2025-10-08"],
    ["2025-13-01", "is not in the calendar", "2025-10-08"],
    ["2025-02-30T10:00:00Z", "is not in the calendar", "2025-10-08"],
    ["2025-10-08T25:00:00Z", "is not in the calendar", "2025-10-08"],
    ["1759881600000", "is not a date", "now"],
  ])("refuses %s and says what would be right", (text, problem, hint) => {
    try {
      parseInstantOption("--at", text, NOW);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ProvisoError)) throw error;
      expect(error.code).toBe("USAGE");
      expect(error.message).toBe(`\`${text}\` for \`--at\` ${problem}`);
      expect(error.hint).toContain(hint);
    }
  });
});
