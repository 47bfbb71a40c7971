import { builtInProfile, type Profile } from "@proviso/core/redact";
import { describe, expect, it } from "vitest";
import type { Job, WorkSettings } from "./job.ts";
import type { RedactTurns } from "./redact-turns.ts";
import { createWork } from "./work.ts";

function settings(profile: Partial<Profile>, format = "openai-chat"): WorkSettings {
  return {
    format,
    profile: { ...builtInProfile("default"), ...profile },
    key: new Uint8Array(32),
    scope: "s",
  };
}

const JOB: Job = {
  token: "t",
  turns: [
    { role: "user", name: undefined, text: "Where is it?" },
    { role: "tool", name: "Nora Example search", text: "nora@example.com" },
    { role: "assistant", name: undefined, text: "With nora@example.com." },
  ],
  subject: "a",
  items: 4,
  left: new Map([["NO_TEXT", 1]]),
  signals: new Map([["content-usage", 1]]),
  obligations: [],
  ids: { conversation: "c", account: null },
};

/** Finds a special category in everything. */
const flagging: RedactTurns = (turns) => ({ turns, redactions: new Map(), flags: new Map([["HEALTH", 2]]) });

describe("special categories of data", () => {
  it("are counted where the profile says so", () => {
    const { rows, tally } = createWork(settings({ flags: "report" }), flagging)([JOB]);
    expect(rows).toHaveLength(1);
    expect(tally).toMatchObject({ flags: { HEALTH: 2 }, withheld: {} });
  });

  it("keep the conversation out where the profile says so", () => {
    const { rows, lines, tally } = createWork(settings({ flags: "exclude" }), flagging)([JOB]);
    expect([rows.length, lines.length]).toEqual([0, 0]);
    expect(tally).toMatchObject({
      flags: { HEALTH: 2 },
      signals: { "content-usage": 1 },
      withheld: { "not-used SPECIAL_CATEGORY": 1 },
      withheldItems: { "not-used SPECIAL_CATEGORY": 4 },
      left: {},
      totals: {},
    });
  });
});

it("redacts the texts of a conversation and the names of its tools, each once", () => {
  const { lines, rows, tally } = createWork(settings({}, "hf-messages"))([JOB]);
  const line = new TextDecoder().decode(lines);
  expect(line).not.toContain("nora@example.com");
  expect(JSON.parse(line)).toMatchObject({
    messages: [
      { content: "Where is it?" },
      { role: "tool", content: "[EMAIL]" },
      { content: "With [EMAIL]." },
    ],
    conversation: "c",
    account: null,
  });
  expect(rows).toMatchObject([{ token: "t", items: 3, bytes: line.trimEnd().length }]);
  expect(tally).toMatchObject({
    redactions: { EMAIL: 2 },
    left: { NO_TEXT: 1 },
    totals: { "items included": 3 },
  });
});

it("keeps characters that JSON must escape, and half of a pair", () => {
  const text = 'a "quote", a \\ and a line\nend, \u2028, \ud83d alone';
  const turns: Job["turns"] = JOB.turns.map((turn) => (turn.role === "tool" ? turn : { ...turn, text }));
  const { lines } = createWork(settings({}))([{ ...JOB, turns }]);
  const printed = new TextDecoder().decode(lines);
  expect(printed.split("\n")).toHaveLength(2);
  expect(JSON.parse(printed)).toMatchObject({ messages: [{}, { content: text }] });
});
