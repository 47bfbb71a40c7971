/** The names finder as it is shipped: its cases, its laws, and how good it is on public files if they are there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { find } from "../scan/find.ts";
import { Scanner } from "../scan/scanner.ts";
import { textOf } from "../scan/text.ts";
import { namesFinder } from "./names.ts";

interface Cases {
  readonly hits: readonly { readonly text: string; readonly found: readonly (readonly [string, string])[] }[];
  readonly misses: readonly string[];
}

const CASES = join(import.meta.dirname, "../../../../../conformance/redact/names/cases.json");
/** Public corpora beside the checkout; they are no part of it. */
const DATA = join(import.meta.dirname, "../../../../../../shared/data/pii");
const THRESHOLD = 0.5;
const scanner = new Scanner([], [namesFinder()]);

function foundIn(text: string): readonly (readonly [string, string])[] {
  return find(scanner, text)
    .filter((one) => one.score >= THRESHOLD)
    .map((one) => [one.type, text.slice(one.start, one.end)]);
}

describe("names", () => {
  const cases = JSON.parse(readFileSync(CASES, "utf8")) as Cases;

  it.each(cases.hits)("finds in $text", ({ text, found }) => {
    expect(foundIn(text)).toEqual(found);
  });

  it.each(cases.misses)("finds nothing in %s", (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});

describe("the rest of the document", () => {
  it("knows a person again by one name", () => {
    const found = foundIn(
      "Contract between Olumide Trzaskowska and me.\n\nThe flat is Trzaskowska's since May.",
    );
    expect(found.map(([, value]) => value)).toEqual(["Olumide Trzaskowska", "Trzaskowska"]);
  });

  it("keeps records apart", () => {
    for (const { start, end } of find(scanner, "Ask Maria\u0000Lopez about it.\u0000Dr\u0000Berg")) {
      expect("Ask Maria\u0000Lopez about it.\u0000Dr\u0000Berg".slice(start, end)).not.toContain("\u0000");
    }
  });

  it("forgets it with the next document", () => {
    const before = foundIn("The Trzaskowska is a kind of tree.");
    foundIn("My name is Olumide Trzaskowska.");
    expect(foundIn("The Trzaskowska is a kind of tree.")).toEqual(before);
  });
});

describe("laws", () => {
  const words = fc.constantFrom(
    "Anna",
    "Mr",
    "de",
    "la",
    "Smith",
    "J.",
    "O'Neil",
    "the",
    "my name is",
    "ich heiße",
    "\u0000",
    "\n",
    "’s",
    "😀",
    "Ünal",
    "Иван",
    "名前",
    "://",
    "@x",
    "_",
    "-",
    "A",
    "LJ",
    "QC",
    "É",
    "\u0301",
    "…",
    "“",
    "12",
  );
  const texts = fc
    .array(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 40 })
    .map((parts) => parts.join(" "));

  it("spans lie in the document, begin and end at words, and cross no record", () => {
    fc.assert(
      fc.property(texts, (value) => {
        const text = textOf(value);
        namesFinder().find(text, new Int32Array(0), 0, [], (span) => {
          expect(span.start).toBeGreaterThanOrEqual(text.start);
          expect(span.end).toBeLessThanOrEqual(text.end);
          expect(span.start).toBeLessThan(span.end);
          expect(span.score).toBeGreaterThan(0);
          expect(span.score).toBeLessThanOrEqual(1);
          expect(text.bytes.subarray(span.start, span.end).includes(0)).toBe(false);
          // Neither end cuts a character in two.
          expect((text.bytes[span.start] ?? 0) & 0xc0).not.toBe(0x80);
          expect((text.bytes[span.end] ?? 0) & 0xc0).not.toBe(0x80);
        });
      }),
    );
  });

  it("the same document gives the same spans, whatever was read before", () => {
    const finder = namesFinder();
    const read = (value: string): unknown[] => {
      const spans: unknown[] = [];
      finder.find(textOf(value), new Int32Array(0), 0, [], (span) => spans.push(span));
      return spans;
    };
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const first = read(one);
        read(other);
        expect(read(one)).toEqual(first);
      }),
    );
  });
});

describe.skipIf(!existsSync(DATA))("public files (skipped where they are not)", () => {
  interface Gold {
    readonly start: number;
    readonly end: number;
  }

  function scored(documents: readonly { text: string; gold: readonly Gold[] }[], least: number) {
    let hits = 0;
    let covered = 0;
    let found = 0;
    let gold = 0;
    for (const document of documents) {
      const mine = find(scanner, document.text).filter(
        (one) => one.type === "PERSON" && one.score >= THRESHOLD,
      );
      const agrees = (one: Gold, other: Gold): boolean => {
        const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
        return (
          common > 0 && common / (Math.max(one.end, other.end) - Math.min(one.start, other.start)) >= least
        );
      };
      hits += mine.filter((one) => document.gold.some((other) => agrees(one, other))).length;
      covered += document.gold.filter((one) => mine.some((other) => agrees(one, other))).length;
      found += mine.length;
      gold += document.gold.length;
    }
    return { precision: hits / found, recall: covered / gold };
  }

  it("persons in made-up messages, nearly to the letter", () => {
    const rows = JSON.parse(
      readFileSync(join(DATA, "presidio-research/synth_dataset_v2.json"), "utf8"),
    ) as readonly {
      full_text: string;
      spans: readonly { entity_type: string; start_position: number; end_position: number }[];
    }[];
    const { precision, recall } = scored(
      rows.map((row) => ({
        text: row.full_text,
        gold: row.spans
          .filter((span) => span.entity_type === "PERSON")
          .map((span) => ({ start: span.start_position, end: span.end_position })),
      })),
      0.9,
    );
    expect(precision).toBeGreaterThanOrEqual(0.74);
    expect(recall).toBeGreaterThanOrEqual(0.78);
  });

  it("persons in judgments", () => {
    const texts = JSON.parse(readFileSync(join(DATA, "tab/test_texts.json"), "utf8")) as Record<
      string,
      string
    >;
    const spans = JSON.parse(readFileSync(join(DATA, "tab/test_gold_manual.json"), "utf8")) as Record<
      string,
      readonly (readonly [number, number, string])[]
    >;
    const { precision, recall } = scored(
      Object.entries(texts).map(([name, text]) => ({
        text,
        gold: (spans[name] ?? [])
          .filter(([, , type]) => type === "PERSON")
          .map(([start, end]) => ({ start, end })),
      })),
      0,
    );
    expect(precision).toBeGreaterThanOrEqual(0.85);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
