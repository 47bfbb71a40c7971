import fc from "fast-check";
import { expect, test } from "vitest";
import { type Standing, standing } from "./standing.ts";

const span = fc
  .tuple(fc.nat(12), fc.option(fc.nat(6), { nil: undefined }))
  .map(([from, length]): Standing => ({ from, until: length === undefined ? undefined : from + length }));

/** Whether any stands, counted at halves too, where touching spans would show a gap. */
function standsAt(spans: readonly Standing[], at: number): boolean {
  return spans.some(({ from, until }) => from <= at && (until === undefined || at <= until));
}

test("joined spans stand when one of the spans does, and are apart", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), (spans) => {
      const joined = standing(spans);
      for (let at = 0; at <= 20; at += 0.5) expect(standsAt(joined, at)).toBe(standsAt(spans, at));
      for (const [index, one] of joined.entries()) {
        const next = joined[index + 1];
        if (next !== undefined) expect(one.until).toBeLessThan(next.from);
      }
    }),
    { numRuns: 300 },
  );
});
