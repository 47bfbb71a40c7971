import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileOf } from "../../../test/source-input.ts";
import { ProvisoError } from "../../errors.ts";
import { type RecordsOptions, records } from "./records.ts";

const CHUNKS = [1, 2, 3, 7, 64, 4096];

async function find(
  content: string | Uint8Array,
  chunk: number,
  options: RecordsOptions = {},
): Promise<unknown[]> {
  const found: unknown[] = [];
  try {
    for await (const { bytes, offset, line } of records(fileOf("f.json", content, chunk), options)) {
      found.push([new TextDecoder().decode(bytes), offset, line]);
    }
  } catch (error) {
    if (!(error instanceof ProvisoError)) throw error;
    found.push([error.code, error.place]);
  }
  return found;
}

const json = fc.jsonValue({ maxDepth: 4 });
const spaces = fc.constantFrom("", " ", "\n", "\r\n\t ", "  \n");

/** An array's text with white space of any kind around its elements, and where each element begins. */
const spaced = fc.array(fc.tuple(json, spaces, spaces)).chain((elements) =>
  fc.tuple(spaces, spaces).map(([before, after]) => {
    const texts = elements.map(([value, left, right]) => `${left}${JSON.stringify(value)}${right}`);
    return { values: elements.map(([value]) => value), text: `${before}[${texts.join(",")}]${after}` };
  }),
);

