import { describe, expect, it } from "vitest";
import { type NameWords, readName } from "./name-words.ts";

function read(before: string, name: string): NameWords {
  const bytes = new TextEncoder().encode(`${before}${name}`);
  const start = new TextEncoder().encode(before).length;
  const out: NameWords = {
    isSecret: false,
    isClear: false,
    isKey: false,
    isService: false,
    isNamedAfter: false,
  };
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
    ["Cookie: ", "session_id"],
    ["", "session_token"],
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
    ["", "sessionId"],
    ["", "session_id"],
    ["", "parentUuid"],
    ["", "token_uuid"],
    ["", "conversation_id"],
    ["", "x-request-id"],
    ["", "traceId"],
  ])("%s%s", (before, name) => {
    expect(read(before, name).isSecret).toBe(false);
  });
});

describe("secret, whatever the value looks like", () => {
  it.each([
    ["client_secret", true],
    ["apiKey", true],
    ["access_token", true],
    ["password", true],
    ["session_token", true],
    ["session", false],
    ["sid", false],
    ["nonce", false],
    ["sessionKey", false],
    ["parentUuid", false],
  ] as const)("%s: %s", (name, expected) => {
    expect(read("", name).isClear).toBe(expected);
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
