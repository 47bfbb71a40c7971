import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileOf } from "../../../test/source-input.ts";
import { Report } from "../report.ts";
import { Projector } from "./projector.ts";
import { records } from "./records.ts";
import type { Shape } from "./shape.ts";

const SHAPE: Shape = {
  object: {
    id: "value",
    text: "measure",
    list: { array: { object: { a: "value" } } },
    more: { map: "value" },
  },
};

async function read(text: string, chunk: number, inOnePass: boolean): Promise<unknown> {
  const report = new Report();
  const projector = new Projector(SHAPE, { file: "f.json", report, strict: false });
  const found: unknown[] = [];
  const attempt = inOnePass ? projector.attempt : undefined;
  for await (const raw of records(fileOf("f.json", text, chunk), { attempt })) {
    found.push([projector.take(raw), raw.offset, raw.line, raw.bytes.length]);
  }
  return { found, unknown: [...report.unknown], malformed: report.conversations, problems: report.problems };
}

describe("projector", () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const record = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ id: json, text: json, list: json, more: json, new: json }, { requiredKeys: [] }),
    },
    { weight: 1, arbitrary: json },
  );
  const spaced = fc
    .tuple(record, fc.constantFrom(undefined, 2))
    .map(([value, by]) => JSON.stringify(value, undefined, by));
  /** Balanced, so that the record's end is known, and yet not JSON. */
  const damaged = fc.constantFrom(
    '{"id":tru}',
    '{"id" 1}',
    '{"list":[1 2]}',
    '{"x":1,}',
    '{"text":"\\x"}',
    "{1}",
    "nul",
  );

  it("gives in one pass what two passes give, for any records, damage and chunks", async () => {
    const texts = fc.array(fc.oneof({ weight: 6, arbitrary: spaced }, { weight: 1, arbitrary: damaged }));
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(",", ",\n"),
        async (each, chunk, comma) => {
          const text = `[${each.join(comma)}]`;
          const expected = await read(text, 1 << 20, false);
          expect(await read(text, chunk, true)).toEqual(expected);
          expect(await read(text, 1 << 20, true)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
