import { describe, expect, test } from "vitest";
import { ProvisoError } from "../errors.ts";
import { parseCondition } from "./cel.ts";
import type { Expr } from "./expr.ts";
import { printExpr } from "./print-expr.ts";

const definitions = new Map<string, Expr>([["constructor", parseCondition("account.minor")]]);

function refusal(text: string): ProvisoError {
  try {
    parseCondition(text, definitions);
  } catch (error) {
    if (error instanceof ProvisoError) return error;
    throw error;
  }
  throw new Error(`\`${text}\` was accepted`);
}

describe("parseCondition", () => {
  test.each([
    ["has(feedback.at) // sent", "has(feedback.at)"],
    ["constructor && account.minor", "constructor && account.minor"],
    ["account.plan == r'a\\b'", 'account.plan == "a\\\\b"'],
    ['account.plan == """a"b"""', 'account.plan == "a\\"b"'],
    ['"free" == account.plan', '"free" == account.plan'],
    [
      "query.at + period('1w') - period('1d') < query.at",
      'query.at + period("P7D") - period("P1D") < query.at',
    ],
  ])("reads %s", (text, printed) => {
    expect(printExpr(parseCondition(text, definitions))).toBe(printed);
  });

  test.each<[string, number, number, RegExp, RegExp | undefined]>([
    ["account.minor === true", 1, 15, /^`===` is not part/, /`==`/],
    ["account.minor <> true", 1, 15, /^`<>` is not part/, /`!=`/],
    ["account.plan == “free”", 1, 17, /^`“` is not part/, /straight quotes/],
    ["account.minor)", 1, 14, /^`\)` closes nothing/, undefined],
    ["account.minor\n  || in", 2, 6, /a value is missing/, undefined],
    ["for", 1, 1, /^`for` is not part/, undefined],
    ["conversation", 1, 1, /neither a fact nor defined/, /`conversation.plan`/],
    ["constructor(account.minor)", 1, 1, /^`constructor\(account.minor\)` is not part/, undefined],
    ["account.toString", 1, 1, /there is no fact/, undefined],
    ["toString(true).valueOf()", 1, 1, /is not part/, undefined],
    ["account.minor constructor", 1, 15, /an operator is missing/, undefined],
    ["query.at + organisation.retention > query.at", 1, 1, /is not part/, /can be moved/],
    ["duration('1h') < duration('2h')", 1, 1, /`duration\('1h'\)` is not part/, /period/],
    ['period("5y") + query.at > query.at', 1, 1, /is not part/, /can be moved/],
    ["account.plan in account.region", 1, 1, /is not part/, /comes a list/],
    ["account.plan[0] == 'x'", 1, 1, /`account.plan\[0\]` is not part/, /no parts/],
    ["-account.minor", 1, 1, /is not part/, /no numbers/],
    ["{'a': 1} == {}", 1, 1, /`\{'a': 1\}` is not part/, undefined],
    ["b'x' == account.plan", 1, 1, /`b'x'` is not part/, undefined],
    ["account.minor ? true", 1, 15, /is not a condition/, /CEL/],
    ["", 1, 1, /the condition is empty/, undefined],
  ])("refuses %s", (text, line, column, message, hint) => {
    const error = refusal(text);
    expect(error.message).toMatch(message);
    expect([error.place.line, error.place.column]).toEqual([line, column]);
    if (hint !== undefined) expect(error.hint).toMatch(hint);
  });
});
