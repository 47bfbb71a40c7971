import { describe, expect, it } from "vitest";
import type { LabelledSet } from "./labelled.ts";
import { readPredictions } from "./predictions.ts";
import { readLabelled } from "./read-labelled.ts";
import { joinTokens } from "./readers/join-tokens.ts";

function read(...texts: readonly string[]): readonly LabelledSet[] {
  return readLabelled(texts.map((text, index) => ({ name: `f${index}`, text })));
}

/** Format, and each document's text with what is marked in it. */
function shown(sets: readonly LabelledSet[]) {
  return sets.map(({ format, documents }) => [
    format,
    ...documents.map(({ text, spans }) => [
      text,
      ...spans.map(({ start, end, label }) => `${label}=${text.slice(start, end)}`),
    ]),
  ]);
}

const lines = (...records: readonly unknown[]): string =>
  records.map((one) => JSON.stringify(one)).join("\n");

describe("formats are known by their content", () => {
  it.each<[string, readonly string[], unknown]>([
    [
      "our own lines",
      [
        lines(
          { text: "I am Bo", spans: [{ start: 5, end: 7, type: "PERSON" }] },
          { text: "😀 Bo", spans: [{ start: 3, end: 5, type: "PERSON" }] },
        ),
      ],
      [["marked-text", ["I am Bo", "PERSON=Bo"], ["😀 Bo", "PERSON=Bo"]]],
    ],
    [
      "presidio-research, which counts code points",
      [
        JSON.stringify([
          {
            full_text: "😀 Bo",
            spans: [{ entity_type: "PERSON", entity_value: "Bo", start_position: 2, end_position: 4 }],
          },
        ]),
      ],
      [["presidio-research", ["😀 Bo", "PERSON=Bo"]]],
    ],
    [
      "IOB2 with tabs",
      ["Ann\tB-PER\nLee\tI-PER\nsaid\tO\n\nBo\tB-PER\nAl\tB-PER\n"],
      [["conll", ["Ann Lee said", "PER=Ann Lee"], ["Bo Al", "PER=Bo", "PER=Al"]]],
    ],
    [
      "IOB1 with spaces and four columns",
      ["-DOCSTART- -X- O O\n\nAnn NNP I-NP I-PER\nin IN I-PP O\nRome NNP I-NP I-LOC\n"],
      [["conll", ["Ann in Rome", "PER=Ann", "LOC=Rome"]]],
    ],
    [
      "IOBES",
      ["Ann\tB-PER\nLee\tE-PER\nBo\tS-PER\nx\tO\n"],
      [["conll", ["Ann Lee Bo x", "PER=Ann Lee", "PER=Bo"]]],
    ],
    [
      "UD columns with the sentence's own text",
      ["# sent_id = 1\n# text = Bo's  dog\n1\tBo\tB-PER\t-\n2\t's\tO\t-\n3\tdog\tO\t-\n"],
      [["conll", ["Bo's  dog", "PER=Bo"]]],
    ],
    [
      "a handle in two tokens, a token # and an empty one",
      ["@\tB-PER\nbo_x\tB-PER\n#\tO\n\tO\nhi\tO\n"],
      [["conll", ["@bo_x # hi", "PER=@bo_x"]]],
    ],
    [
      "TAB in two files, spans first",
      [JSON.stringify({ d1: [[4, 6, "PERSON"]] }), JSON.stringify({ d1: "Mr. Bo" })],
      [["texts and spans", ["Mr. Bo", "PERSON=Bo"]]],
    ],
    [
      "TAB's own form, by annotator",
      [
        JSON.stringify([
          {
            doc_id: "d1",
            text: "Mr. Bo",
            annotations: {
              a: { entity_mentions: [{ entity_type: "PERSON", start_offset: 4, end_offset: 6 }] },
              b: { entity_mentions: [] },
            },
          },
        ]),
      ],
      [["tab", ["Mr. Bo", "PERSON=Bo"], ["Mr. Bo"]]],
    ],
    [
      "secrets by line",
      [
        lines({
          path: "a",
          text: "x\npw = abc\n",
          expected: [
            { rule: "r", line: 2, value_start: 5, value_end: 8, value: "abc" },
            { rule: "q", line: 2, value_start: 5, value_end: 7, value: "ab" },
          ],
        }),
      ],
      [["secrets by line", ["x\npw = abc\n", "SECRET=abc"]]],
    ],
    [
      "secrets by range",
      [lines({ rule: "r", case: "c", text: "key k1", expected: [{ range: [4, 6], id: "K" }] })],
      [["secrets by range", ["key k1", "SECRET=k1"]]],
    ],
    [
      "texts with or without a secret",
      [lines({ rule: "r", label: "secret", text: "abc" }, { rule: "r", label: "not-secret", text: "def" })],
      [["texts with or without a secret", ["abc", "SECRET=abc"], ["def"]]],
    ],
    [
      "recognizer cases",
      [
        lines(
          { recognizer: "ip_recognizer", text: "at 1.2.3.4", expected_len: 1, expected_positions: [[3, 10]] },
          { recognizer: "ip_recognizer", text: "1.2", expected_len: 0, expected_positions: null },
          { recognizer: "ip_recognizer", text: "a b", expected_len: 2, expected_positions: [0, 1] },
          { recognizer: "ip_recognizer", text: "?", expected_len: null, expected_positions: null },
        ),
      ],
      [["recognizer cases", ["at 1.2.3.4", "IP=1.2.3.4"], ["1.2"], ["a b", "IP=a b"]]],
    ],
    [
      "telephone numbers",
      [lines({ region: "GB", cc: "44", type: "mobile", national: "7700900123" })],
      [["telephone numbers", ["+447700900123", "PHONE=+447700900123"]]],
    ],
  ])("%s", (_, texts, wanted) => expect(shown(read(...texts))).toEqual(wanted));

  it("says how many texts were put together", () => {
    expect(read("Bo\tB-PER\n")[0]?.notes).toEqual(["1 of 1 texts are put together from their tokens"]);
  });
});

