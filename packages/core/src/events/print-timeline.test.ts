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
    { numRuns: 200 },
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
  expect(text).toMatchInlineSnapshot(`
    "# What the exports do not say: write it down here, as far as you know it.
    # A line left out means: not known. An empty list means: none, and that is certain.
    # A day alone is taken on the careful side: a yes counts from its end, a no from its start.

    product: vendor/product
    # Settings > Privacy
    # every switch of the setting, the first answer included
    choices:
      - { at: 2025-10-08, purpose: train-general, choice: refused }
    objections: []

    # Not known so far:
    # region: EEA-DE
    # plan: [{ from: 2025-01-05, plan: … }]
    # credentials: []
    # terms: [{ document: …, acknowledged: 2025-10-08 }]
    # notices: [{ shown: 2025-10-08, notice: …, dialog: pass }]
    # moves: []
    # deletions: []
    # feedback: []
    # flags: []
    # holds: []
    # organisation: { retention: 90d }
    "
  `);
});
