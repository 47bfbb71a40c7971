import { expect, test } from "vitest";
import { ProvisoError } from "../errors.ts";
import { parseTimeline, readTimeline } from "./parse-timeline.ts";

function refused(text: string): ProvisoError {
  try {
    parseTimeline(text, "account.yaml");
  } catch (error) {
    if (error instanceof ProvisoError) return error;
    throw error;
  }
  throw new Error("the timeline was accepted");
}

/** Text, line, column, field, a part of the message, a part of the hint. */
const INVALID: readonly (readonly [string, number, number, string | undefined, string, string?])[] = [
  ["plan: [", 1, 8, undefined, "flow sequence"],
  ["plan: a\nplan: b", 2, 1, undefined, "keys must be unique"],
  ["plan: a\n---\nplan: b", 2, 1, undefined, "multiple documents", "one timeline per file"],
  ["- plan", 1, 1, undefined, "not a group of fields"],
  ["? {a: b}\n: c", 1, 1, undefined, "a key is plain text"],
  ["terms: &t []\nnotices: *t", 2, 10, undefined, "references", "write the value out"],
  [`plan: ${"[".repeat(9999)}`, 1, 1, undefined, "nested too deeply"],
  [`plan: ${"[".repeat(40)}${"]".repeat(40)}`, 1, 39, undefined, "nested too deeply"],
  ["region: US\nchoises: []", 2, 1, "choises", "unknown field `choises`", "`choices`"],
  ["__proto__: {}", 1, 1, "__proto__", "unknown field `__proto__`"],
  [
    "choices:\n  - { at: 2025-01-01, purpos: sale, choice: granted }",
    2,
    23,
    "choices[0].purpos",
    "unknown field",
    "`purpose`",
  ],
  ["objections:", 1, 12, "objections", "is empty", "`[]`"],
  ["plan: true", 1, 7, "plan", "is not text or a list"],
  ["plan: []", 1, 7, "plan", "is empty"],
  ["plan: ''", 1, 7, "plan", "is empty"],
  ["minor: yes", 1, 8, "minor", "`true` or `false`"],
  ["minor: true", 1, 8, "minor", "needs the sign-up", "`signedUp`"],
  ["product: Claude", 1, 10, "product", "`Claude` is not a product", "`vendor/product`"],
  ["region: Germany", 1, 9, "region", "`Germany` is not a region", "`EEA-DE`"],
  ["signedUp: 2025-02-30", 1, 11, "signedUp", "`2025-02-30` is not a date of the calendar", "2025-10-08"],
  ["signedUp: 2025-13-01", 1, 11, "signedUp", "not a date of the calendar"],
  ["signedUp: 1.2.2025", 1, 11, "signedUp", "`1.2.2025` is not a date", "2025-10-08"],
  ["signedUp: 2025-01-01T10:00:00", 1, 11, "signedUp", "is not a date"],
  ["signedUp: 1970-01-01", 1, 11, "signedUp", "between the years 1990 and 9999"],
  [
    "choices: [{ at: 2025-01-01, purpose: training, choice: granted }]",
    1,
    38,
    "choices[0].purpose",
    "`training` is not a known `purpose`",
    "`train-general`",
  ],
  [
    "choices: [{ at: 2025-01-01, purpose: sale, choice: yes }]",
    1,
    52,
    "choices[0].choice",
    "`yes` is not a known `choice`",
    "`granted` or `refused`",
  ],
  [
    "choices: [{ at: 2025-01-01, purpose: sale, choice: granted, validFor: 1 year }]",
    1,
    71,
    "choices[0].validFor",
    "not a period",
    "`1y`",
  ],
  ["deletions: [{ at: 2025-01-01 }]", 1, 13, "deletions[0].conversation", "`conversation` is missing"],
  [
    "deletions: [{ account: false, at: 2025-01-01 }]",
    1,
    24,
    "deletions[0].account",
    "`false` is not a known `account`",
    "`true`",
  ],
  [
    "deletions: [{ conversation: c, account: true, at: 2025-01-01 }]",
    1,
    32,
    "deletions[0].account",
    "unknown field",
  ],
  [
    "feedback: [{ conversation: c, at: 2025-01-01, kind: thumbs }]",
    1,
    53,
    "feedback[0].kind",
    "`thumbs` is not a known `kind`",
    "`bug-report`",
  ],
  [
    "credentials: [{ from: 2025-01-01, credential: apikey }]",
    1,
    47,
    "credentials[0].credential",
    "`apikey`",
    "`api-key`",
  ],
  ["moves: [{ at: 2025-01-01, to: team }]", 1, 9, "moves[0].data", "`data` is missing", "`moved`"],
  ["organisation: { retention: forever }", 1, 28, "organisation.retention", "not a period"],
  ["complete: [plans]", 1, 12, "complete[0]", "`plans`", "`plan`"],
  ["complete: [choices, plan]", 1, 21, "complete[1]", "`plan` is not written"],
];

