import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileOf } from "../../../test/source-input.ts";
import { ProvisoError } from "../../errors.ts";
import { type LineOptions, lines } from "./lines.ts";

const text = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

async function split(
  content: string | Uint8Array,
  chunk: number,
  options: LineOptions = {},
): Promise<unknown[]> {
  const found: unknown[] = [];
  try {
    for await (const { bytes, offset, line } of lines(fileOf("f.jsonl", content, chunk), options)) {
      found.push([text(bytes), offset, line]);
    }
  } catch (error) {
    if (!(error instanceof ProvisoError)) throw error;
    found.push([error.code, error.place]);
  }
  return found;
}

describe("lines", () => {
  const cases: [string, string, unknown[]][] = [
    ["nothing", "", []],
    [
      "no final newline",
      '{"a":1}\n{"b":2}',
      [
        ['{"a":1}', 0, 1],
        ['{"b":2}', 8, 2],
      ],
    ],
    [
      "windows line ends",
      '{"a":1}\r\n{"b":2}\r\n',
      [
        ['{"a":1}', 0, 1],
        ['{"b":2}', 9, 2],
      ],
    ],
    [
      "blank lines",
      '\n  \n{"a":1}\n\r\n\t\n{"b":2}\n',
      [
        ['{"a":1}', 4, 3],
        ['{"b":2}', 16, 6],
      ],
    ],
    [
      "a byte order mark",
      '\u{feff}{"a":1}\n{"b":2}\n',
      [
        ['{"a":1}', 3, 1],
        ['{"b":2}', 11, 2],
      ],
    ],
    ["only a byte order mark", "\u{feff}", []],
    [
      "characters of several bytes",
      '"é"\n"日本"\n"😀"',
      [
        ['"é"', 0, 1],
        ['"日本"', 5, 2],
        ['"😀"', 14, 3],
      ],
    ],
  ];

  it.each(cases)("%s, whatever the chunks", async (_, content, expected) => {
    for (const chunk of [1, 2, 3, 5, 1000]) expect(await split(content, chunk)).toEqual(expected);
  });

  it("gives each line with its place, whatever the lines and the chunks", async () => {
    const line = fc.string({ unit: "grapheme" }).map((value) => JSON.stringify(value));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 40 }), async (values, chunk) => {
        const content = values.join("\n");
        const found = await split(content, chunk);
        expect(found.map((entry) => (entry as unknown[])[0])).toEqual(values);
        const bytes = new TextEncoder().encode(content);
        for (const [body, offset] of found as [string, number][]) {
          expect(text(bytes.subarray(offset)).startsWith(body)).toBe(true);
        }
      }),
    );
  });

  it("names the first byte that is not UTF-8", async () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode('{"a":1}\n"ab'), 0xc3, 0x28, 0x22, 0x0a);
    for (const chunk of [1, 3, 100]) {
      const [first, error] = await split(bytes, chunk);
      expect(first).toEqual(['{"a":1}', 0, 1]);
      expect(error).toEqual(["INPUT_ENCODING", { file: "f.jsonl", line: 2, offset: 11 }]);
    }
  });

  it("refuses UTF-16 with and without its mark", async () => {
    for (const mark of ["\u{feff}", ""]) {
      const bytes = Uint8Array.from(Buffer.from(`${mark}{"a":1}\n`, "utf16le"));
      expect(await split(bytes, 5)).toEqual([["INPUT_ENCODING", { file: "f.jsonl", offset: 0 }]]);
    }
  });

  it("refuses a line that is too long, before it holds it", async () => {
    const content = `{"a":1}\n${"x".repeat(100)}`;
    for (const chunk of [1, 7, 1000]) {
      expect(await split(content, chunk, { maxLine: 50 })).toEqual([
        ['{"a":1}', 0, 1],
        ["INPUT_MALFORMED", { file: "f.jsonl", line: 2, offset: 8 }],
      ]);
    }
  });

  it("tells how far it has read", async () => {
    const seen: number[] = [];
    await split('{"a":1}\n', 3, { onProgress: (bytes) => seen.push(bytes) });
    expect(seen).toEqual([3, 6, 8]);
  });
});
