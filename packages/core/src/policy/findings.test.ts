import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryPolicy, arbitrarySlots, FEW_FACTS } from "../../test/generate-policy.ts";
import type { Slot } from "../facts/facts.ts";
import { parsePolicy } from "./parse.ts";
import type { Policy, Rule } from "./policy.ts";
import { ruleFindings } from "./rule-findings.ts";
import { appliesTo } from "./spec/decide.ts";
import { truthOf } from "./spec/evaluate.ts";

/** `permit`/`deny` and a condition per line, as one policy about one purpose. */
function policyOf(lines: readonly string[], target?: string): Policy {
  const rules = lines.map((line, index) => {
    const [effect = "", scope = "", ...when] = line.split(" ");
    const condition = when.length === 0 ? "" : `\n    when: >-\n      ${when.join(" ")}`;
    return `  - id: r${index + 1}\n    ${effect}: [train-general]\n    scope: ${scope}${condition}\n    cite: t`;
  });
  const text = [
    "policy: v/p\nversion: 1\ntitle: t\nproduct: v/p\npurposes: [train-general]",
    "documents: { t: { title: t, version: 1 } }",
    ...(target === undefined ? [] : [`target: >-\n  ${target}`]),
    `rules:\n${rules.join("\n")}`,
  ].join("\n");
  return parsePolicy(text, "test.yaml").policy;
}

describe("rules that never decide", () => {
  test.each<[string, string[], string[]]>([
    [
      "a closed fact that cannot have both values",
      ['permit conversation conversation.mode == "incognito" && conversation.mode == "temporary"'],
      ["dead r1"],
    ],
    [
      "the same condition twice",
      ["deny conversation account.minor", "permit conversation account.minor"],
      ["shadowed r2 by r1"],
    ],
    [
      "both sides of a boolean",
      ["deny conversation account.minor", "deny conversation !account.minor", "permit conversation"],
      ["shadowed r3 by r1 r2"],
    ],
    [
      "all values of a closed fact",
      [
        'deny conversation conversation.mode in ["ordinary", "incognito"]',
        'deny conversation conversation.mode == "temporary"',
        "permit conversation",
      ],
      ["shadowed r3 by r1 r2"],
    ],
    [
      "two values of an open fact leave others",
      [
        'deny conversation account.plan == "a"',
        'deny conversation account.plan != "a" && account.plan == "b"',
        "permit conversation",
      ],
      [],
    ],
    [
      "has and not has",
      ["deny conversation has(feedback.at)", "deny conversation !has(feedback.at)", "permit conversation"],
      ["shadowed r3 by r1 r2"],
    ],
    [
      "an ordering implies has",
      ["permit conversation !has(feedback.at) && feedback.at < query.at"],
      ["dead r1"],
    ],
    [
      "an ordering that may stumble catches not all",
      [
        "deny conversation feedback.at < query.at",
        "deny conversation feedback.at >= query.at",
        "permit conversation",
      ],
      [],
    ],
    [
      "orderings of instants that are there",
      ["deny conversation item.at < query.at || query.at == query.at", "permit conversation"].map((line) =>
        line.replace("item.at", "conversation.createdAt"),
      ),
      ["shadowed r2 by r1"],
    ],
    [
      "both directions of one ordering",
      [
        "deny conversation conversation.createdAt < query.at",
        "deny conversation query.at <= conversation.createdAt",
        "permit conversation",
      ],
      ["shadowed r3 by r1 r2"],
    ],
    [
      "an earlier date implies a later one",
      [
        'deny conversation query.at < timestamp("2025-10-08")',
        'permit conversation query.at < timestamp("2025-09-28")',
      ],
      ["shadowed r2 by r1"],
    ],
    [
      "a later date does not imply an earlier one",
      [
        'deny conversation query.at < timestamp("2025-09-28")',
        'permit conversation query.at < timestamp("2025-10-08")',
      ],
      [],
    ],
    [
      "a moved literal is a literal",
      [
        'permit conversation query.at < timestamp("2025-01-31") && query.at > timestamp("2025-01-31") + period("1mo")',
      ],
      ["dead r1"],
    ],
    ["item rules do not decide conversations", ["deny item", "deny conversation"], []],
    [
      "conversation rules decide items",
      ["deny conversation", "permit item item.pasted"],
      ["shadowed r2 by r1"],
    ],
    ["a permit whose every item is denied", ["deny item", "permit conversation"], ["hollow r2 by r1"]],
    [
      "only the rules that matter are named",
      ["deny conversation account.minor", "deny conversation", "permit conversation"],
      ["shadowed r3 by r2"],
    ],
    ["a conditional", ['permit conversation (account.minor ? "a" : "b") == "c"'], ["dead r1"]],
  ])("%s", (_what, lines, expected) => {
    expect(ruleFindings(policyOf(lines)).map(shown)).toEqual(expected);
  });

  test("the target rules a rule out", () => {
    const [found, ...others] = ruleFindings(
      policyOf(
        ['deny conversation account.plan == "enterprise"', "permit conversation"],
        'account.plan in ["free", "pro"]',
      ),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      kind: "dead",
      about: "rules.r1.when",
      hint: "the policy's `target` rules it out",
    });
  });

  test("conditions that are too many to search are said to be unchecked", () => {
    const policy = policyOf([
      'deny conversation account.plan == "free"',
      "permit conversation account.minor",
    ]);
    expect(ruleFindings(policy, 4).map((one) => one.kind)).toEqual(["unchecked"]);
    expect(ruleFindings(policy)).toEqual([]);
  });

  const worlds = fc.array(arbitrarySlots({ known: true }), { minLength: 20, maxLength: 20 });
  test("no false alarm: in no world is such a rule the first to apply", () => {
    const seen = { dead: 0, shadowed: 0, hollow: 0 };
    fc.assert(
      fc.property(arbitraryPolicy({ facts: FEW_FACTS }), worlds, (policy, all) => {
        for (const finding of ruleFindings(policy)) {
          if (finding.kind !== "dead" && finding.kind !== "shadowed" && finding.kind !== "hollow") continue;
          if (!finding.about.startsWith("rules.")) continue;
          seen[finding.kind] += 1;
          const rule = policy.rules.find((one) => finding.about.split(".")[1] === one.id);
          const levels = finding.kind === "hollow" || rule?.scope === "item" ? [true] : [false, true];
          const purposes = finding.kind === "dead" ? rule?.purposes : finding.purposes;
          for (const purpose of purposes ?? []) {
            for (const slots of all.filter((one) => truthOf(policy.target, one) !== false)) {
              for (const item of levels) expect(first(policy, purpose, slots, item)).not.toBe(rule);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(seen.dead).toBeGreaterThan(0);
    expect(seen.shadowed).toBeGreaterThan(0);
  });
});

function first(policy: Policy, purpose: string, slots: readonly Slot[], item: boolean): Rule | undefined {
  return policy.rules.find(
    (rule) => rule.purposes.some((one) => one === purpose) && appliesTo(rule, slots, item) === true,
  );
}

function shown({ kind, about, by }: { kind: string; about: string; by: readonly string[] }): string {
  return `${kind} ${about.split(".")[1]}${by.length > 0 ? ` by ${by.join(" ")}` : ""}`;
}
