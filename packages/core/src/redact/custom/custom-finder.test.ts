import { describe, expect, test } from "vitest";
import { parseProfile } from "../profile/parse-profile.ts";
import { find } from "../scan/find.ts";
import { Scanner } from "../scan/scanner.ts";
import { createCustomFinder } from "./custom-finder.ts";

const PROFILE = String.raw`
version: 1
profile: test
languages: [en, de]
deny:
  - { type: PROJECT, values: [Project Bluebird], ignoreCase: true }
  - { type: PROJECT, values: [Rotkehlchen] }
recognizers:
  - name: employee-number
    type: EMPLOYEE_ID
    patterns: [{ regex: '\bEMP-\d{6}\b', score: 0.6 }]
    context: [badge, Ausweis, "numéro d'employé"]
    allow: [EMP-000000]
    deny: [The Founder]
    ignoreCase: true
  - name: member-number
    type: MEMBER_ID
    patterns: [{ regex: '\d{4}[ -]?\d{4}', score: 0.2 }]
    validator: luhn
    context: { words: [member], boost: 0.5, required: true }
  - name: french-only
    type: FRENCH
    patterns: [{ regex: 'FR-\d+' }]
    languages: [fr]
`;

const finder = createCustomFinder(parseProfile(PROFILE, "redaction.yaml"));
const scanner = new Scanner([], finder === undefined ? [] : [finder]);

function foundIn(text: string): readonly unknown[] {
  return find(scanner, text).map(({ type, start, end, score, recognizer, validation }) => [
    type,
    text.slice(start, end),
    Math.round(score * 100) / 100,
    recognizer,
    validation,
  ]);
}

describe("what a profile brings is found", () => {
  test.each([
    ["ask emp-123456", [["EMPLOYEE_ID", "emp-123456", 0.6, "employee-number", "pattern"]]],
    ["badge EMP-123456", [["EMPLOYEE_ID", "EMP-123456", 0.95, "employee-number", "context"]]],
    ["NUMÉRO D'EMPLOYÉ: EMP-123456", [["EMPLOYEE_ID", "EMP-123456", 0.95, "employee-number", "context"]]],
    ["emp-000000, EMP-1234567, XEMP-123456", []],
    ["so said the founder 😀", [["EMPLOYEE_ID", "the founder", 1, "employee-number", "structure"]]],
    ["member 1234-5674", [["MEMBER_ID", "1234-5674", 0.7, "member-number", "checksum"]]],
    ["member 1234-5675", []],
    ["number 1234-5674", []],
    ["FR-12", []],
    ["project  bluebird", [["PROJECT", "project  bluebird", 1, "deny", "structure"]]],
    ["Rotkehlchen rotkehlchen", [["PROJECT", "Rotkehlchen", 1, "deny", "structure"]]],
  ])("%s", (text, expected) => expect(foundIn(text)).toEqual(expected));
});

test("a profile that brings nothing has no finder", () => {
  expect(createCustomFinder(parseProfile("version: 1\nprofile: p", "f"))).toBeUndefined();
});
