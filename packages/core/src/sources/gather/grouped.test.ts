import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileOf, jsonLines } from "../../../test/source-input.ts";
import { litellm } from "../litellm.ts";
import { Report } from "../report.ts";
import type { SourceFile } from "../source.ts";

const call = (trace: string, index: number): object => ({
  id: `${trace}-${index}`,
  trace_id: trace,
  call_type: "completion",
  startTime: 1767603600 + index,
  messages: [{ role: "user", content: `${trace} ${index}` }],
});
const options = { content: false, strict: false };

describe("grouped reading", () => {
  it("lets go of a conversation at its last record, before it reads on", async () => {
    const content = jsonLines(...["a", "b", "a", "b", "c", "c"].map(call));
    const inner = fileOf("log.jsonl", content, 1);
    let read = 0;
    const file: SourceFile = {
      ...inner,
      async *open() {
        read = 0;
        for await (const chunk of inner.open()) {
          yield chunk;
          read += chunk.length;
        }
      },
    };
    const ends: [string, number][] = [];
    for await (const record of litellm.read([file], new Report(), options)) {
      if (record.kind === "conversation")
        ends.push([record.id, content.slice(0, read).split("\n").length - 1]);
    }
    // Read is counted when a chunk has been consumed, so the newline of the last line is still out.
    expect(ends).toEqual([
      ["a", 2],
      ["b", 3],
      ["c", 5],
    ]);
  });

  it("yields each conversation once, with every item, however its records lie over files", async () => {
    const traces = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(traces, { minLength: 1, maxLength: 3 }), async (files) => {
        let index = 0;
        const numbered = files.map((file) => file.map((trace) => ({ trace, index: index++ })));
        const inputs = numbered.map((file, at) =>
          fileOf(`${at}.jsonl`, jsonLines(...file.map((record) => call(record.trace, record.index)))),
        );
        const found: [string, number][] = [];
        for await (const record of litellm.read(inputs, new Report(), options)) {
          if (record.kind === "conversation") found.push([record.id, record.items.length]);
        }
        const expected = new Map<string, number>();
        for (const trace of files.flat()) expected.set(trace, (expected.get(trace) ?? 0) + 1);
        expect(found.sort()).toEqual([...expected].sort());
      }),
      { numRuns: 40 },
    );
  });
});
