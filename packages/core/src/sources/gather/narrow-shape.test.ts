import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawRecord } from "../json/lines.ts";
import { readRecord } from "../json/read-record.ts";
import type { Shape } from "../json/shape.ts";
import { Report } from "../report.ts";
import { NarrowShape } from "./narrow-shape.ts";

const block: Shape = { string: "measure", object: { a: "value", b: "measure", c: "skip" } };
const WHOLE: Shape = {
  object: {
    a: "value",
    b: { string: "measure", object: { a: "date", d: block }, array: block },
    c: "skip",
    d: { object: { a: "value" }, rest: "skip" },
    e: { map: "value" },
    f: { prefix: 2 },
    g: { array: { array: block } },
  },
};

const encoder = new TextEncoder();
const rawOf = (text: string, line: number): RawRecord => ({ bytes: encoder.encode(text), offset: 0, line });
const seenBy = (read: (raw: RawRecord, report: Report) => unknown, texts: readonly string[]): unknown => {
  const report = new Report();
  const values = texts.map((text, index) => read(rawOf(text, index + 1), report));
  const { unknown, problems, conversations } = report;
  return { values, unknown: [...unknown], problems, conversations };
};

const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 7, "", "text", "2026-01-05T09:00:00Z"),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "b.a", "g[]", "b (array)", ""),
      tie("json"),
    ),
  ),
}));
/** Some are cut, and some hold a key twice. */
const record = fc.oneof(
  json.map((value) => JSON.stringify(value)),
  fc.tuple(json, fc.nat(40)).map(([value, cut]) => JSON.stringify(value).slice(0, cut + 1)),
  fc.tuple(json, json).map(([a, b]) => `{"b":${JSON.stringify(a)},"b":${JSON.stringify(b)}}`),
);

describe("a narrowed shape", () => {
  it("reads and reports whatever the whole one does", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (texts) => {
        const narrow = new NarrowShape(WHOLE);
        const context = (report: Report) => ({ file: "f", report, strict: false });
        expect(seenBy((raw, report) => narrow.read(raw, context(report)), texts)).toEqual(
          seenBy((raw, report) => readRecord(raw, WHOLE, context(report)), texts),
        );
      }),
      { numRuns: 500 },
    );
  });
});
