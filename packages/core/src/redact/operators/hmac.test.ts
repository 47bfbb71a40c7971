import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hmac } from "./hmac.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** RFC 4231, sections 4.2 to 4.8. */
test.each([
  ["0b".repeat(20), "4869205468657265", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
  [
    "4a656665",
    "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ],
  ["aa".repeat(20), "dd".repeat(50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"],
  [
    "0102030405060708090a0b0c0d0e0f10111213141516171819",
    "cd".repeat(50),
    "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
  ],
])("RFC 4231: key %s", (key, message, expected) => {
  expect(hex(hmac(Buffer.from(key, "hex"))(Buffer.from(message, "hex")))).toBe(expected);
});

test("RFC 4231: a key longer than a block is hashed first", () => {
  const message = new TextEncoder().encode("Test Using Larger Than Block-Size Key - Hash Key First");
  expect(hex(hmac(new Uint8Array(131).fill(0xaa))(message))).toBe(
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  );
});

test("any key and messages: as Node says, one after the other", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 150 }),
      fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 4 }),
      (key, messages) => {
        const prf = hmac(key);
        for (const message of messages) {
          expect(hex(prf(message))).toBe(createHmac("sha256", key).update(message).digest("hex"));
        }
      },
    ),
  );
});
