/** The laws of replacing, over values of all types and every operator. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typedValue } from "../../../test/generate-redact-value.ts";
import { ProvisoError } from "../../errors.ts";
import { ENTITIES, groupOf } from "../entity.ts";
import { BUILT_IN_PROFILES, builtInProfile } from "../profile/built-in.ts";
import type { Profile } from "../profile/profile.ts";
import { ENCRYPT, HASH, MASK, NUMBERED, type Operator, PSEUDONYM, REMOVE, REPLACE } from "./operator.ts";
import { createReplacer, type Replacer } from "./replacer.ts";

const key = new Uint8Array(32).map((_, index) => index);

function profileWith(operator: Operator, more: Partial<Profile> = {}): Profile {
  return { ...builtInProfile("default"), default: operator, entities: {}, ...more };
}

function replacerOf(operator: Operator, scope = "release", more: Partial<Profile> = {}): Replacer {
  return createReplacer(profileWith(operator, more), { key, scope, subject: "someone" });
}

const OPERATORS: readonly Operator[] = [
  REPLACE,
  NUMBERED,
  { operator: "replace", text: "REDACTED" },
  MASK,
  { operator: "mask", char: "x", keepFirst: 1, keepLast: 2 },
  HASH,
  { operator: "hash", bits: 128 },
  PSEUDONYM,
  ENCRYPT,
  REMOVE,
];

describe.each(OPERATORS)("%j", (operator) => {
  const replacer = replacerOf(operator);

  test("what was replaced is left alone or comes out the same", () => {
    fc.assert(
      fc.property(typedValue, ({ type, value }) => {
        const document = replacer.newDocument();
        const once = replacer.replace(type, value, document) ?? value;
        expect(replacer.replace(type, once, document) ?? once).toBe(once);
        expect(replacer.replace(type, once, replacer.newDocument()) ?? once).toBe(once);
      }),
      { numRuns: 600 },
    );
  });

  test("the same value has the same replacement, whatever came before", () => {
    const fresh = replacerOf(operator);
    fc.assert(
      fc.property(typedValue, ({ type, value }) => {
        const used = replacer.newDocument();
        const numbered = operator.operator === "replace" && operator.numbered === true;
        expect(replacer.replace(type, value, used)).toBe(fresh.replace(type, value, fresh.newDocument()));
        if (numbered) expect(replacer.replace(type, value, used)).toBe(`[${type}_1]`);
      }),
    );
  });

  test("nothing goes in that would break JSON", () => {
    fc.assert(
      fc.property(typedValue, ({ type, value }) => {
        const written = replacer.replace(type, value, replacer.newDocument()) ?? "";
        expect(JSON.stringify(written)).toBe(`"${written}"`);
      }),
    );
  });
});

describe.each([HASH, PSEUDONYM, ENCRYPT])("%j depends on the scope", (operator) => {
  const [one, other] = [replacerOf(operator, "one"), replacerOf(operator, "other")];
  /** Few can be had of these, or all are alike: see docs/redaction-profile.md. */
  const few = new Set(["IP", "POSTCODE", "ADDRESS", "PHONE"]);

  test("and on nothing else", () => {
    fc.assert(
      fc.property(typedValue, ({ type, value }) => {
        const written = one.replace(type, value, one.newDocument());
        const elsewhere = other.replace(type, value, other.newDocument());
        if (operator === PSEUDONYM && (few.has(type) || /^\[[A-Z_]+\]$/.test(written ?? ""))) return;
        expect(written).toBeDefined();
        expect(written).not.toBe(elsewhere);
      }),
      { numRuns: 500 },
    );
  });
});

test("a pseudonym is left alone as whatever it is found", () => {
  const replacer = replacerOf(PSEUDONYM);
  const types = Object.keys(ENTITIES);
  // These are known by a form that only their own kind cannot have by chance.
  const byKind = new Set(["DATE_OF_BIRTH", "POSTCODE", "PHONE", "ADDRESS"]);
  fc.assert(
    fc.property(typedValue, fc.constantFrom(...types), ({ type, value }, other) => {
      if (byKind.has(type)) return;
      const written = replacer.replace(type, value, replacer.newDocument()) ?? value;
      expect(replacer.replace(other, written, replacer.newDocument()) ?? written).toBe(written);
    }),
    { numRuns: 1000 },
  );
});

test("secrets have no pseudonym", () => {
  const replacer = replacerOf(PSEUDONYM);
  for (const type of Object.keys(ENTITIES).filter((one) => groupOf(one) === "secret")) {
    expect(replacer.replace(type, "not-a-real-secret-1234", replacer.newDocument())).toMatch(
      /^\[[A-Z_]+:[0-9a-f]{16}\]$/,
    );
  }
});