describe("records", () => {
  const cases: [string, string, RecordsOptions, unknown[]][] = [
    ["an empty array", " [ ] ", {}, []],
    [
      "elements of any type",
      '[{"a":"]}"},12, "x,\\"y" ,\n[1,[2]],null]',
      {},
      [
        ['{"a":"]}"}', 1, 1],
        ["12", 12, 1],
        ['"x,\\"y"', 16, 1],
        ["[1,[2]]", 26, 2],
        ["null", 34, 2],
      ],
    ],
    ["one object", '\n{"a":[1]}\n', {}, [['{"a":[1]}', 1, 2]]],
    ["a byte order mark", '\u{feff}[{"a":1}]', {}, [['{"a":1}', 4, 1]]],
    [
      "a wrapper",
      '{"x":["list"],"list":[{"a":1},{"b":2}],"z":{"list":[3]}}',
      { under: "list" },
      [
        ['{"a":1}', 22, 1],
        ['{"b":2}', 30, 1],
      ],
    ],
    ["a wrapper without its list", '{"x":[1]}', { under: "list" }, [["INPUT_MALFORMED", { file: "f.json" }]]],
    ["nothing", "", {}, [["INPUT_EMPTY", { file: "f.json", offset: 0 }]]],
    ["white space", " \n ", {}, [["INPUT_EMPTY", { file: "f.json", offset: 3 }]]],
    ["text", "hello", {}, [["INPUT_MALFORMED", { file: "f.json", line: 1, offset: 0 }]]],
    [
      "two objects",
      '{"a":1}\n{"b":2}',
      {},
      [
        ['{"a":1}', 0, 1],
        ["INPUT_MALFORMED", { file: "f.json", line: 2, offset: 8 }],
      ],
    ],
    [
      "a missing comma",
      '[{"a":1}\n{"b":2}]',
      {},
      [
        ['{"a":1}', 1, 1],
        ["INPUT_MALFORMED", { file: "f.json", line: 2, offset: 9 }],
      ],
    ],
    [
      "a final comma",
      "[1,]",
      {},
      [
        ["1", 1, 1],
        ["INPUT_MALFORMED", { file: "f.json", line: 1, offset: 3 }],
      ],
    ],
    [
      "bytes after the end",
      "[1]\u{0}\u{0}",
      {},
      [
        ["1", 1, 1],
        ["INPUT_MALFORMED", { file: "f.json", line: 1, offset: 3 }],
      ],
    ],
  ];

  it.each(cases)("%s, whatever the chunks", async (_, content, options, expected) => {
    for (const chunk of CHUNKS) expect(await find(content, chunk, options)).toEqual(expected);
  });

  it("finds what JSON.parse finds, for any JSON and any chunks", async () => {
    await fc.assert(
      fc.asyncProperty(spaced, fc.integer({ min: 1, max: 60 }), async ({ values, text }, chunk) => {
        const found = (await find(text, chunk)) as [string, number, number][];
        expect(found.map(([body]) => JSON.parse(body) as unknown)).toEqual(JSON.parse(text));
        expect(found.length).toBe(values.length);
        expect(await find(text, 4096)).toEqual(found);
        const bytes = new TextEncoder().encode(text);
        for (const [body, offset, line] of found) {
          const before = new TextDecoder().decode(bytes.subarray(0, offset));
          expect(new TextDecoder().decode(bytes.subarray(offset)).startsWith(body)).toBe(true);
          expect(line).toBe(before.split("\n").length);
        }
      }),
    );
  });

  it("says of a file cut off anywhere that it is cut off, after the records before the cut", async () => {
    const whole = ' [{"a":"x\\\\"}, {"b":[1,"]"]},\n{"c":"é"}] ';
    const bytes = new TextEncoder().encode(whole);
    const all = (await find(whole, 4096)) as [string, number, number][];
    const end = bytes.lastIndexOf("]".charCodeAt(0));
    for (let cut = 2; cut <= end; cut += 1) {
      const expected = all.filter(([body, offset]) => offset + new TextEncoder().encode(body).length <= cut);
      for (const chunk of [1, 5, 4096]) {
        const found = await find(bytes.subarray(0, cut), chunk);
        expect(found.slice(0, -1)).toEqual(expected);
        expect(found.at(-1)).toEqual([
          "INPUT_TRUNCATED",
          expect.objectContaining({ file: "f.json", offset: cut }),
        ]);
      }
    }
  });

  it("refuses what is not UTF-8, at its place", async () => {
    const utf16 = Uint8Array.from(Buffer.from('\u{feff}[{"a":1}]', "utf16le"));
    expect(await find(utf16, 3)).toEqual([["INPUT_ENCODING", { file: "f.json", offset: 0 }]]);
    const latin1 = Uint8Array.from(Buffer.from('[{"a":1},\n{"b":"caf\u{e9}"}]', "latin1"));
    for (const chunk of CHUNKS) {
      expect(await find(latin1, chunk)).toEqual([
        ['{"a":1}', 1, 1],
        ["INPUT_ENCODING", { file: "f.json", line: 2, offset: 19 }],
      ]);
    }
  });

  it("refuses a record that is too long, before it holds it", async () => {
    const content = `[1, "${"x".repeat(500)}"]`;
    expect(await find(content, 10, { maxRecord: 100 })).toEqual([
      ["1", 1, 1],
      ["INPUT_MALFORMED", { file: "f.json", line: 1, offset: 4 }],
    ]);
  });

  it("is not stopped by nesting that would overflow a stack", async () => {
    const deep = `[${"[".repeat(200_000)}${"]".repeat(200_000)}]`;
    expect(await find(deep, 4096)).toEqual([[deep.slice(1, -1), 1, 1]]);
  });

  it("gives the same with chunks that are overwritten after use", async () => {
    const text = JSON.stringify(
      Array.from({ length: 50 }, (_, index) => ({ index, text: "y".repeat(index) })),
    );
    const bytes = new TextEncoder().encode(text);
    const reused = new Uint8Array(64);
    const file = {
      path: "f.json",
      size: undefined,
      async *open() {
        for (let at = 0; at < bytes.length; at += reused.length) {
          const part = bytes.subarray(at, at + reused.length);
          reused.fill(0x7b);
          reused.set(part);
          yield reused.subarray(0, part.length);
        }
      },
    };
    const found: unknown[] = [];
    for await (const { bytes: body } of records(file)) found.push(JSON.parse(new TextDecoder().decode(body)));
    expect(found).toEqual(JSON.parse(text));
  });
});
