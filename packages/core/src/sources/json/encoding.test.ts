import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstInvalid } from "./encoding.ts";

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe("first invalid byte", () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.string({ unit: "binary", maxLength: 3 }).map((text) => new TextEncoder().encode(text)),
    fc.constantFrom(
      [0xc0, 0x80],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf0, 0x8f],
    ),
  );

  it("exists exactly where the platform's decoder refuses", () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const bytes = Uint8Array.from(pieces.flatMap((part) => [...part]));
        const at = firstInvalid(bytes);
        expect(at === -1).toBe(decodes(bytes));
        if (at !== -1) expect(decodes(bytes.subarray(0, at))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
