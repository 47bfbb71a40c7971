/** The cases in `conformance/redact` of recognizers that flag what a document speaks of. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SPECIAL } from "../src/redact/recognizers/special/special.ts";
import { Scanner } from "../src/redact/scan/scanner.ts";
import { textOf } from "../src/redact/scan/text.ts";

interface Cases {
  readonly hits: readonly { readonly text: string; readonly found: readonly (readonly [string, string])[] }[];
  readonly misses: readonly string[];
}

const FOLDER = join(import.meta.dirname, "../../../conformance/redact");
/** What a profile acts on unless it says otherwise. */
const THRESHOLD = 0.5;
const scanner = new Scanner(SPECIAL);
const decoder = new TextDecoder();

it("flags are not spans", () => {
  const scanned = scanner.scan(textOf("I am pregnant."));
  expect(scanned.spans).toEqual([]);
  expect(scanned.flags).toHaveLength(1);
});

describe.each(SPECIAL.map((one) => one.name))("%s", (name) => {
  const cases = JSON.parse(readFileSync(join(FOLDER, name, "cases.json"), "utf8")) as Cases;
  const foundIn = (value: string) => {
    const text = textOf(value);
    return scanner
      .scan(text)
      .flags.filter((one) => one.recognizer === name && one.score >= THRESHOLD)
      .map((one) => [one.type, decoder.decode(text.bytes.slice(one.start, one.end))]);
  };

  it.each(cases.hits)("finds in $text", ({ text, found }) => {
    expect(foundIn(text)).toEqual(found);
  });

  it.each(cases.misses)("finds nothing in %s", (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});
