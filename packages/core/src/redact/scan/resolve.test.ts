/** The rule for overlaps, as cases and as what must hold for any spans. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VALIDATIONS } from "../entity.ts";
import { resolve, type Span } from "./resolve.ts";

const bytes = new TextEncoder().encode("abcdefghij klmnopqrs ... uvwxyz0123456789abcdefghij");

const span = (type: string, start: number, end: number, more: Partial<Span> = {}): Span => ({
  type,
  start,
  end,
  score: 0.9,
  recognizer: "test",
  validation: "structure",
  ...more,
});
const told = (spans: readonly Span[]) => spans.map(({ type, start, end }) => [type, start, end]);

describe("of two that overlap", () => {
  it.each([
    [
      "the stronger wins",
      [span("A", 0, 9), span("B", 2, 5, { validation: "checksum" })],
      [
        ["A", 0, 2],
        ["B", 2, 5],
        ["A", 5, 9],
      ],
    ],
    [
      "then the longer",
      [span("A", 0, 4), span("B", 2, 9)],
      [
        ["A", 0, 2],
        ["B", 2, 9],
      ],
    ],
    [
      "then the first",
      [span("A", 2, 6), span("B", 0, 4)],
      [
        ["B", 0, 4],
        ["A", 4, 6],
      ],
    ],
    ["then the better score", [span("A", 0, 4), span("B", 0, 4, { score: 1 })], [["B", 0, 4]]],
    ["then the name", [span("B", 0, 4), span("A", 0, 4)], [["A", 0, 4]]],
    [
      "a rest without a letter or digit is nothing",
      [span("A", 15, 24), span("B", 12, 20, { validation: "checksum" })],
      [["B", 12, 20]],
    ],
    [
      "neighbours stay",
      [span("A", 0, 4), span("B", 4, 9)],
      [
        ["A", 0, 4],
        ["B", 4, 9],
      ],
    ],
  ])("%s", (_, spans, wanted) => {
    expect(told(resolve(spans, bytes))).toEqual(wanted);
  });
});

it("leaves no overlap, and nothing uncovered that was found", () => {
  const any = fc
    .record({
      type: fc.constantFrom("A", "B", "C"),
      start: fc.nat(bytes.length - 1),
      size: fc.integer({ min: 1, max: 20 }),
      validation: fc.constantFrom(...VALIDATIONS),
      score: fc.constantFrom(0.5, 0.9),
    })
    .map(({ type, start, size, validation, score }) =>
      span(type, start, Math.min(bytes.length, start + size), { validation, score }),
    );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (spans) => {
      const kept = resolve(spans, bytes);
      for (let index = 1; index < kept.length; index += 1) {
        expect((kept[index] as Span).start).toBeGreaterThanOrEqual((kept[index - 1] as Span).end);
      }
      const covers = (list: readonly Span[], at: number) =>
        list.some((one) => one.start <= at && at < one.end);
      for (let at = 0; at < bytes.length; at += 1) {
        const isWord = /[a-z\d]/.test(String.fromCharCode(bytes[at] as number));
        if (isWord) expect(covers(kept, at)).toBe(covers(spans, at));
      }
      expect(resolve([...spans].reverse(), bytes).map(({ start, end, type }) => [start, end, type])).toEqual(
        kept.map(({ start, end, type }) => [start, end, type]),
      );
    }),
    { numRuns: 2_000 },
  );
});
