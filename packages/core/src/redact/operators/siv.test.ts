import fc from "fast-check";
import { expect, test } from "vitest";
import { siv } from "./siv.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"));
const hex = (value: Uint8Array | undefined): string => Buffer.from(value ?? []).toString("hex");

/** RFC 5297, appendix A.1 and A.2. */
test.each([
  {
    key: "fffefdfc fbfaf9f8 f7f6f5f4 f3f2f1f0 f0f1f2f3 f4f5f6f7 f8f9fafb fcfdfeff",
    labels: ["10111213 14151617 18191a1b 1c1d1e1f 20212223 24252627"],
    text: "11223344 55667788 99aabbcc ddee",
    sealed: "85632d07 c6e8f37f 950acd32 0a2ecc93 40c02b96 90c4dc04 daef7f6a fe5c",
  },
  {
    key: "7f7e7d7c 7b7a7978 77767574 73727170 40414243 44454647 48494a4b 4c4d4e4f",
    labels: [
      "00112233 44556677 8899aabb ccddeeff deaddada deaddada ffeeddcc bbaa9988 77665544 33221100",
      "10203040 50607080 90a0",
      "09f91102 9d74e35b d84156c5 635688c0",
    ],
    text: "74686973 20697320 736f6d65 20706c61 696e7465 78742074 6f20656e 63727970 74207573 696e6720 5349562d 414553",
    sealed:
      "7bdb6e3b 432667eb 06f4d14b ff2fbd0f cb900f2f ddbe4043 26601965 c889bf17 dba77ceb 094fa663 b7a3f748 ba8af829 ea64ad54 4a272e9c 485b62a3 fd5c0d",
  },
])("RFC 5297: $sealed", ({ key, labels, text, sealed }) => {
  const made = siv(bytes(key)).seal(labels.map(bytes), bytes(text));
  expect(hex(made)).toBe(sealed.replaceAll(" ", ""));
  expect(hex(siv(bytes(key)).open(labels.map(bytes), made))).toBe(text.replaceAll(" ", ""));
});

test("what is sealed opens with the same key and labels, and with no change of any bit", () => {
  const key = fc.uint8Array({ minLength: 64, maxLength: 64 });
  fc.assert(
    fc.property(
      key,
      fc.uint8Array(),
      fc.uint8Array({ maxLength: 100 }),
      fc.nat(),
      (k, label, text, place) => {
        const sealed = siv(k).seal([label], text);
        expect(hex(siv(k).open([label], sealed))).toBe(hex(text));
        const bit = place % (sealed.length * 8);
        const changed = sealed.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(siv(k).open([label], changed)).toBeUndefined();
        expect(siv(k).open([Uint8Array.of(...label, 1)], sealed)).toBeUndefined();
      },
    ),
  );
});
