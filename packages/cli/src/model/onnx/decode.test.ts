import { describe, expect, it } from "vitest";
import { bestOf, decodeSpans } from "./decode.ts";

/** One word for each label, two apart. */
function spansOf(labels: string): readonly string[] {
  const words = labels
    .split(" ")
    .map((label, index) => ({ start: index * 2, end: index * 2 + 1, label, score: 0.5 }));
  return decodeSpans(words).map(({ label, start, end }) => `${label} ${start / 2}-${(end - 1) / 2}`);
}

describe("labels of words become names", () => {
  it.each<[string, string, readonly string[]]>([
    ["one word", "O B-PER O", ["PER 1-1"]],
    ["several", "B-PER I-PER I-PER O", ["PER 0-2"]],
    ["two side by side", "B-PER I-PER B-PER", ["PER 0-1", "PER 2-2"]],
    ["of two kinds", "B-PER I-LOC I-LOC", ["PER 0-0", "LOC 1-2"]],
    ["without a beginning", "O I-PER I-PER", ["PER 1-2"]],
    ["with an end (BIOES)", "B-PER E-PER I-PER S-PER", ["PER 0-1", "PER 2-2", "PER 3-3"]],
    ["with an end (BILOU)", "B-PER I-PER L-PER U-PER", ["PER 0-2", "PER 3-3"]],
    ["labels alone", "PER PER O LOC", ["PER 0-1", "LOC 3-3"]],
    ["a label with such a letter in it", "B-GIVEN-NAME I-GIVEN-NAME", ["GIVEN-NAME 0-1"]],
    ["nothing", "O O", []],
  ])("%s", (_, labels, wanted) => {
    expect(spansOf(labels)).toEqual(wanted);
  });

  it("with the mean of their scores", () => {
    const words = [0.9, 0.7].map((score, index) => ({ start: index, end: index + 1, label: "PER", score }));
    expect(decodeSpans(words)[0]?.score).toBeCloseTo(0.8);
  });
});

it("the most likely label, and how likely it is", () => {
  const logits = Float32Array.from([9, 9, 0, Math.log(3), 0, 9]);
  expect(bestOf(logits, 2, 3)).toEqual({ index: 1, score: expect.closeTo(0.6) });
  expect(bestOf(Float32Array.from([1000, -1000]), 0, 2)).toEqual({ index: 0, score: 1 });
});
