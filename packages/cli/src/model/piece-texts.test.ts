import { expect, it } from "vitest";
import { pieceTexts } from "./piece-texts.ts";
import { plainText } from "./plain-text.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each<[string, string, readonly (readonly string[])[]]>([
  ["strings in order", '{"a":"x","b":["y",{"c":"z"}],"d":1}', [["x", "y", "z"]]],
  ["escapes", '{"a":"Zo\\u00eb\\nBrin"}', [["Zoë\nBrin"]]],
  ["names of fields that somebody wrote", '{"Zor Vath":{"id":"x"}}', [["Zor Vath", "x"]]],
  ["line by line", '{"a":"x"}\n\n{"a":"y"}\n', [["x"], [""], ["y"], [""]]],
  ["a byte order mark", '\ufeff{"a":"x"}', [["x"]]],
  ["a line that is no JSON", 'Zor said "x" to me', [['Zor said "x" to me']]],
  ["a line of a laid out file", '  "a": "Zo\\u00eb\\nBrin",', [['  "a": "Zoë\nBrin",']]],
  ["a string alone", '"x"', [["x"]]],
  ["depth", `${"[".repeat(50_000)}"x"${"]".repeat(50_000)}`, [["x"]]],
])("%s", (_, text, wanted) => {
  expect(pieceTexts(bytes(text), "jsonl")).toEqual(wanted);
});

it("plain text is one document", () => {
  expect(pieceTexts(bytes('{"a":"x"}\n\ny'), "text")).toEqual([['{"a":"x"}\n\ny']]);
});

it.each<[string, readonly string[], string]>([
  ["texts are paragraphs", ["Zor.", "Vath"], "Zor.\n\nVath"],
  ["what has no letter is left out", ["2025-01-01", "", "Zor"], "Zor"],
  ["so is what is encoded", [`Zor ${"QUJD".repeat(100)} Vath`, "A".repeat(300)], "Zor   Vath"],
  ["halves of characters are replaced", ["Zor \ud83d"], "Zor \ufffd"],
])("%s", (_, texts, wanted) => {
  expect(plainText(texts)).toBe(wanted);
});
