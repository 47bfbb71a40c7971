import { describe, expect, it } from "vitest";
import { failureKey, type KnownFailure } from "./known-failures.ts";
import { judge } from "./run-cases.ts";

const listed = (part: string): KnownFailure => ({ id: "A", part, reason: "law is open", cite: undefined });
const known = (...parts: string[]) => new Map(parts.map((part) => [failureKey("A", part), listed(part)]));
const miss = (part: string) => ({ part, expected: "deny", got: "permit", why: "rule" });

describe("judge", () => {
  it.each([
    ["nothing differs", ["training"], [], [], "passed"],
    ["something differs", ["training"], ["training"], [], "failed"],
    ["a listed part differs", ["training"], ["training"], ["training"], "skipped"],
    ["a listed part passes", ["training"], [], ["training"], "failed"],
    ["a listed part is not compared", ["training"], [], ["retention"], "passed"],
    [
      "a listed part and another differ",
      ["training", "retention"],
      ["training", "retention"],
      ["training"],
      "failed",
    ],
    [
      "a listed part differs, the others pass",
      ["training", "retention"],
      ["retention"],
      ["retention"],
      "skipped",
    ],
  ] as const)("%s", (_, parts, differing, list, status) => {
    expect(judge("A", parts, differing.map(miss), known(...list)).status).toBe(status);
  });

  it("tells of a part that passes and is listed", () => {
    const { mismatches } = judge("A", ["training"], [], known("training"));
    expect(mismatches).toMatchObject([{ part: "training", got: "it passes", why: "take it off the list" }]);
  });

  it("keeps the lists of cases apart", () => {
    expect(judge("B", ["training"], [miss("training")], known("training")).status).toBe("failed");
  });
});
