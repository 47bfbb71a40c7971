import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyIdOf, tokenOf } from "./token.ts";

const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);
const OTHER = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);

describe("a token", () => {
  it("is the HMAC that its reader would make", () => {
    const message = JSON.stringify(["proviso export token 1", "s", "c"]);
    expect(tokenOf(KEY, "s", "c")).toBe(createHmac("sha256", KEY).update(message).digest("hex"));
  });

  it("hangs on key, scope and id, and on where one ends and the other begins", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (scope, id, more) => {
        const tokens = [
          tokenOf(KEY, scope, id + more),
          tokenOf(KEY, scope + more, id),
          tokenOf(OTHER, scope, id + more),
          tokenOf(OTHER, scope + more, id),
        ];
        expect(new Set(tokens).size).toBe(4);
      }),
    );
  });
});

it("a key's name is no part of the key or of a token", () => {
  const name = keyIdOf(KEY);
  expect(name).toMatch(/^[0-9a-f]{16}$/);
  expect(name).not.toBe(keyIdOf(OTHER));
  expect(Buffer.from(KEY).toString("hex")).not.toContain(name);
});
