/** Laws that hold for every recognizer of the families `government` and `account`. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Scanner } from "../../scan/scanner.ts";
import { HARD, textOf } from "../../scan/text.ts";
import { ACCOUNT } from "../account/account.ts";
import type { Recognizer } from "../recognizer.ts";
import { GOVERNMENT } from "./government.ts";

const ALL: readonly Recognizer[] = [...GOVERNMENT, ...ACCOUNT];
const scanner = new Scanner(ALL);

/** Pieces that labels, numbers and what joins them are made of, so that forms come about by chance. */
const piece = fc.oneof(
  fc.constantFrom(
    "SSN ",
    "born ",
    "DOB: ",
    "@",
    "/home/",
    "username: ",
    "Kundennr. ",
    "passport ",
    "CPF ",
    "P<UTO",
    "<<",
    "\n",
  ),
  fc.constantFrom(" ", "-", ".", "/", ":", "\u0000", '"', "é", "号", "😀"),
  fc.stringMatching(/^[0-9]{1,14}$/),
  fc.stringMatching(/^[A-Z0-9]{1,18}$/),
  fc.stringMatching(/^[a-z]{1,6}$/),
);
const document = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));

it("names are their own", () => {
  const names = ALL.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe("a finding", () => {
  it("lies within the document, is not empty and does not cross its borders", () => {
    fc.assert(
      fc.property(document, (value) => {
        const text = textOf(value);
        for (const { start, end, score, type, recognizer } of scanner.scan(text).spans) {
          expect(start).toBeGreaterThanOrEqual(text.start);
          expect(end).toBeLessThanOrEqual(text.end);
          expect(end).toBeGreaterThan(start);
          expect(text.bytes.subarray(start, end).includes(HARD)).toBe(false);
          expect(text.bytes.subarray(start, end).includes(0x22)).toBe(false);
          expect(score > 0 && score <= 1).toBe(true);
          expect(ALL.find(({ name }) => name === recognizer)?.types).toContain(type);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on what stands outside the document", () => {
    fc.assert(
      fc.property(document, document, document, (before, value, after) => {
        const spansOf = (from: number, to: number, buffer: Uint8Array) =>
          scanner.scan({ bytes: buffer, start: from, end: to }).spans.map((span) => ({
            ...span,
            start: span.start - from,
            end: span.end - from,
          }));
        const alone = textOf(value);
        const [head, tail] = [textOf(before), textOf(after)];
        const size = alone.end - alone.start;
        const bytes = new Uint8Array(head.end + size + tail.bytes.length);
        bytes.set(head.bytes.subarray(0, head.end), 0);
        bytes.set(alone.bytes.subarray(alone.start, alone.end), head.end);
        bytes.set(tail.bytes.subarray(tail.start), head.end + size);
        const start = head.end;
        expect(spansOf(start, start + size, bytes)).toEqual(spansOf(alone.start, alone.end, alone.bytes));
      }),
      { numRuns: 2000 },
    );
  });
});
