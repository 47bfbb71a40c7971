import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryPolicy } from "../../test/generate-policy.ts";
import { ProvisoError } from "../errors.ts";
import { checkPolicy, parsePolicy } from "./parse.ts";
import { printPolicy } from "./print.ts";

const HEAD = "policy: v/p\nversion: 1.10\ntitle: T\nproduct: v/p\n";
const RULE = "rules:\n  - id: a.b-1\n    deny: [share]\n    cite: d#1\n";

describe("parsePolicy", () => {
  test("takes every scalar as it is written", () => {
    const { policy } = parsePolicy(`${HEAD}supersedes: 1.0\npurposes: [share]\n`, "p.yaml");
    expect([policy.version, policy.supersedes]).toEqual(["1.10", "1.0"]);
  });

  test("reads Windows line ends and a byte order mark", () => {
    const text = `\uFEFF${HEAD}purposes: [share]\ndocuments: { d: { title: T, version: 1 } }\n${RULE}    when: acount.minor\n`;
    const { errors } = checkPolicy(text.replaceAll("\n", "\r\n"), "p.yaml");
    expect(errors.map(({ code, place }) => [code, place.line, place.column])).toEqual([
      ["POLICY_UNKNOWN_FACT", 11, 11],
    ]);
  });

  test("gives ids and reasons their defaults", () => {
    const clock = "{ copy: back-end, bound: none, cite: d }";
    const text = `${HEAD}purposes: [share]\ndocuments: { d: { title: T, version: 1 } }\n${RULE}clocks:\n  - ${clock}\n  - ${clock}\n  - { id: back-end-2, copy: x, bound: none, cite: d }\n`;
    const { policy } = parsePolicy(text, "p.yaml");
    expect(policy.rules.map((rule) => rule.reason)).toEqual(["A_B_1"]);
    expect(policy.clocks.map((one) => one.id)).toEqual(["back-end", "back-end-3", "back-end-2"]);
  });

  test("a broken definition is reported once, not where it is used", () => {
    const text = `${HEAD}purposes: [share]\ndocuments: { d: { title: T, version: 1 } }\ndefine: { x: account.mino }\n${RULE}    when: x && account.minor\n`;
    expect(checkPolicy(text, "p.yaml").errors.map((error) => error.place.field)).toEqual(["define.x"]);
  });

  test("names from JavaScript's own objects are names like others", () => {
    const documents =
      "documents: { __proto__: { title: T, version: 1 }, constructor: { title: T, version: 1 } }\n";
    const text = `${HEAD}purposes: [share]\n${documents}${RULE.replace("d#1", "__proto__#1")}`;
    const { policy, findings } = parsePolicy(text, "p.yaml");
    expect(Object.keys(policy.documents)).toEqual(["__proto__", "constructor"]);
    expect(findings.map((one) => one.message)).toEqual(["document `constructor` is never cited"]);
    expect(checkPolicy(text.replace("__proto__#1", "toString"), "p.yaml").errors[0]?.message).toBe(
      "there is no document `toString`",
    );
  });

  test("conditions too deep or too long are refused, not run into", () => {
    const deep = `${"(".repeat(5_000)}account.minor${")".repeat(5_000)}`;
    const long = Array.from({ length: 5_000 }, () => "account.minor").join(" && ");
    for (const condition of [deep, long, `${"!".repeat(5_000)}account.minor`]) {
      const { errors } = checkPolicy(`${HEAD}purposes: []\ntarget: "${condition}"\n`, "p.yaml");
      expect(errors.map((error) => error.code)).toEqual(["POLICY_SYNTAX"]);
    }
    const wide = Array.from({ length: 600 }, () => "account.minor").join(" && ");
    expect(checkPolicy(`${HEAD}purposes: []\ntarget: ${wide}\n`, "p.yaml").errors).toEqual([]);
  });

  test("definitions that double each other are refused, not written out", () => {
    const doubling = Array.from({ length: 30 }, (_, index) => `  a${index + 1}: a${index} && a${index}`);
    const text = `${HEAD}purposes: []\ndefine:\n  a0: account.minor\n${doubling.join("\n")}\ntarget: a30\n`;
    const { errors } = checkPolicy(text, "p.yaml");
    expect(errors.map(({ code, place }) => [code, place.field])).toEqual([["POLICY_SYNTAX", "define.a14"]]);
  });

  test("whatever is written, there is a policy or an error with its place", () => {
    const text = arbitraryPolicy().map(printPolicy);
    const piece = fc.constantFrom(
      "",
      " ",
      "\n",
      "  ",
      "- ",
      ": ",
      "!",
      "(",
      ")",
      '"',
      "'",
      "&&",
      "=",
      "{",
      "]",
      "#",
      "*a",
      "&a ",
      "\t",
      "|\n",
      "0",
      "é",
      "💬",
      "__proto__",
    );
    const change = fc.record({ at: fc.nat(), drop: fc.nat({ max: 5 }), piece });
    fc.assert(
      fc.property(text, fc.array(change, { minLength: 1, maxLength: 3 }), (valid, changes) => {
        let broken = valid;
        for (const { at, drop, piece: put } of changes) {
          const from = at % (broken.length + 1);
          broken = broken.slice(0, from) + put + broken.slice(from + drop);
        }
        const { policy, errors } = checkPolicy(broken, "p.yaml");
        expect(policy === undefined).toBe(errors.length > 0);
        const lines = broken.split("\n").length;
        for (const error of errors) {
          expect(error).toBeInstanceOf(ProvisoError);
          expect(error.place.line).toBeGreaterThanOrEqual(1);
          expect(error.place.line).toBeLessThanOrEqual(lines);
          expect(error.place.column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 400 },
    );
  });
});
