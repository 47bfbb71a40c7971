/** Law: the order is that of the bytes of UTF-8. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byCodePoint } from "./by-code-point.ts";

const text = fc.string({
  unit: fc.constantFrom("a", "é", "\u{d7ff}", "\u{e000}", "\u{ffff}", "\u{10000}", "\u{1f600}", "'"),
});

describe("byCodePoint", () => {
  it("orders as the bytes of UTF-8 do", () => {
    const bytes = new TextEncoder();
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [bytes.encode(a), bytes.encode(b)].map((list) =>
          [...list].map((byte) => String.fromCharCode(byte)).join(""),
        );
        const wanted = one === other ? 0 : (one ?? "") < (other ?? "") ? -1 : 1;
        expect(Math.sign(byCodePoint(a, b))).toBe(wanted);
      }),
    );
  });

  it("differs from the order of code units where it must", () => {
    expect("\u{ffff}" < "\u{10000}").toBe(false);
    expect(byCodePoint("\u{ffff}", "\u{10000}")).toBeLessThan(0);
  });
});