test.each(INVALID.map((row) => ({ row, text: row[0] })))("$text", ({ row }) => {
  const [text, line, column, field, message, hint] = row;
  const error = refused(text);
  expect(error.code).toBe("TIMELINE_INVALID");
  expect(error.message).toContain(message);
  expect(error.place).toMatchObject({ file: "account.yaml", line });
  if (text.length < 1000) expect(error.place.column).toBe(column);
  expect(error.place.field).toBe(field);
  if (hint !== undefined) expect(error.hint).toContain(hint);
});

test.each(["", "  \n", "# only a comment\n"])("an empty file says so: %j", (text) => {
  expect(refused(text).code).toBe("INPUT_EMPTY");
});

test("all errors are there for whoever shows them", () => {
  const { timeline, errors } = readTimeline("plan: true\nregion: EU\nx: 1\n", "account.yaml");
  expect(timeline).toBeUndefined();
  expect(errors.map((error) => error.place.line)).toEqual([3, 2, 1]);
});

test("every section, in any order of entries", () => {
  const text = `
account: 0123
product: vendor/thing
signedUp: 2024-03-01
minor: false
region: [{ from: 2024-03-01, region: us }, { from: 2025-01-01, region: EEA-DE }]
plan:
  - { from: 2025-01-01, plan: "true" }
  - { from: 2024-03-01, plan: free }
credentials: []
terms: [{ document: t, acknowledged: 2025-10-01T09:30:00+02:00 }]
notices: [{ shown: 2025-10-01, notice: t, surface: pop-up, dialog: fail }]
choices: [{ at: 2025-10-01, purpose: train-general, choice: granted, before: on, validFor: 1y, explicit: true }]
objections: [{ at: 2025-12-01, basis: GDPR-21, withdrawn: 2026-01-01 }]
moves: [{ at: 2026-03-01, to: team, data: moved }]
deletions: [{ conversation: 1.10, at: 2026-02-01 }, { account: true, at: 2030-01-01 }]
feedback: [{ conversation: c, at: 2026-01-01, kind: rating, rating: down }]
flags: [{ conversation: c, at: 2026-01-01, cleared: 2026-02-01 }]
holds: [{ hold: h, placed: 2026-01-01, released: 2026-02-01, scope: { regions: [gb] } }]
organisation: { retention: 90d, optedIn: false, since: 2025-01-01, terminated: 2031-01-01 }
complete: [plan, choices]
`;
  expect(parseTimeline(text, "account.yaml")).toMatchObject({
    account: "0123",
    minor: false,
    region: [{ region: "US" }, { region: "EEA-DE" }],
    plan: [{ plan: "true" }, { plan: "free" }],
    credentials: [],
    choices: [{ before: "on", validFor: "P1Y", explicit: true }],
    deletions: [{ conversation: "1.10" }, { account: true }],
    holds: [{ scope: { regions: ["UK"] } }],
    organisation: { retention: "P90D", optedIn: false },
    complete: ["plan", "choices"],
  });
});
