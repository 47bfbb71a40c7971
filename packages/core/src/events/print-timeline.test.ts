import fc from "fast-check";
import { expect, test } from "vitest";
import { timeline } from "../../test/generate-timeline.ts";
import { parseTimeline } from "./parse-timeline.ts";
import { printTimeline } from "./print-timeline.ts";

test("a timeline printed and parsed again is the same timeline", () => {
  const notes = { choices: "settings: # here\nand here", plan: "x" };
  fc.assert(
    fc.property(timeline, (one) => {
      expect(parseTimeline(printTimeline(one, notes), "account.yaml")).toEqual(one);
    }),
    { numRuns: 500 },
  );
});

test("a section that is not known is offered as a comment, a note stands above its section", () => {
  const text = printTimeline(
    {
      product: "vendor/product",
      choices: [{ at: "2025-10-08", purpose: "train-general", choice: "refused" }],
      objections: [],
    },
    { choices: "Settings > Privacy" },
  );
  expect(text).toMatchInlineSnapshot();
});
