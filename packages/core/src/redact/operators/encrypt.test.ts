import fc from "fast-check";
import { expect, test } from "vitest";
import { ProvisoError } from "../../errors.ts";
import { hmac } from "../../wasm/hmac.ts";
import { decrypt, encrypter } from "./encrypt.ts";
import { isTag } from "./tag.ts";

const key = new Uint8Array(32).fill(1);
const other = new Uint8Array(32).fill(2);

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof ProvisoError ? error.code : String(error);
  }
}

test("every value comes back, whatever it holds, and equal values have equal tags", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (value) => {
      const tag = encrypter(hmac(key), "release")("EMAIL", value);
      expect(tag).toMatch(/^\[EMAIL:enc:v1:[A-Za-z0-9_-]+\]$/);
      expect(isTag(tag)).toBe(true);
      expect(decrypt(tag, { key, scope: "release" })).toEqual({ type: "EMAIL", value });
      expect(encrypter(hmac(key), "release")("EMAIL", value)).toBe(tag);
      expect(encrypter(hmac(key), "other")("EMAIL", value)).not.toBe(tag);
    }),
  );
});

test("a value as long as a key file", () => {
  const value = "A1b2".repeat(16_384);
  const tag = encrypter(hmac(key), "s")("PRIVATE_KEY", value);
  expect(decrypt(tag, { key, scope: "s" }).value).toBe(value);
});

test.each([
  ["another key", "KEY_MISMATCH", (tag: string) => decrypt(tag, { key: other, scope: "s" })],
  ["another scope", "KEY_MISMATCH", (tag: string) => decrypt(tag, { key, scope: "t" })],
  [
    "another type",
    "KEY_MISMATCH",
    (tag: string) => decrypt(tag.replace("EMAIL", "PHONE"), { key, scope: "s" }),
  ],
  ["a cut tag", "KEY_MISMATCH", (tag: string) => decrypt(`${tag.slice(0, -9)}]`, { key, scope: "s" })],
  ["another tag", "USAGE", () => decrypt("[EMAIL]", { key, scope: "s" })],
  ["a short key", "KEY_INVALID", (tag: string) => decrypt(tag, { key: key.slice(0, 15), scope: "s" })],
])("%s is refused: %s", (_, code, run) => {
  const tag = encrypter(hmac(key), "s")("EMAIL", "someone@example.com");
  expect(codeOf(() => run(tag))).toBe(code);
});
