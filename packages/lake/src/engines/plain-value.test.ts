import { describe, expect, it } from "vitest";
import { instant, realNumber, wholeNumber } from "./plain-value.ts";

describe("values as engines write them", () => {
  it.each([
    ["2025-10-08", "2025-10-08"],
    ["2025-10-08 23:59:59", "2025-10-08 23:59:59"],
    ["2025-10-08 23:59:59.120000", "2025-10-08 23:59:59.12"],
    ["2025-10-08 23:59:59.000000", "2025-10-08 23:59:59"],
    ["2025-10-08 23:59:59.123456+00", "2025-10-08 23:59:59.123456"],
    ["2025-10-08 23:59:59.100 UTC", "2025-10-08 23:59:59.1"],
    ["+10000-01-01 00:00:00", "10000-01-01 00:00:00"],
    ["10000-01-01", "10000-01-01"],
    ["0044-03-15 00:00:00 BC", "-0043-03-15 00:00:00"],
    ["0001-01-01 BC", "0000-01-01"],
    ["-0043-03-15 00:00:00", "-0043-03-15 00:00:00"],
  ])("%s is %s", (text, plain) => expect(instant(text)).toBe(plain));

  it.each(["infinity", "-infinity", "2025-10-08 23:59:59 Europe/Paris", "2025-10-08 23:59:59+02", "soon"])(
    "%s stays what it is",
    (text) => expect(instant(text)).toBe(text),
  );

  it("gives no number that is not the one that was written", () => {
    expect(wholeNumber("-9007199254740991")).toBe(-9_007_199_254_740_991);
    expect(wholeNumber("9007199254740993")).toBe("9007199254740993");
    expect(realNumber("0.1")).toBe(0.1);
    expect(["NaN", "Infinity", "-Infinity"].map(realNumber)).toEqual(["NaN", "Infinity", "-Infinity"]);
  });
});
