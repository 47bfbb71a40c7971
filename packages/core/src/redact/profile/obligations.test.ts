import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ProvisoError } from "../../errors.ts";
import { ENCRYPT, HASH, KEEP, REPLACE } from "../operators/operator.ts";
import { builtInProfile } from "./built-in.ts";
import { OBLIGATIONS } from "./obligation-table.ts";
import { planObligations } from "./obligations.ts";
import type { Profile } from "./profile.ts";

const base = builtInProfile("default");

function refusal(obligations: readonly string[], profile: Profile): string {
  try {
    planObligations(obligations, profile);
    return "met";
  } catch (error) {
    return error instanceof ProvisoError ? `${error.code}: ${error.message}` : String(error);
  }
}

test("who meets what", () => {
  const plan = planObligations(
    ["unlink-account", "redact-personal-data", "safety-purposes-only", "unlink-account"],
    base,
  );
  expect(plan).toEqual({
    text: ["redact-personal-data"],
    export: ["unlink-account"],
    use: ["safety-purposes-only"],
  });
  expect(planObligations([], base)).toEqual({ text: [], export: [], use: [] });
});

describe("what a profile does not meet stops the run", () => {
  test.each<[string, Partial<Profile>, string]>([
    ["redact-personal-data", {}, "met"],
    ["reduce-personal-data", {}, "met"],
    ["remove-identifiers", {}, "met"],
    ["de-identify", {}, "met"],
    ["redact-personal-data", { names: { on: false } }, "names are not looked for"],
    ["filter-or-obfuscate-sensitive-data", { names: { on: false } }, "met"],
    ["redact-personal-data", { entities: { EMAIL: KEEP } }, "`EMAIL` is kept"],
    ["redact-personal-data", { entities: { place: KEEP } }, "`ADDRESS` is kept"],
    ["redact-personal-data", { entities: { LOCATION: KEEP } }, "met"],
    ["filter-or-obfuscate-sensitive-data", { entities: { secret: KEEP } }, "is kept"],
    ["reduce-personal-data", { entities: { secret: KEEP } }, "met"],
    ["reduce-personal-data", { default: HASH }, "met"],
    ["de-identify", { default: HASH }, "is replaced by `hash`"],
    ["aggregate-or-de-identify", { entities: { PHONE: ENCRYPT } }, "`PHONE` is replaced by `encrypt`"],
    [
      "reduce-personal-data",
      { entities: { CARD: { operator: "mask", char: "*", keepFirst: 0, keepLast: 4 } } },
      "met",
    ],
    [
      "reduce-personal-data",
      { entities: { CARD: { operator: "mask", char: "*", keepFirst: 6, keepLast: 4 } } },
      "the mask of `CARD` leaves too much",
    ],
    [
      "reduce-personal-data",
      { roles: { assistant: { threshold: 0.5, default: REPLACE, entities: { contact: KEEP } } } },
      "`EMAIL` is kept for the role `assistant`",
    ],
    ["reduce-personal-data", { fields: [{ path: ["id"], as: "keep" }] }, "met"],
    ["de-identify", { fields: [{ path: ["id"], as: "keep" }] }, "`id` is never touched"],
  ])("%s with %j: %s", (name, change, message) => {
    expect(refusal([name], { ...base, ...change })).toContain(message);
  });

  test.each(["secrets-only", "cards-and-secrets"])("%s meets no duty on personal data", (name) => {
    expect(refusal(["redact-personal-data"], builtInProfile(name))).toContain("OBLIGATION_UNMET");
  });

  test("an obligation that nobody knows", () => {
    expect(refusal(["redact-personal-date"], base)).toBe(
      "OBLIGATION_UNMET: nobody knows how to meet the obligation `redact-personal-date`",
    );
  });
});

test("every obligation of our policies is in the table, and none else", () => {
  const root = new URL("../../../../../", import.meta.url);
  const named = new Set(
    [
      ...globSync("policies/**/*.yaml", { cwd: root }),
      ...globSync("examples/**/policy/*.yaml", { cwd: root }),
    ]
      .map((path): unknown => parse(readFileSync(new URL(path, root), "utf8"), { schema: "failsafe" }))
      .flatMap((file) => (file as { rules?: readonly { obligations?: readonly string[] }[] }).rules ?? [])
      .flatMap((rule) => rule.obligations ?? []),
  );
  expect([...named].sort()).toEqual(Object.keys(OBLIGATIONS).sort());
});
