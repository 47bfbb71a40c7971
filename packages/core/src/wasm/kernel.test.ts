/** The kernel against its twins: TypeScript for candidates, the RFC's vectors and Node for HMAC. */
import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gramOf, LITERAL, newCandidates, newTwin } from "../redact/scan/candidates.ts";
import { hmac } from "./hmac.ts";
import { newKernel } from "./kernel.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const repeat = (byte: number, count: number): Uint8Array => new Uint8Array(count).fill(byte);
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

it("WebAssembly is there, so that the tests below compare two things", () => {
  expect(newKernel()).toBeDefined();
});

describe("candidates", () => {
  it("finds the same places as its twin", () => {
    const fast = newCandidates();
    const twin = newTwin();
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 600 }),
        fc.array(fc.nat(65_535), { maxLength: 300 }),
        fc.nat(255),
        fc.nat(100),
        (bytes, pairs, previous, from) => {
          for (const one of [fast, twin]) {
            one.table.fill(0);
            one.grams.fill(0);
            for (const pair of pairs) one.grams[pair] = pair & 3;
            for (let at = 2; at < bytes.length; at += 5)
              one.grams[gramOf(bytes, at, at % 2 === 0 ? 4 : 3)] = 3;
            for (const pair of pairs) one.table[pair] = 1 + (pair % 255);
            for (let at = 1; at < bytes.length; at += 3) {
              one.table[((bytes[at - 1] as number) << 8) | (bytes[at] as number)] =
                at % 2 === 0 ? LITERAL : 128;
            }
          }
          const start = Math.min(from, bytes.length);
          const count = fast.run(bytes, start, bytes.length, previous);
          expect(count).toBe(twin.run(bytes, start, bytes.length, previous));
          expect(fast.places.slice(0, count)).toEqual(twin.places.slice(0, count));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("HMAC-SHA256", () => {
  /** RFC 4231 section 4, cases 1 to 4, 6 and 7. */
  const VECTORS: readonly (readonly [Uint8Array, Uint8Array, string])[] = [
    [repeat(0x0b, 20), ascii("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
    [
      ascii("Jefe"),
      ascii("what do ya want for nothing?"),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    ],
    [repeat(0xaa, 20), repeat(0xdd, 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"],
    [
      Uint8Array.from({ length: 25 }, (_, index) => index + 1),
      repeat(0xcd, 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
    ],
    [
      repeat(0xaa, 131),
      ascii("Test Using Larger Than Block-Size Key - Hash Key First"),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    ],
    [
      repeat(0xaa, 131),
      ascii(
        "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.",
      ),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
    ],
  ];

  it.each(VECTORS)("gives the RFC's digest (%#)", (key, message, digest) => {
    expect(hex(hmac(key)(message))).toBe(digest);
  });

  it("gives what Node gives", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 400 }), (key, message) => {
        expect(hex(hmac(key)(message))).toBe(createHmac("sha256", key).update(message).digest("hex"));
      }),
      { numRuns: 500 },
    );
  });

  it("gives what Node gives for messages longer than its buffer", () => {
    const key = repeat(7, 32);
    for (const size of [32_767, 32_768, 32_769, 100_000]) {
      const message = repeat(size % 251, size);
      expect(hex(hmac(key)(message))).toBe(createHmac("sha256", key).update(message).digest("hex"));
    }
  });
});
