import { expect, test } from "vitest";
import { ProvisoError } from "../errors.ts";
import { timelineOf } from "./answers-timeline.ts";
import { parseTimeline } from "./parse-timeline.ts";
import { printTimeline } from "./print-timeline.ts";
import { type Answers, type ProductSheet, type QuestionId, UNKNOWN } from "./question.ts";
import { answer, nextQuestion, questionOf } from "./questions.ts";
import type { Timeline } from "./timeline.ts";

const SHEET: ProductSheet = {
  product: "vendor/product",
  title: "Product",
  plans: ["free", "pro"],
  terms: [{ document: "terms-2025", title: "the terms of 2025" }],
  settings: { training: "Settings > Privacy", delete: "the menu of a chat" },
};

type Given = Readonly<Partial<Record<QuestionId, string>>>;

/** Answers every question that is asked, `unknown` where nothing is given. */
function fill(given: Given, sheet = SHEET): { asked: QuestionId[]; timeline: Timeline } {
  const asked: QuestionId[] = [];
  let answers: Answers = {};
  for (let question = nextQuestion(sheet, answers); question !== undefined; ) {
    asked.push(question.id);
    answers = answer(sheet, answers, question.id, given[question.id] ?? UNKNOWN);
    question = nextQuestion(sheet, answers);
  }
  return { asked, timeline: timelineOf(answers, sheet) };
}

function refused(given: Given): ProvisoError {
  try {
    fill(given);
  } catch (error) {
    if (error instanceof ProvisoError) return error;
    throw error;
  }
  throw new Error("the answers were accepted");
}

test("who knows nothing says nothing", () => {
  expect(fill({})).toEqual({
    asked: [
      "signedUp",
      "plan",
      "region",
      "terms",
      "training",
      "deletions",
      "feedback",
      "objection",
      "apiKey",
    ],
    timeline: { product: "vendor/product" },
  });
});

test("who knows all gives a full timeline", () => {
  const { asked, timeline } = fill({
    signedUp: "2024-11-01",
    plan: "pro",
    planSince: "2025-01-05",
    planBefore: "free",
    region: "eea-de",
    terms: "2025-10-01T09:30:00Z",
    training: "on",
    trainingSince: "2026-05-10",
    trainingEarlier: "on 2025-10-01, off 2026-03-02",
    deletions: "c-1 2026-09-15, c-2 2026-09-16T10:00:00Z",
    feedback: "never",
    objection: "none",
    apiKey: "2026-04-01",
  });
  expect(asked).toHaveLength(13);
  expect(timeline).toEqual({
    product: "vendor/product",
    signedUp: "2024-11-01",
    plan: [
      { from: "2024-11-01", plan: "free" },
      { from: "2025-01-05", plan: "pro" },
    ],
    region: "EEA-DE",
    terms: [{ document: "terms-2025", acknowledged: "2025-10-01T09:30:00Z" }],
    choices: [
      { at: "2025-10-01", purpose: "train-general", choice: "granted" },
      { at: "2026-03-02", purpose: "train-general", choice: "refused" },
      { at: "2026-05-10", purpose: "train-general", choice: "granted" },
    ],
    deletions: [
      { conversation: "c-1", at: "2026-09-15" },
      { conversation: "c-2", at: "2026-09-16T10:00:00Z" },
    ],
    feedback: [],
    objections: [],
    credentials: [{ from: "2026-04-01", credential: "api-key" }],
  });
  expect(parseTimeline(printTimeline(timeline), "account.yaml")).toEqual(timeline);
});

