import { describe, expect, it } from "vitest";
import { knownValues } from "./known-values.ts";

/** The marked part is what the model says. */
function valuesOf(marked: string): readonly string[] {
  const start = marked.indexOf("<");
  const end = marked.indexOf(">") - 1;
  const text = marked.replace(/[<>]/g, "");
  return knownValues(text, [{ label: "PER", start, end, score: 0.8 }], () => "PERSON").map(
    ({ value }) => value,
  );
}

describe("a span becomes values that can be found", () => {
  it.each<[string, string, readonly string[]]>([
    ["as it is", "ask <Zor Vath> now", ["Zor Vath"]],
    ["a part of a word is the word", "ask Z<orva>th now", ["Zorvath"]],
    ["with accents", "ask Zo<ë> Vath", ["Zoë"]],
    ["without the marks around it", "so <(Zor Vath's)>, he", ["Zor Vath"]],
    ["a mark inside", "ask <O'Vath-Brin>!", ["O'Vath-Brin"]],
    ["over the end of a line", "ask <Zor\nVath>", ["Zor", "Vath"]],
    ["a quoted part", 'it is <Zor "Bru" Vath>', ["Zor", "Bru", "Vath"]],
    ["a space that does not break", "ask <Zor\u00a0Vath>", ["Zor", "Vath"]],
    ["no single letter", "ask <Z>", []],
    ["no marks only", "ask <-->", []],
    ["a script without spaces", "我叫<李明>今年", ["李明"]],
    ["letters in such a script", "我叫<Zor>今年", ["叫Zor今"]],
    ["a word beside an arrow", "a→<Zor>→b", ["Zor"]],
    ["a word beside what core takes for a letter", "a×<Zor>×b", ["a×Zor×b"]],
    ["at both ends of the text", "<Zorvath>", ["Zorvath"]],
  ])("%s", (_, marked, wanted) => {
    expect(valuesOf(marked)).toEqual(wanted);
  });

  it("each once, with its best score, and by type", () => {
    const spans = [
      { label: "PER", start: 0, end: 3, score: 0.6 },
      { label: "PER", start: 4, end: 7, score: 0.9 },
      { label: "LOC", start: 4, end: 7, score: 0.5 },
      { label: "DATE", start: 0, end: 3, score: 1 },
    ];
    const types: Readonly<Record<string, string>> = { PER: "PERSON", LOC: "LOCATION" };
    expect(knownValues("Zor Zor", spans, (label) => types[label])).toEqual([
      { type: "PERSON", value: "Zor", score: 0.9 },
      { type: "LOCATION", value: "Zor", score: 0.5 },
    ]);
  });
});
