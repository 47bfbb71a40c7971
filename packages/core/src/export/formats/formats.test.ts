import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Turn } from "../turn.ts";
import { fit } from "./fit.ts";
import type { Format } from "./format.ts";
import { FORMATS } from "./formats.ts";

const turn: fc.Arbitrary<Turn> = fc.record({
  role: fc.constantFrom("user", "assistant", "system", "tool"),
  name: fc.constantFrom(undefined, "search"),
  text: fc.stringMatching(/^[a-z]{1,8}$/),
});
const turns = fc.array(turn, { maxLength: 12 });

interface Spoken {
  readonly speaker: string;
  readonly text: string;
}

function spokenIn(format: Format, row: Readonly<Record<string, unknown>>): readonly Spoken[] {
  const { list, speaker, text } = format.fields;
  const messages = row[list] as readonly Readonly<Record<string, string>>[];
  return messages.map((one) => ({ speaker: one[speaker] ?? "", text: one[text] ?? "" }));
}

it("no two formats have one name", () => {
  expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length);
});

describe.each(FORMATS)("$name", (format) => {
  it("takes every turn once or says why not", () => {
    fc.assert(
      fc.property(turns, (given) => {
        const fitted = fit(given, format.shape);
        if (typeof fitted === "string") return;
        const left = [...fitted.left.values()].reduce((sum, times) => sum + times, 0);
        expect(fitted.turns.length + left).toBe(given.length);
        expect(fitted.places.map((place) => given[place])).toEqual(fitted.turns);
        const row = JSON.stringify(format.row(fitted.turns));
        for (const { text } of fitted.turns) expect(row).toContain(text);
      }),
    );
  });

  it("fits what it has fitted", () => {
    fc.assert(
      fc.property(turns, (given) => {
        const fitted = fit(given, format.shape);
        if (typeof fitted === "string") return;
        const places = fitted.turns.map((_, place) => place);
        expect(fit(fitted.turns, format.shape)).toEqual({ turns: fitted.turns, places, left: new Map() });
      }),
    );
  });

  it("puts no two messages of one speaker beside each other", () => {
    fc.assert(
      fc.property(turns, (given) => {
        const fitted = fit(
          given.map((one) => ({ ...one, name: undefined })),
          format.shape,
        );
        if (typeof fitted === "string") return;
        const spoken = spokenIn(format, format.row(fitted.turns));
        for (const [index, { speaker }] of spoken.entries()) {
          expect(speaker).not.toBe(spoken[index - 1]?.speaker);
        }
      }),
    );
  });
});

describe.each(FORMATS.filter(({ shape }) => shape.answer))("$name", (format) => {
  it("begins with a question and ends with an answer", () => {
    fc.assert(
      fc.property(turns, (given) => {
        const fitted = fit(given, format.shape);
        if (typeof fitted === "string") {
          // There is no question with an answer after it.
          const question = given.findIndex(({ role }) => role === "user");
          expect(question >= 0 && given.slice(question).some(({ role }) => role === "assistant")).toBe(false);
          return;
        }
        const spoken = spokenIn(format, format.row(fitted.turns)).filter(
          ({ speaker }) => speaker !== "system",
        );
        expect(spoken[0]?.speaker).toMatch(/^(?:user|human)$/);
        expect(spoken.at(-1)?.speaker).toMatch(/^(?:assistant|gpt)$/);
      }),
    );
  });
});