/** Answers, and the part of the timeline they make. */
const PARTS: readonly (readonly [string, Given, Partial<Timeline>])[] = [
  ["a plan since the start", { plan: "pro", planSince: "start" }, { plan: "pro" }],
  ["a plan since nobody knows when is not vouched for", { plan: "pro" }, { plan: "pro", complete: [] }],
  ["a plan of another name", { plan: "family", planSince: "start" }, { plan: "family" }],
  [
    "a plan with nothing known before it",
    { plan: "pro", planSince: "2025-01-05" },
    { plan: [{ from: "2025-01-05", plan: "pro" }] },
  ],
  ["never asked", { training: "never-asked" }, { choices: [] }],
  ["on, since nobody knows when", { training: "on" }, {}],
  [
    "off, and earlier switches forgotten",
    { training: "off", trainingSince: "2026-01-15", region: "US" },
    {
      region: "US",
      choices: [{ at: "2026-01-15", purpose: "train-general", choice: "refused" }],
      complete: ["region"],
    },
  ],
  [
    "off for the first time",
    { training: "off", trainingSince: "2026-01-15", trainingEarlier: "none" },
    { choices: [{ at: "2026-01-15", purpose: "train-general", choice: "refused" }] },
  ],
  ["never accepted", { terms: "never" }, { terms: [] }],
  [
    "ratings that are remembered are not all",
    { feedback: "c-1 2026-02-20 up" },
    { feedback: [{ conversation: "c-1", at: "2026-02-20", kind: "rating", rating: "up" }], complete: [] },
  ],
  ["an objection", { objection: "2025-12-01" }, { objections: [{ at: "2025-12-01" }] }],
  [
    "always an API key",
    { signedUp: "2025-01-01", apiKey: "start" },
    { signedUp: "2025-01-01", credentials: [{ from: "2025-01-01", credential: "api-key" }] },
  ],
  ["never an API key", { apiKey: "never" }, { credentials: [] }],
];

test.each(PARTS)("%s", (_, given, part) => {
  expect(fill(given).timeline).toEqual({ product: "vendor/product", ...part });
});

/** Answers, the code, a part of the message. */
const WRONG: readonly (readonly [Given, string, string])[] = [
  [{ signedUp: "" }, "USAGE", "the answer is empty"],
  [{ signedUp: "last year" }, "USAGE", "`last year` is not a date"],
  [{ signedUp: "2025-02-30" }, "USAGE", "not a date of the calendar"],
  [{ region: "EU" }, "USAGE", "`EU` is not a region"],
  [{ training: "yes" }, "USAGE", "`yes` is not an answer"],
  [{ deletions: "c-1" }, "USAGE", "`c-1` is not of the form"],
  [{ feedback: "c-1 2026-01-01" }, "USAGE", "not a list of ratings"],
  [
    { training: "on", trainingSince: "2026-01-01", trainingEarlier: "yes 2025-01-01" },
    "USAGE",
    "not a list of switches",
  ],
  [{ training: "on", trainingSince: "2026-01-01", trainingEarlier: "off 2026-02-01" }, "USAGE", "is after"],
  [{ training: "on", trainingSince: "2026-01-01", trainingEarlier: "on 2025-01-01" }, "USAGE", "and again"],
  [{ apiKey: "start" }, "USAGE", "`start` is not a date"],
  [
    { signedUp: "2025-02-01", plan: "pro", planSince: "2025-01-01" },
    "TIMELINE_CONTRADICTION",
    "before the sign-up",
  ],
  [
    { training: "on", trainingSince: "2026-01-01", trainingEarlier: "off 2026-01-01" },
    "TIMELINE_CONTRADICTION",
    "in which order",
  ],
];

test.each(WRONG)("%j is refused", (given, code, message) => {
  const error = refused(given);
  expect(error.code).toBe(code);
  expect(error.message).toContain(message);
});

test("a product without terms to accept is not asked for them", () => {
  expect(fill({}, { ...SHEET, terms: [] }).asked).not.toContain("terms");
});

test("questions speak of the product's own settings", () => {
  expect(questionOf("training", SHEET, {}).help).toBe("Settings > Privacy");
  expect(questionOf("deletions", SHEET, {}).help).toBe("the menu of a chat");
  expect(questionOf("plan", SHEET, {}).options.map((option) => option.value)).toEqual([
    "free",
    "pro",
    UNKNOWN,
  ]);
});
