import { ProvisoError } from "@proviso/core";
import { describe, expect, it } from "vitest";
import { errorText, exitCodeOf } from "./print-error.ts";
import { terminalOf } from "./terminal.ts";

const at = (argv: string[], env: Record<string, string> = {}) =>
  terminalOf({ argv, env, stdin: {}, stdout: {}, stderr: {} });

const wrong = new ProvisoError("POLICY_TYPE", "`a` is no `b`", {
  place: { file: "p.yaml", line: 3, column: 7, field: "rules[0].when" },
  hint: "compare like with like",
  cause: new Error("inner"),
});

describe("errorText", () => {
  it("says code, message, place and hint", () => {
    expect(errorText(wrong, at([]))).toBe(
      "error POLICY_TYPE: `a` is no `b`\n  at p.yaml:3:7: rules[0].when\n  hint: compare like with like\n",
    );
  });

  it("says no more than is known", () => {
    expect(errorText(new ProvisoError("USAGE", "no"), at([]))).toBe("error USAGE: no\n");
  });

  it("is JSON for machines", () => {
    expect(JSON.parse(errorText(wrong, at(["--json"])))).toEqual({
      error: {
        code: "POLICY_TYPE",
        message: "`a` is no `b`",
        place: { file: "p.yaml", line: 3, column: 7, field: "rules[0].when" },
        hint: "compare like with like",
      },
    });
  });

  it("shows stacks and causes only on request", () => {
    expect(errorText(wrong, at([]))).not.toContain("print-error.test");
    const debug = errorText(wrong, at([], { PROVISO_DEBUG: "1" }));
    expect(debug).toContain("print-error.test");
    expect(debug).toContain("caused by Error: inner");
  });

  it("says that an unexpected error is ours", () => {
    const text = errorText(new TypeError("x is undefined"), at([]));
    expect(text).toContain("error UNEXPECTED: x is undefined\n");
    expect(text).toContain("a fault of proviso");
    expect(text).not.toContain("print-error.test");
    expect(errorText("thrown text", at([]))).toContain("error UNEXPECTED: thrown text\n");
  });

  it("obeys nothing that stands in a path", () => {
    const error = new ProvisoError("NOT_FOUND", "no `\u001b[2J`", { place: { file: "a\nb\u202e" } });
    expect(errorText(error, at([]))).toBe("error NOT_FOUND: no `\\x1b[2J`\n  at a\\nb\\u{202e}\n");
  });
});

describe("exitCodeOf", () => {
  it.each([
    [new ProvisoError("USAGE", "x"), 2],
    [new ProvisoError("INTERRUPTED", "x"), 130],
    [new ProvisoError("NOT_FOUND", "x"), 1],
    [new Error("x"), 1],
    ["x", 1],
  ])("%s", (error, code) => expect(exitCodeOf(error)).toBe(code));
});
