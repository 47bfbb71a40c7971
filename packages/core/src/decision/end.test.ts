import { describe, expect, it } from "vitest";
import { endOf } from "./end.ts";

describe("endOf", () => {
  it.each([
    ["permit", "permit", "used"],
    ["deny", "permit", "cannot-tell"],
    ["deny", "deny", "not-used"],
  ] as const)("use %s, exposure %s: %s", (effect, exposure, end) => {
    expect(endOf({ use: effect, exposure })).toBe(end);
  });
});
