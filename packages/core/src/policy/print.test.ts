import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryExpr, arbitraryPolicy } from "../../test/generate-policy.ts";
import { parseCondition } from "./cel.ts";
import { checkExpr } from "./check.ts";
import type { Expr } from "./expr.ts";
import { parsePolicy } from "./parse.ts";
import type { Policy } from "./policy.ts";
import { printPolicy } from "./print.ts";
import { printExpr } from "./print-expr.ts";

function withoutSpans<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutSpans) as T;
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).filter(([key]) => key !== "span");
  return Object.fromEntries(parts.map(([key, part]) => [key, withoutSpans(part)])) as T;
}

describe("printExpr", () => {
  test.each([
    [
      "(account.minor || account.minor) && account.minor",
      "(account.minor || account.minor) && account.minor",
    ],
    ["account.minor || (account.minor && account.minor)", "account.minor || account.minor && account.minor"],
    ["account.minor && (account.minor && account.minor)", "account.minor && account.minor && account.minor"],
    ["!(account.minor)", "!account.minor"],
    ["!(account.plan == 'x')", '!(account.plan == "x")'],
    ["(account.minor ? true : false) ? true : false", "(account.minor ? true : false) ? true : false"],
    [
      "account.minor ? true : (account.minor ? true : false)",
      "account.minor ? true : account.minor ? true : false",
    ],
    ["(query.at + period('1mo')) < query.at", 'query.at + period("P1M") < query.at'],
    ["(query.at < query.at) == (query.at < query.at)", "query.at < query.at == (query.at < query.at)"],
    ["timestamp('2025-10-08T02:00:00+02:00') < query.at", 'timestamp("2025-10-08") < query.at'],
    [`account.plan == "a\\"b\\\\c\\n"`, `account.plan == "a\\"b\\\\c\\n"`],
  ])("%s", (text, canonical) => {
    expect(printExpr(parseCondition(text))).toBe(canonical);
  });

  test("what it prints is read back as it was", () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryExpr("bool"), arbitraryExpr("timestamp"), arbitraryExpr("string")),
        (expr) => {
          expect(withoutSpans(parseCondition(printExpr(expr)))).toEqual(expr);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("a span holds the text of its node", () => {
    fc.assert(
      fc.property(arbitraryExpr("bool"), (expr) => {
        const text = printExpr(expr);
        for (const node of nodesOf(parseCondition(text))) {
          const part = text.slice(node.span?.start, node.span?.end);
          expect(withoutSpans(parseCondition(part, new Map()))).toEqual(withoutSpans(node));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("generated conditions are well typed", () => {
    fc.assert(
      fc.property(arbitraryExpr("bool", { items: false }), (expr) => {
        expect(checkExpr(expr, "bool", false)).toEqual([]);
      }),
    );
  });
});

describe("printPolicy", () => {
  test("what it prints is read back as it was", () => {
    fc.assert(
      fc.property(arbitraryPolicy(), (policy) => {
        const text = printPolicy(policy);
        const read: Policy = parsePolicy(text, "generated.yaml").policy;
        expect(withoutSpans(read)).toEqual(policy);
        expect(printPolicy(read)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});

function nodesOf(expr: Expr): readonly Expr[] {
  const parts: Expr[] = [];
  for (const part of Object.values(expr)) {
    if (typeof part === "object" && part !== null && "kind" in part) parts.push(part as Expr);
  }
  return [expr, ...parts.flatMap(nodesOf)];
}
