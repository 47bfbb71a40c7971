import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentFolder, documentOfFolder } from "../src/archive/document-path.ts";

const NAME = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 200 }),
    fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 600 }),
    fc.constantFrom(
      "..",
      ".",
      "CON",
      "nul.txt",
      "a/b",
      "a\\b",
      "A ",
      ".git",
      "x\0y",
      "~",
      "%",
      "[EU]",
      "~+",
      "a~5",
    ),
  )
  .filter((name) => Buffer.byteLength(name) <= 1000 && Buffer.from(name).toString() === name);
const DOCUMENT = fc.record(
  { service: NAME, type: NAME, region: NAME },
  { requiredKeys: ["service", "type"] },
);

describe("folder of a document", () => {
  test("keeps plain names as they are", () => {
    const document = { service: "Claude.ai", type: "Terms of Service", region: "EU" };
    expect(documentFolder(document).path).toBe("Claude.ai/Terms of Service [EU]");
    expect(documentFolder({ service: "../etc", type: "a/b" }).path).toBe("%2e.%2fetc/a%2fb");
  });

  test("gives every name back, marked or not", () => {
    fc.assert(
      fc.property(DOCUMENT, fc.boolean(), (document, isMarked) => {
        expect(documentOfFolder(documentFolder(document, isMarked).path)).toEqual(document);
      }),
      { numRuns: 500 },
    );
  });

  test("is safe on every file system", () => {
    fc.assert(
      fc.property(DOCUMENT, fc.boolean(), (document, isMarked) => {
        for (const part of documentFolder(document, isMarked).path.split("/")) {
          expect(part).toMatch(/^[ -~]{1,250}$/);
          expect(part).not.toMatch(/[\\:*?"<>|]|^\.|[. ]$|^(con|nul|aux|prn)(\.|$)/i);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("tells names apart that differ in their capitals only", () => {
    const folded = ["ChatGPT", "Chatgpt", "chatgpt"].map(
      (service) => documentFolder({ service, type: "Terms" }, true).folded,
    );
    expect(new Set(folded).size).toBe(3);
  });

  test.each([
    [{ service: "", type: "Terms" }, "service"],
    [{ service: "A", type: "x".repeat(1001) }, "type"],
    [{ service: "A", type: "T", region: "\ud800" }, "region"],
  ])("refuses a name that cannot be one: %#", (document, field) => {
    expect(() => documentFolder(document)).toThrow(
      expect.objectContaining({ code: "USAGE", place: { field } }),
    );
  });
});
