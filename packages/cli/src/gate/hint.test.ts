import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hintOf } from "./hint.ts";

describe("a hint", () => {
  it.each([
    ["jo.doe@example.com", "EMAIL", "contact", "jo…om, 18 characters"],
    ["4242 4242 4242 4242", "CARD", "financial", "…4242, 19 characters"],
    ["hunter2hunter2", "PASSWORD", "secret", "14 characters"],
    ["sk_test_0000000000", "API_KEY", "secret", "18 characters"],
    [`eyJhbGciOiJub25lIn0.${"e30".repeat(8)}.`, "JWT", "secret", "45 characters"],
    ["postgres://app:hunter2@db.example.com/app", "CONNECTION_STRING", "secret", "41 characters"],
    ["12.03.1987", "DATE_OF_BIRTH", "date", "10 characters"],
    ["4242", "CARD", "financial", "4 characters"],
    ["project-osprey", "PROJECT", "custom", "14 characters"],
    ["12345", "POSTCODE", "place", "5 characters"],
    ["😀😀😀😀😀😀😀😀", "PERSON", "person", "😀😀…, 8 characters"],
  ] as const)("%s", (value, type, group, wanted) => expect(hintOf(value, type, group)).toBe(wanted));

  it("of a secret shows its length and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), (value) => {
        expect(hintOf(value, "API_KEY", "secret")).toBe(`${[...value].length} characters`);
      }),
    );
  });

  it("shows at most four characters, and of short values none", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (value) => {
        const [shown = ""] = hintOf(value, "EMAIL", "contact").split(/, \d+ characters$|^\d+ characters$/);
        const count = [...shown.replace("…", "")].length;
        expect(count).toBeLessThanOrEqual([...value].length < 8 ? 0 : 4);
      }),
    );
  });
});
