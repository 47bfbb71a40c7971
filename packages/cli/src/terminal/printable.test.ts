import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable } from "./printable.ts";

describe("printable", () => {
  it.each([
    ["a plain title", "Tax return 2025", "Tax return 2025"],
    ["other scripts", "日本語 العربية עברית हिन्दी", "日本語 العربية עברית हिन्दी"],
    ["an emoji made of parts", "👩‍👩‍👧 ok", "👩‍👩‍👧 ok"],
    ["a colour", "\u001b[31mred\u001b[0m", "\\x1b[31mred\\x1b[0m"],
    ["a window title (OSC 0)", "\u001b]0;pwned\u0007", "\\x1b]0;pwned\\x07"],
    ["a C1 introducer", "\u009b2J", "\\x9b2J"],
    ["a return that overwrites", "safe\rEVIL", "safe\\rEVIL"],
    ["a line break", "one\ntwo", "one\\ntwo"],
    ["a bidi override", "abc\u202etxt.exe", "abc\\u{202e}txt.exe"],
    ["a bidi isolate", "\u2066x\u2069", "\\u{2066}x\\u{2069}"],
    ["tags", "a\u{e0041}b", "a\\u{e0041}b"],
    ["a lone surrogate", "a\ud800b", "a\\u{d800}b"],
  ])("shows %s", (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it("leaves nothing a terminal would obey, and is stable", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = printable(text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these must be gone.
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
        expect(printable(shown)).toBe(shown);
      }),
    );
  });
});