describe("numbers in a document", () => {
  const replacer = replacerOf(NUMBERED);

  test("count by type, and stay with the value however it is written", () => {
    const document = replacer.newDocument();
    const replace = (type: string, value: string) => replacer.replace(type, value, document);
    expect(replace("EMAIL", "one@example.com")).toBe("[EMAIL_1]");
    expect(replace("EMAIL", "two@example.com")).toBe("[EMAIL_2]");
    expect(replace("EMAIL", "One@Example.com")).toBe("[EMAIL_1]");
    expect(replace("CARD", "4111 1111 1111 1111")).toBe("[CARD_1]");
    expect(replace("CARD", "4111-1111-1111-1111")).toBe("[CARD_1]");
    expect(replacer.replace("EMAIL", "two@example.com", replacer.newDocument())).toBe("[EMAIL_1]");
  });

  test("follow a person whose name comes in parts", () => {
    const document = replacer.newDocument();
    const replace = (value: string) => replacer.replace("PERSON", value, document);
    expect(replace("Vera Beispiel")).toBe("[PERSON_1]");
    expect(replace("Beispiel")).toBe("[PERSON_1]");
    expect(replace("Max Muster")).toBe("[PERSON_2]");
    expect(replace("VERA")).toBe("[PERSON_1]");
    expect(replace("Muster")).toBe("[PERSON_2]");
    // Two people of one name: the name alone is neither of them for sure.
    expect(replace("Moritz Muster")).toBe("[PERSON_3]");
    expect(replace("Paul Muster")).toBe("[PERSON_4]");
  });
});

describe("keys", () => {
  const codeOf = (run: () => unknown): string => {
    try {
      run();
      return "none";
    } catch (error) {
      return error instanceof ProvisoError ? `${error.code}: ${error.message}` : String(error);
    }
  };

  test.each([HASH, PSEUDONYM, ENCRYPT])("%j needs one", (operator) => {
    expect(codeOf(() => createReplacer(profileWith(operator), { scope: "s" }))).toContain(
      `KEY_MISSING: the operator \`${operator.operator}\` needs a key`,
    );
    expect(codeOf(() => createReplacer(profileWith(operator), { scope: "s", key: key.slice(0, 15) }))).toBe(
      "KEY_INVALID: the key has 15 bytes; at least 16 are needed",
    );
  });

  test("a role's operator counts too", () => {
    const roles = { user: { threshold: 0.5, default: HASH, entities: {} } };
    expect(codeOf(() => createReplacer(profileWith(REPLACE, { roles }), { scope: "s" }))).toContain(
      "KEY_MISSING",
    );
  });

  test.each(["default", "strict", "secrets-only", "cards-and-secrets"])("%s needs none", (name) => {
    expect(codeOf(() => createReplacer(builtInProfile(name), { scope: "s" }))).toBe("none");
  });

  test("another key gives other replacements", () => {
    const other = createReplacer(profileWith(HASH), { key: key.map((byte) => byte ^ 1), scope: "release" });
    const mine = replacerOf(HASH);
    const value = "someone@example.com";
    expect(other.replace("EMAIL", value, other.newDocument())).not.toBe(
      mine.replace("EMAIL", value, mine.newDocument()),
    );
  });
});

test("values that are allowed stay, unless they are denied", () => {
  const replacer = replacerOf(REPLACE, "s", {
    allow: [
      { values: ["Springfield"], patterns: [".*@example\\.com"], ignoreCase: true, types: [] },
      { values: ["1234 5678"], patterns: [], ignoreCase: false, types: ["PHONE"] },
    ],
    deny: [{ type: "EMAIL", values: ["ceo@example.com"], ignoreCase: true }],
  });
  const replace = (type: string, value: string) => replacer.replace(type, value, replacer.newDocument());
  expect(replace("LOCATION", "springfield")).toBeUndefined();
  expect(replace("EMAIL", "help@EXAMPLE.com")).toBeUndefined();
  expect(replace("EMAIL", "help@example.com.invalid")).toBe("[EMAIL]");
  expect(replace("EMAIL", "CEO@example.com")).toBe("[EMAIL]");
  expect(replace("PHONE", "1234 5678")).toBeUndefined();
  expect(replace("ACCOUNT_NUMBER", "1234 5678")).toBe("[ACCOUNT_NUMBER]");
});

test("every built-in profile replaces secrets", () => {
  for (const profile of Object.values(BUILT_IN_PROFILES)) {
    const replacer = createReplacer(profile, { key, scope: "s" });
    expect(replacer.replace("PASSWORD", "not-a-password", replacer.newDocument())).toBe("[PASSWORD]");
  }
});
