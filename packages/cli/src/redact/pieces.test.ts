import { builtInProfile } from "@proviso/core/redact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sizes } from "./cut.ts";
import { createEngine, type Engine, type LineFormat } from "./engine.ts";
import { PAUSE, piecesOf } from "./pieces.ts";
import { redactPiece } from "./redact-piece.ts";

const SMALL: Sizes = { piece: 400, line: 900 };
const engine = createEngine({ profile: builtInProfile("default") });

async function* chunked(bytes: Uint8Array, by: readonly number[], pauses = false) {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = by[turn % by.length] ?? 1;
    yield bytes.slice(at, at + size);
    if (pauses) yield PAUSE;
    at += size;
  }
}

async function cut(text: string, format: LineFormat, by: readonly number[], pauses = false) {
  const pieces = [];
  const chunks = chunked(Buffer.from(text), by, pauses);
  for await (const piece of piecesOf(chunks, format, () => engine, SMALL)) pieces.push(piece);
  return pieces;
}

function joined(pieces: readonly { readonly bytes: Uint8Array }[]): string {
  return Buffer.concat(pieces.map((piece) => piece.bytes)).toString();
}

async function filtered(text: string, format: LineFormat, by: readonly number[], one: Engine = engine) {
  const out = (await cut(text, format, by)).map((piece) =>
    redactPiece(one, piece, { invalid: "error", findings: true }),
  );
  const done = out.flatMap((result) => ("invalid" in result ? [] : [result]));
  expect(done).toHaveLength(out.length);
  return { text: joined(done), findings: done.flatMap((result) => result.findings) };
}

const word = fc.constantFrom(
  "ab",
  "jo@example.com",
  "déjà",
  "😀",
  "x\\u00e9",
  "\\\\n",
  "zzz",
  '\\"',
  ", ",
  "   ",
);
const line = fc.array(word, { maxLength: 400 }).map((words) => words.join(" "));
const jsonl = fc
  .array(line, { maxLength: 6 })
  .map((lines) => lines.map((one) => `{"text":"${one}"}\n`).join(""));
const plain = fc
  .array(fc.oneof(line, fc.constantFrom("", "-----BEGIN KEY-----", "-----END KEY-----")), { maxLength: 12 })
  .map((lines) => lines.join("\n"));
const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 });

describe("pieces", () => {
  it.each<[LineFormat, fc.Arbitrary<string>]>([
    ["jsonl", jsonl],
    ["text", plain],
  ])("of %s are all there is, and the same however the bytes arrive", async (format, texts) => {
    await fc.assert(
      fc.asyncProperty(texts, sizes, async (text, chunks) => {
        const pieces = await cut(text, format, chunks);
        expect(joined(pieces)).toBe(text);
        if (format === "jsonl") {
          const whole = await filtered(text, format, [1_000_000]);
          expect((await filtered(text, format, chunks)).text).toBe(whole.text);
          return;
        }
        const places = (all: typeof pieces) => all.map((piece) => [piece.offset, piece.line, piece.column]);
        expect(places(pieces)).toEqual(places(await cut(text, format, [1_000_000])));
      }),
      { numRuns: 60 },
    );
  });

  it("know where they begin", async () => {
    await fc.assert(
      fc.asyncProperty(plain, sizes, async (text, chunks) => {
        const bytes = Buffer.from(text);
        for (const { offset, line: at, column } of await cut(text, "text", chunks)) {
          const before = bytes.subarray(0, offset).toString("latin1").split("\n");
          expect([at, column]).toEqual([before.length - 1, before.at(-1)?.length]);
        }
      }),
    );
  });

  it("of a line without an end are bounded, and no finding, character or escape is cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 800, maxLength: 1500 }), sizes, async (words, chunks) => {
        const text = `{"text":"${words.join(" ")}"}`;
        const pieces = await cut(text, "jsonl", chunks);
        expect(pieces.length).toBeGreaterThan(1);
        for (const piece of pieces) expect(piece.bytes.length).toBeLessThanOrEqual(SMALL.line + 700);
        const whole = engine.lines(Buffer.from(text), "jsonl");
        expect(whole.counts.get("EMAIL")).toBeGreaterThan(0);
        expect((await filtered(text, "jsonl", chunks)).text).toBe(Buffer.from(whole.bytes).toString());
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it("give places of findings in the input", async () => {
    const text = `{"a":"${"x ".repeat(600)}jo@example.com ${"y ".repeat(600)}bo@example.com"}\n{"b":"al@example.com"}\n`;
    const { findings } = await filtered(text, "jsonl", [97]);
    const lines = text.split("\n");
    expect(findings.map((found) => lines[found.line]?.slice(found.start, found.end))).toEqual([
      "jo@example.com",
      "bo@example.com",
      "al@example.com",
    ]);
  });

  it("come out where the input pauses, except inside a key", async () => {
    const pieces = await cut(
      "one\ntwo\n-----BEGIN KEY-----\nabc\n-----END KEY-----\nthree",
      "text",
      [4],
      true,
    );
    expect(pieces.map((piece) => Buffer.from(piece.bytes).toString())).toEqual([
      "one\n",
      "two\n",
      "-----BEGIN KEY-----\nabc\n-----END KEY-----\n",
      "three",
    ]);
  });

  it("of plain text end between paragraphs", async () => {
    const paragraph = `${"word ".repeat(30).trim()}\n${"more ".repeat(10).trim()}\n\n`;
    const pieces = await cut(paragraph.repeat(6), "text", [64]);
    expect(pieces.every((piece) => Buffer.from(piece.bytes).toString().endsWith("\n\n"))).toBe(true);
    expect(pieces.length).toBeGreaterThan(2);
  });
});
