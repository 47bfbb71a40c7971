import { expect, test } from "vitest";
import { readTimeline } from "./parse-timeline.ts";

function choice(at: string, made: string, purpose = "train-general"): string {
  return `{ at: ${at}, purpose: ${purpose}, choice: ${made} }`;
}

const NOON = "2025-10-01T12:00:00Z";

/** Text, the field of the later entry, a part of the message. */
const WRONG: readonly (readonly [string, string, string])[] = [
  [
    `choices: [${choice(NOON, "granted")}, ${choice("2025-10-01T14:00:00+02:00", "refused")}]`,
    "choices[1].at",
    "at the same instant",
  ],
  [
    `choices: [${choice("2025-10-01", "refused")}, ${choice("2025-10-01", "granted")}]`,
    "choices[1].at",
    "in which order",
  ],
  [
    `choices: [${choice("2025-10-01", "granted")}, ${choice(NOON, "refused")}]`,
    "choices[1].at",
    "in which order",
  ],
  [
    `choices: [${choice(NOON, "granted")}, ${choice("2025-10-01", "refused")}]`,
    "choices[1].at",
    "in which order",
  ],
  [
    "plan: [{ from: 2025-01-01, plan: a }, { from: 2025-01-01, plan: b }]",
    "plan[1].from",
    "begin at `2025-01-01`",
  ],
  [
    "region: [{ from: 2025-01-01, region: US }, { from: 2025-01-01T00:00:00Z, region: UK }]",
    "region[1].from",
    "two entries of `region`",
  ],
  ["signedUp: 2025-02-01\nplan: [{ from: 2025-01-31, plan: a }]", "plan[0].from", "before the sign-up"],
  [
    "signedUp: 2025-02-01\nterms: [{ document: t, acknowledged: 2025-01-31T23:59:59Z }]",
    "terms[0].acknowledged",
    "before the sign-up",
  ],
  [
    "signedUp: 2025-02-01\ndeletions: [{ conversation: c, at: 2024-01-01 }]",
    "deletions[0].at",
    "before the sign-up",
  ],
  [
    "objections: [{ at: 2025-02-01, withdrawn: 2025-01-01 }]",
    "objections[0].withdrawn",
    "before it was filed",
  ],
  [
    "holds: [{ hold: h, placed: 2025-02-01, released: 2025-01-01 }]",
    "holds[0].released",
    "before it was placed",
  ],
  [
    "flags: [{ conversation: c, at: 2025-02-01, cleared: 2025-01-31 }]",
    "flags[0].cleared",
    "before it was flagged",
  ],
  [
    "organisation: { since: 2025-02-01, terminated: 2025-01-01 }",
    "organisation.terminated",
    "before it was in force",
  ],
  [
    `deletions: [{ account: true, at: 2025-09-30 }]\nchoices: [${choice(NOON, "granted")}]`,
    "choices[0].at",
    "after the account was deleted",
  ],
  [
    "deletions: [{ account: true, at: 2025-01-01 }, { conversation: c, at: 2025-01-02 }]",
    "deletions[1].at",
    "after the account was deleted",
  ],
  [
    "deletions: [{ conversation: c, at: 2025-01-01 }, { conversation: c, at: 2025-01-02 }]",
    "deletions[1].at",
    "`c` is deleted twice",
  ],
  [
    "deletions: [{ account: true, at: 2025-01-01 }, { account: true, at: 2025-01-02 }]",
    "deletions[1].at",
    "the account is deleted twice",
  ],
];

test.each(WRONG)("%s", (text, field, message) => {
  const { timeline, errors } = readTimeline(text, "account.yaml");
  expect(timeline).toBeUndefined();
  expect(errors.map((error) => [error.code, error.place.field])).toEqual([["TIMELINE_CONTRADICTION", field]]);
  expect(errors[0]?.message).toContain(message);
  expect(errors[0]?.place.line).toBe(text.split("\n").length);
});

/** A day alone may mean any time of it: these can all be true. */
const FINE: readonly string[] = [
  `choices: [${choice("2025-10-02", "refused")}, ${choice("2025-10-01", "granted")}]`,
  `choices: [${choice(NOON, "granted")}, ${choice(NOON, "refused", "sale")}]`,
  `choices: [${choice("2025-10-01", "granted")}, ${choice("2025-10-01", "granted")}]`,
  "signedUp: 2025-02-01T18:00:00Z\nplan: [{ from: 2025-02-01, plan: a }]",
  "signedUp: 2025-02-01\nholds: [{ hold: h, placed: 2024-01-01 }]\norganisation: { since: 2023-01-01 }",
  "objections: [{ at: 2025-02-01, withdrawn: 2025-02-01 }]",
  "flags: [{ conversation: c, at: 2025-02-01T10:00:00Z, cleared: 2025-02-01 }]",
  `deletions: [{ account: true, at: 2025-10-01 }]\nchoices: [${choice(NOON, "granted")}]`,
  "deletions: [{ account: true, at: 2025-10-01 }]\nobjections: [{ at: 2025-11-01 }]\nflags: [{ conversation: c, at: 2025-11-01 }]",
  "deletions: [{ conversation: c, at: 2025-01-01 }, { conversation: c, at: 2025-01-01 }]",
  "choices: [{ at: 2999-01-01, purpose: sale, choice: refused }]",
];

test.each(FINE)("%s is no contradiction", (text) => {
  expect(readTimeline(text, "account.yaml").errors).toEqual([]);
});
