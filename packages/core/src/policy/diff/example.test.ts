/** Small changes whose statements are known beforehand. */
import { describe, expect, it } from "vitest";
import { FACT_INDEX } from "../../facts/vocabulary.ts";
import { parsePolicy } from "../parse.ts";
import type { Policy } from "../policy.ts";
import { printExpr } from "../print-expr.ts";
import { diff } from "./diff.ts";

function policy(body: string, version = "1"): Policy {
  const head = [
    "policy: vendor/consumer",
    `version: "${version}"`,
    "title: Terms",
    "product: vendor/product",
    "documents: { terms: { title: Terms, version: '1' } }",
    "purposes: [train-general, train-safety]",
  ];
  return parsePolicy(`${head.join("\n")}\n${body}`, "test.yaml").policy;
}

const rule = (effect: "permit" | "deny", id: string, when: string, more = ""): string =>
  `  - { id: ${id}, ${effect}: [train-general], when: '${when}', cite: [terms]${more} }\n`;

function rules(...lines: readonly string[]): Policy {
  return policy(lines.length === 0 ? "" : `rules:\n${lines.join("")}`);
}

function uses(before: Policy, after: Policy): readonly string[] {
  return diff(before, after).uses.map(({ before: a, after: b, on, unknown }) => {
    const when = on[0]?.when;
    const said = when === undefined ? "" : ` ${printExpr(when)}`;
    return `${a.map((side) => `${side.effect} ${side.reason}`)} -> ${b.map((side) => `${side.effect} ${side.reason}`)}${unknown ? " (unknown)" : said}`;
  });
}

describe("changes of rules", () => {
  it("tells a dropped rule with its condition", () => {
    const granted = rule("permit", "granted", 'training.choice == "granted"');
    const deleted = rule("deny", "deleted", "has(conversation.deletedAt)");
    expect(uses(rules(deleted, granted), rules(granted))).toEqual([
      'deny DELETED -> permit GRANTED training.choice == "granted" && has(conversation.deletedAt)',
      'deny DELETED -> deny NO_RULE has(conversation.deletedAt) && training.choice != "granted"',
      "open UNKNOWN_FACTS -> permit GRANTED (unknown)",
      "deny DELETED -> open UNKNOWN_FACTS (unknown)",
    ]);
  });

  it("tells a moved bound by the stretch between", () => {
    const until = (years: number): Policy =>
      rules(rule("permit", "feedback", `has(feedback.at) && query.at < feedback.at + period("P${years}Y")`));
    const { uses: changes, verdict } = diff(until(10), until(5));
    expect(verdict).toBe("different");
    const when = changes.find(({ unknown }) => !unknown)?.on[0]?.when;
    expect(when && printExpr(when)).toBe(
      'has(feedback.at) && query.at < feedback.at + period("P10Y") && !(has(feedback.at) && query.at < feedback.at + period("P5Y"))',
    );
  });

  it.each([
    ["the calendar", 'has(feedback.at) && feedback.at + period("P1M") < feedback.at'],
    ["the course of events", "conversation.createdAt > query.at"],
    ["what a choice leaves behind", 'training.choice == "refused" && has(training.grantedAt)'],
  ])("passes over what %s makes impossible, but for facts that are not known", (_, when) => {
    const { uses: changes } = diff(rules(), rules(rule("permit", "never", when)));
    expect(changes.map(({ after, unknown }) => [after[0]?.effect, unknown])).toEqual([["open", true]]);
  });

  it("does not call equal what differs for unknown facts only", () => {
    const either = rule("permit", "all", "account.minor || !account.minor");
    const always = rule("permit", "all", "true");
    const found = diff(rules(either), rules(always));
    expect(found.verdict).toBe("different");
    expect(found.uses.map(({ unknown }) => unknown)).toEqual([true]);
    expect(found.uses[0]?.witness?.[FACT_INDEX["account.minor"]]).toBeUndefined();
  });

  it("proves rules that cannot meet equal in any order", () => {
    const one = rule("deny", "minor", "account.minor");
    const two = rule("permit", "adult", "!account.minor");
    expect(diff(rules(one, two), rules(two, one)).verdict).toBe("equal");
    expect(diff(rules(one), rules(rule("deny", "minor", "!(!account.minor)"))).verdict).toBe("equal");
  });

  it("tells obligations that come and go, and no change of citation or advice", () => {
    const plain = rule("permit", "all", "true");
    const bound = rule("permit", "all", "true", ", obligations: [delink-user-id]");
    expect(diff(rules(plain), rules(bound)).uses[0]?.after[0]?.obligations).toEqual(["delink-user-id"]);
    expect(diff(rules(plain), rules(rule("permit", "all", "true", ", advice: [Ask]"))).verdict).toBe("equal");
  });
});

describe("changes around the rules", () => {
  it("tells whom it newly governs", () => {
    const [free, all] = ['target: conversation.plan == "free"', ""].map((line) => policy(line));
    if (free === undefined || all === undefined) throw new Error("two policies");
    const { targets } = diff(free, all);
    expect(targets.map(({ before, after, unknown }) => [before, after, unknown])).toEqual([
      ["no", "yes", false],
      ["maybe", "yes", true],
    ]);
  });

  it("tells clocks by copy: what no longer runs and what newly does", () => {
    const clock = (line: string): Policy => policy(`clocks:\n  - { ${line}, cite: [terms] }`);
    const month = clock("copy: back-end, atMost: 30d, from: conversation.deletedAt");
    const year = clock("copy: back-end, atMost: 1y, from: conversation.deletedAt");
    const [change] = diff(month, year).keeps;
    expect([change?.before[0]?.period, change?.after[0]?.period]).toEqual(["P30D", "P1Y"]);
    expect(diff(month, clock("copy: back-end, atMost: P30DT0H, from: conversation.deletedAt")).verdict).toBe(
      "equal",
    );
    expect(diff(year, clock("copy: back-end, atMost: 12mo, from: conversation.deletedAt")).verdict).toBe(
      "equal",
    );
  });

  it("tells when it binds, and purposes that come and go", () => {
    const dated = policy("effective: { from: 2025-10-08 }");
    expect(diff(policy(""), dated)).toMatchObject({
      verdict: "different",
      effective: { after: { fixed: [{}] } },
    });
  });
});