describe("what is wrong is said, with its place", () => {
  const own = (...spans: readonly unknown[]): string =>
    lines({ text: "Ann", spans: [] }, { text: "Bo Al", spans });
  it.each<[string, readonly string[], string, object]>([
    ["prose", ["Dear all,\nhello."], "INPUT_UNRECOGNISED", { file: "f0" }],
    ["an empty file", [" \n"], "INPUT_EMPTY", { file: "f0" }],
    ["records of something else", ['{"name": "x", "size": 3}'], "INPUT_UNRECOGNISED", { file: "f0" }],
    ["a broken line", [`${own()}\n{"text": `], "INPUT_MALFORMED", { file: "f0", line: 3 }],
    [
      "offsets outside",
      [own({ start: 3, end: 6, type: "PERSON" })],
      "INPUT_MALFORMED",
      { file: "f0", line: 2 },
    ],
    [
      "crossing spans",
      [own({ start: 0, end: 3, type: "A" }, { start: 2, end: 5, type: "B" })],
      "INPUT_MALFORMED",
      { file: "f0", line: 2 },
    ],
    [
      "a span twice",
      [own({ start: 0, end: 2, type: "A" }, { start: 0, end: 2, type: "A" })],
      "INPUT_MALFORMED",
      { file: "f0", line: 2 },
    ],
    [
      "a value that stands elsewhere",
      [own({ start: 0, end: 2, type: "A", value: "Al" })],
      "INPUT_MALFORMED",
      { file: "f0", line: 2 },
    ],
    [
      "a field of another type",
      ['{"text": "a", "spans": [{"start": "0"}]}'],
      "INPUT_MALFORMED",
      { file: "f0", field: "spans.0.start" },
    ],
    ["a row without a label", [`Al\n${"Bo\tB-PER\n".repeat(40)}`], "INPUT_MALFORMED", { line: 1 }],
    ["spans without texts", [JSON.stringify({ d: [[0, 1, "A"]] })], "INPUT_UNRECOGNISED", { file: "f0" }],
    [
      "spans of another text",
      [JSON.stringify({ d: "a" }), JSON.stringify({ e: [[0, 1, "A"]] })],
      "INPUT_MALFORMED",
      { file: "f0", field: "e" },
    ],
  ])("%s", (_, texts, code, place) => {
    expect(() => read(...texts)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining(place) }),
    );
  });
});

describe("predictions", () => {
  const [set] = read(JSON.stringify({ d1: "Mr. Bo" }), JSON.stringify({ d1: [[4, 6, "PERSON"]] }));
  const document = set?.documents[0];

  it("may cross, as tools report them", () => {
    const text = JSON.stringify({
      d1: [
        [0, 5, "A"],
        [4, 6, "PERSON"],
      ],
    });
    const { claims, find } = readPredictions({ name: "p", text });
    expect(claims).toEqual(new Set(["A", "PERSON"]));
    expect(document && find(document)).toHaveLength(2);
  });

  it("must speak of every document", () => {
    const { find } = readPredictions({ name: "p", text: JSON.stringify({ d2: [] }) });
    expect(() => document && find(document)).toThrowError(
      expect.objectContaining({ code: "INPUT_MALFORMED" }),
    );
  });
});

describe("tokens are joined as people write", () => {
  it.each([
    ["It 's Bo , is n't it ?", "It's Bo, isn't it?"],
    ['He said " hi " ( twice ) .', 'He said "hi" (twice).'],
    ["$ 5 and 10 % of @ bo", "$5 and 10% of @bo"],
  ])("%s", (tokens, text) => {
    const joined = joinTokens(tokens.split(" "), undefined);
    expect(joined.text).toBe(text);
    expect(tokens.split(" ").map((token, at) => text.startsWith(token, joined.starts[at]))).not.toContain(
      false,
    );
  });
});
