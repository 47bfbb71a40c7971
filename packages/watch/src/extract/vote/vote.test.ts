import fc from "fast-check";
import { expect, it } from "vitest";
import { elect } from "./vote.ts";
import { wordBag, wordF1 } from "./word-bag.ts";

const prose = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, at) => `Clause ${from + at} says that you and we agree on matter ${from + at}.`,
  ).join("\n\n");
const MENU = Array.from({ length: 30 }, (_, at) => `- [Menu ${at}](https://x.example/${at})`).join("\n");

it("takes the text with the least around it among those that hold everything", () => {
  const whole = prose(0, 50);
  const elected = elect([
    { extractor: "defuddle", markdown: prose(0, 20) },
    { extractor: "readability", markdown: whole },
    { extractor: "main", markdown: `${MENU}\n\n${whole}` },
    { extractor: "body", markdown: `${MENU}\n\n${whole}` },
  ]);
  expect(elected).toMatchObject({ chosen: "readability", markdown: whole });
  expect(elected.signals.map(({ signal }) => signal)).toEqual(["extractors-disagree"]);
});

it("is silent when all agree, and takes the body when nobody else has an opinion", () => {
  const markdown = prose(0, 9);
  const agreed = elect([
    { extractor: "defuddle", markdown },
    { extractor: "main", markdown },
    { extractor: "body", markdown },
  ]);
  expect(agreed.signals).toEqual([]);
  expect(elect([{ extractor: "body", markdown }])).toMatchObject({ chosen: "body", signals: [] });
  expect(elect([{ extractor: "body", markdown: "" }])).toMatchObject({
    chosen: "none",
    markdown: "",
    signals: [],
  });
});

it("measures word F1 between 0 and 1, the same both ways, and 1 for a text with itself", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const [one, other] = [wordBag(a), wordBag(b)];
      const f1 = wordF1(one, other);
      expect(f1).toBe(wordF1(other, one));
      expect(f1).toBeGreaterThanOrEqual(0);
      expect(f1).toBeLessThanOrEqual(1);
      expect(wordF1(one, one)).toBe(1);
    }),
  );
  expect(wordF1(wordBag("a b [c](https://x.example/d)"), wordBag("c b e"))).toBeCloseTo(2 / 3);
});
