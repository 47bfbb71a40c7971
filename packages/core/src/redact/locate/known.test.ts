/** Values that somebody else has found: where they count, and where they do not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnownValue } from "../finding.ts";
import { builtInProfile } from "../profile/built-in.ts";
import { parseProfile } from "../profile/parse-profile.ts";
import { Redactor } from "../redact.ts";

const redactor = new Redactor({ profile: builtInProfile("default") });
const person = (value: string, score = 0.9): KnownValue => ({ type: "PERSON", value, score });

function lines(text: string, known: readonly KnownValue[], format: "jsonl" | "text" = "jsonl"): string {
  const { bytes } = redactor.lines(new TextEncoder().encode(text), format, { known: () => known });
  return new TextDecoder().decode(bytes);
}

describe("known values in a document", () => {
  it.each<[string, string, KnownValue, string]>([
    [
      "a word in small letters",
      "so ask zorvath, or zorvaths",
      person("zorvath"),
      "so ask [PERSON], or zorvaths",
    ],
    ["a short one", "then bo said: boat", person("bo"), "then [PERSON] said: boat"],
    ["two words with a line between", "ask zor\n vath now", person("zor vath"), "ask [PERSON] now"],
    ["without spaces between words", "我叫李明今年", person("李明"), "我叫[PERSON]今年"],
    ["percent-encoded", "q=zor%20vath&x=1", person("zor vath"), "q=[PERSON]&x=1"],
    ["too weak a score", "ask zorvath", person("zorvath", 0.2), "ask zorvath"],
    ["a type that stays", "in zorvath", { type: "LOCATION", value: "zorvath", score: 1 }, "in zorvath"],
    ["no letter and no digit", "a - b", person(" - "), "a - b"],
    ["what was redacted before", "[PERSON] said", person("PERSON"), "[PERSON] said"],
  ])("%s", (_, text, known, wanted) => {
    expect(redactor.document([text], { known: [known] }).texts).toEqual([wanted]);
  });

  it("hold in all of its texts, and say where they come from", () => {
    const { texts, findings } = redactor.document(["by zorvath", "zorvath!"], { known: [person("zorvath")] });
    expect(texts).toEqual(["by [PERSON]", "[PERSON]!"]);
    expect(findings[0]).toEqual([
      { type: "PERSON", start: 3, end: 10, score: 0.9, recognizer: "model", validation: "model" },
    ]);
  });

  it("yield to a list of allowed values", () => {
    const profile = parseProfile("version: 1\nprofile: p\nallow: [zorvath]\n", "p.yaml");
    const { texts } = new Redactor({ profile }).document(["by zorvath"], { known: [person("zorvath")] });
    expect(texts).toEqual(["by zorvath"]);
  });
});

describe("known values in lines", () => {
  it.each<[string, string, KnownValue, string]>([
    ["of JSON", '{"a":"zorvath"}\n', person("zorvath"), '{"a":"[PERSON]"}\n'],
    ["with escapes", '{"a":"Zo\\u00eb\\nBrin"}\n', person("Zoë Brin"), '{"a":"[PERSON]"}\n'],
    ["never beyond a string", '{"a":"zor","b":"vath"}\n', person("zor vath"), '{"a":"zor","b":"vath"}\n'],
  ])("%s", (_, text, known, wanted) => {
    expect(lines(text, [known])).toBe(wanted);
  });

  it("are asked for by line", () => {
    const { bytes } = redactor.lines(
      new TextEncoder().encode('{"a":"zorvath"}\n{"a":"zorvath"}\n'),
      "jsonl",
      {
        known: (line) => (line === 1 ? [person("zorvath")] : []),
      },
    );
    expect(new TextDecoder().decode(bytes)).toBe('{"a":"zorvath"}\n{"a":"[PERSON]"}\n');
  });
});

it("no known word is left as a word", () => {
  const word = fc.stringMatching(/^[a-z]{2,6}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), (words, index) => {
      const value = words[index % words.length] ?? "";
      const text = words.join(", ");
      expect(lines(text, [person(value)], "text").split(", ")).not.toContain(value);
    }),
  );
});
