import { describe, expect, it } from "vitest";
import { bytesText, counted, durationText, instantText, periodText } from "./words.ts";

describe("words", () => {
  it.each([
    [999, "999 B"],
    [1500, "1.5 kB"],
    [123_456_789, "123 MB"],
    [9_960_000_000, "10.0 GB"],
  ])("%i bytes are %s", (bytes, text) => expect(bytesText(bytes)).toBe(text));

  it.each([
    [0.2, "1 s"],
    [61, "2 min"],
    [3600, "1 h 0 min"],
  ])("%d seconds are %s", (seconds, text) => expect(durationText(seconds)).toBe(text));

  it.each([
    ["P5Y", "5 years"],
    ["P1Y6M", "1 year and 6 months"],
    ["P30D", "30 days"],
    ["PT72H", "72 hours"],
    ["P0D", "no time at all"],
    ["account.retention", "account.retention"],
  ])("%s is %s", (period, text) => expect(periodText(period)).toBe(text));

  it.each([
    [Date.UTC(2025, 9, 8), "2025-10-08"],
    [Date.UTC(2025, 9, 8, 12, 30), "2025-10-08 12:30 UTC"],
    [Date.UTC(2025, 9, 8, 12, 30, 5), "2025-10-08 12:30:05 UTC"],
  ])("%i is %s", (ms, text) => expect(instantText(ms)).toBe(text));

  it("counts", () => {
    expect(counted(1, "chat")).toBe("1 chat");
    expect(counted(1200, "copy", "copies")).toBe("1,200 copies");
  });
});
