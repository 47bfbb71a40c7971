/** What stands for a bare number of JSON: a number where it can be, else a string. */
import { describe, expect, it } from "vitest";
import { parseProfile } from "./profile/parse-profile.ts";
import { Redactor } from "./redact.ts";

const key = new Uint8Array(32).fill(31);

function redactorOf(card: string): Redactor {
  return new Redactor({
    profile: parseProfile(`version: 1\nprofile: p\nentities: { CARD: ${card}, PHONE: ${card} }\n`, "p.yaml"),
    key,
  });
}

/** In plain text only a number behind the name of a field is known as one of JSON. */
const FIELD = '{"card": 4111111111111111, "text":"x"}';
const CHAT = '{"card": 4111111111111111, "more":[5500005555555559], "text":"x"}';

describe.each([
  [
    "a line",
    (redactor: Redactor) =>
      new TextDecoder().decode(redactor.lines(new TextEncoder().encode(CHAT), "jsonl").bytes),
  ],
  [
    "plain text",
    (redactor: Redactor) =>
      new TextDecoder().decode(redactor.lines(new TextEncoder().encode(FIELD), "text").bytes),
  ],
  ["a document", (redactor: Redactor) => redactor.document([FIELD]).texts[0] ?? ""],
])("in %s", (where, redact) => {
  it.each([
    ["pseudonym", "number"],
    ["hash", "string"],
    ["replace", "string"],
    ["mask", "string"],
    ["encrypt", "string"],
    ["remove", "string"],
    ['{ operator: mask, char: "0" }', "string"],
    ['{ operator: replace, text: "0" }', "number"],
    ['{ operator: replace, text: "12" }', "number"],
    ['{ operator: replace, text: "1.5" }', "string"],
  ])("%s writes a %s", (operator, wanted) => {
    const redactor = redactorOf(operator);
    const written = redact(redactor);
    const { card, more } = JSON.parse(written);
    expect(typeof card).toBe(wanted);
    expect(card).not.toBe(4111111111111111);
    if (where === "a line") expect([typeof more[0], more[0] === 5500005555555559]).toEqual([wanted, false]);
  });
});

it("a number that was replaced by another is left alone", () => {
  const redactor = redactorOf("pseudonym");
  const bytes = new TextEncoder().encode(CHAT);
  const once = redactor.lines(bytes, "jsonl").bytes;
  expect(redactor.lines(once, "jsonl").bytes).toEqual(once);
});
