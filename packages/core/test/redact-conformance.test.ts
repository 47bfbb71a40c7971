/** The cases in `conformance/redact`: one folder per recognizer, and none without a recognizer. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { find, RECOGNIZERS, Scanner } from "../src/redact/index.ts";

interface Cases {
  readonly hits: readonly { readonly text: string; readonly found: readonly (readonly [string, string])[] }[];
  readonly misses: readonly string[];
}

const FOLDER = join(import.meta.dirname, "../../../conformance/redact");
/** What a profile acts on unless it says otherwise. */
const THRESHOLD = 0.5;
const scanner = new Scanner(RECOGNIZERS);
const spanRecognizers = RECOGNIZERS.filter((one) => one.flags !== true);

it("every recognizer has a folder of cases", () => {
  const folders = readdirSync(FOLDER);
  expect(spanRecognizers.map((one) => one.name).filter((name) => !folders.includes(name))).toEqual([]);
});

describe.each(spanRecognizers.map((one) => one.name))("%s", (name) => {
  const cases = JSON.parse(readFileSync(join(FOLDER, name, "cases.json"), "utf8")) as Cases;
  const foundIn = (text: string) =>
    find(scanner, text, THRESHOLD)
      .filter((one) => one.recognizer === name)
      .map((one) => [one.type, text.slice(one.start, one.end)]);

  it.each(cases.hits)("finds in $text", ({ text, found }) => {
    expect(foundIn(text)).toEqual(found);
  });

  it.each(cases.misses)("finds nothing in %s", (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});
