import { describe, expect, it } from "vitest";
import { type NameWords, readName } from "./name-words.ts";

function read(before: string, name: string): NameWords {
  const bytes = new TextEncoder().encode(`${before}${name}`);
  const start = new TextEncoder().encode(before).length;
  const out: NameWords = { isSecret: false, isKey: false, isService: false, isNamedAfter: false };
  readName(bytes, 0, start, bytes.length, out);
  return out;
}

describe("secret", () => {
  it.each([
    ["", "clientSecret"],
    ["", "API_KEY"],
    ["", "AWSSecretKey"],
    ["my api ", "key"],
    ["clé ", "API"],
    ["jeton d'", "accès"],
    ["chave de ", "acesso"],
    ["", "x-auth-token"],
    ["", "JSESSIONID"],
    ["", "session_id"],
  ])("%s%s", (before, name) => {
    expect(read(before, name).isSecret).toBe(true);
  });
});

describe("not secret", () => {
  it.each([
    ["", "tokenType"],
    ["", "secretName"],
    ["", "publicToken"],
    ["", "kms_key_id"],
    ["", "monkey"],
    ["", "tokenizer"],
    ["", "max_token_count"],
    ["public ", "key"],
  ])("%s%s", (before, name) => {
    expect(read(before, name).isSecret).toBe(false);
  });
});

describe("of a service", () => {
  it.each([
    ["", "heroku", true],
    ["", "launchDarklyToken", true],
    ["", "new_relic_key", true],
    ["plaid ", "client_id", true],
    ["spotify ", "track", false],
    ["arn:aws:backup:", "plan", false],
    ["", "stripe_customer", false],
    ["", "linear", false],
  ] as const)("%s%s: %s", (before, name, expected) => {
    expect(read(before, name).isService).toBe(expected);
  });
});
