import fc from "fast-check";
import { expect, it } from "vitest";
import { reserves } from "./signals.ts";
import { withoutReserved } from "./without-reserved.ts";

it.each([
  ["train-ai=n", true],
  ["search=y, train-ai=n", true],
  ["train-ai=y", false],
  ["tdm-reservation=1", true],
  ["tdm-reservation: 1", true],
  ["tdm-reservation=0", false],
  ["cawg.ai_training=notAllowed", true],
  ["cawg.ai_generative_training=notAllowed", true],
  ["cawg.ai_inference=notAllowed", false],
  ["", false],
])("the signal %s", (signal, wanted) => expect(reserves(signal)).toBe(wanted));

const MARKS = [
  "HTTP/1.1 200 OK\n",
  "<!doctype html>\n",
  "URL: https://a.example/\n",
  "\n",
  "words ",
  "<html>",
];
const SIGNALS = [
  "Content-Usage: train-ai=n\n",
  "tdm-reservation: 1\n",
  '<meta name="robots" content="noai">',
];
const pieces = fc.array(fc.constantFrom(...MARKS, ...SIGNALS), { maxLength: 30 });

it("leaves nothing in that it would take out", () => {
  fc.assert(
    fc.property(pieces, fc.boolean(), (parts, fetched) => {
      const once = withoutReserved(`\n${parts.join("\n")}`, fetched).text;
      const twice = withoutReserved(once, fetched);
      expect(twice.text).toBe(once);
    }),
  );
});

it("leaves text without a signal as it is", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...MARKS)), fc.boolean(), (parts, fetched) => {
      const text = parts.join("");
      expect(withoutReserved(text, fetched)).toEqual({ text, signals: new Map() });
    }),
  );
});

it("a fetched text with a signal loses at least the line of the signal", () => {
  fc.assert(
    fc.property(pieces, fc.constantFrom(...SIGNALS), (parts, signal) => {
      const { text, signals } = withoutReserved(`${parts.join("")}\n${signal}`, true);
      expect(text).not.toContain(signal.trim());
      expect(signals.size).toBeGreaterThan(0);
    }),
  );
});

it.each([
  ["quotes", `"content-usage":"${"\\".repeat(50_000)}`],
  ["tags", "<meta ".repeat(50_000)],
  ["credentials", `cawg.ai_training":{${'use":'.repeat(50_000)}`],
  ["robots", `x-robots-tag:${" a".repeat(50_000)}`],
  ["fields", "tdm-reservation".repeat(20_000)],
])("a long text of %s is read in time", (_, text) => {
  // Quadratic work on texts of this length would outlast any test.
  expect(withoutReserved(text, true).signals.get("content-usage")).toBeUndefined();
});
