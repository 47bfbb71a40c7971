import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { arbitraryPolicy } from "../../test/generate-policy.ts";
import { POLICY_KEYS } from "./parse.ts";
import { CLOCK_KEYS } from "./parse-clocks.ts";
import { DOCUMENT_KEYS } from "./parse-documents.ts";
import { EFFECTIVE_KEYS } from "./parse-effective.ts";
import { HOLD_KEYS, SCOPE_KEYS } from "./parse-holds.ts";
import { RULE_KEYS } from "./parse-rules.ts";
import { printPolicy } from "./print.ts";
import { POLICY_SCHEMA } from "./schema.ts";

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(POLICY_SCHEMA);

const SAMPLE = {
  policy: "vendor/consumer",
  version: "2025-10-08",
  title: "Consumer terms",
  product: "vendor/chat",
  effective: { from: [{ date: "2025-10-08", known: "2025-09-27T00:32:00Z" }] },
  documents: { terms: { title: "Terms", version: "2025-10-08" } },
  purposes: ["train-general"],
  rules: [
    { id: "incognito", deny: ["train-general"], when: 'conversation.mode == "incognito"', cite: "terms#2" },
  ],
  clocks: [{ copy: "back-end", atMost: "30d", from: "conversation.deletedAt", cite: ["terms#3"] }],
  holds: [{ hold: "court-2025", scope: { plans: ["free"] }, cite: "terms" }],
};
const [RULE] = SAMPLE.rules;
const [CLOCK] = SAMPLE.clocks;
const { cite: _cite, ...UNGROUNDED } = { ...RULE };

describe("the JSON Schema of policies", () => {
  test("accepts a policy", () => {
    expect(validate(SAMPLE), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each<[string, object]>([
    ["an unknown key", { ...SAMPLE, rule: [] }],
    ["no version", { ...SAMPLE, version: undefined }],
    ["an id without vendor", { ...SAMPLE, policy: "consumer" }],
    ["an unknown purpose", { ...SAMPLE, purposes: ["train"] }],
    ["a rule that permits and denies", { ...SAMPLE, rules: [{ ...RULE, permit: ["train-general"] }] }],
    ["a rule without grounds", { ...SAMPLE, rules: [UNGROUNDED] }],
    [
      "an interpretation without competitor",
      { ...SAMPLE, rules: [{ ...RULE, basis: "interpretation", reading: "so" }] },
    ],
    ["a clock without start", { ...SAMPLE, clocks: [{ ...CLOCK, from: undefined }] }],
    ["a clock with two bounds", { ...SAMPLE, clocks: [{ ...CLOCK, bound: "indefinite" }] }],
    ["an unknown bound", { ...SAMPLE, clocks: [{ copy: "back-end", bound: "forever", cite: "terms" }] }],
    [
      "a hold over an unknown thing",
      { ...SAMPLE, holds: [{ hold: "h", scope: { plan: ["free"] }, cite: "terms" }] },
    ],
  ])("refuses %s", (_what, policy) => {
    expect(validate(JSON.parse(JSON.stringify(policy)))).toBe(false);
  });

  test("accepts every policy that the parser accepts", () => {
    fc.assert(
      fc.property(arbitraryPolicy(), (policy) => {
        const read: unknown = parse(printPolicy(policy));
        expect(validate(read), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, readonly string[], unknown]>([
    ["policy", POLICY_KEYS, POLICY_SCHEMA],
    ["effective", EFFECTIVE_KEYS, at("effective")],
    ["document", DOCUMENT_KEYS, at("documents", "additionalProperties")],
    ["rule", RULE_KEYS, at("rules", "items")],
    ["clock", CLOCK_KEYS, at("clocks", "items")],
    ["hold", HOLD_KEYS, at("holds", "items")],
    ["scope", SCOPE_KEYS, at("holds", "items", "properties", "scope")],
  ])("knows the keys of the parser: %s", (_what, keys, schema) => {
    expect(Object.keys((schema as { properties: object }).properties).sort()).toEqual([...keys].sort());
  });
});

function at(...path: readonly string[]): unknown {
  return ["properties", ...path].reduce<unknown>(
    (node, key) => (node as Record<string, unknown>)[key],
    POLICY_SCHEMA,
  );
}
