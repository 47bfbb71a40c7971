/** The tour of the system: one small chat through every stage, each stage's value in a snapshot. */
import { expect, it } from "vitest";
import { decide, explain, prepare } from "./decision/index.ts";
import { completeness, parseTimeline, record, timelineEvents } from "./events/index.ts";
import { FORMATS, fit, select } from "./export/index.ts";
import { derive, deriveItem, FACT_NAMES, foldAccount, indexEvents } from "./facts/index.ts";
import { assemble, parsePolicy } from "./policy/index.ts";
import { builtInProfile, Redactor } from "./redact/index.ts";
import { type Conversation, detect, type Input, Report, read } from "./sources/index.ts";

const EXPORT = `{"id":"c-1","account":"a-1","title":"Soup","createdAt":"2026-01-05T09:00:00Z","updatedAt":"2026-01-05T09:01:00Z","surface":"chat","mode":"ordinary","items":[{"id":"i-1","role":"user","source":"user","at":"2026-01-05T09:00:00Z","text":"How long do lentils boil? Tell ann@example.org, too."},{"id":"i-2","role":"assistant","source":"assistant","at":"2026-01-05T09:01:00Z","text":"Twenty minutes."}]}\n`;

const TIMELINE = `
account: a-1
signedUp: 2025-12-01
plan: customer
choices:
  - { at: 2026-01-01T10:00:00Z, purpose: train-general, choice: granted }
deletions: []
`;

const POLICY = `
policy: tour/chats
version: 2026-01-01
title: A tour in two rules
product: tour/chats
documents:
  promise: { title: What we told our customers, version: 2026-01-01, authority: primary }
purposes: [train-general]
rules:
  - id: deleted
    deny: [train-general]
    when: has(conversation.deletedAt)
    cite: [promise#Deletion]
  - id: consent
    permit: [train-general]
    when: has(training.grantedAt) && conversation.lastActivityAt > training.grantedAt
    reason: CONSENT_GIVEN
    cite: [promise#Consent]
clocks:
  - { copy: history, atMost: 1y, from: conversation.lastActivityAt, cite: [promise#Keeping] }
`;

const AT = Date.parse("2026-02-01T00:00:00Z");

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

it("sources -> events -> facts -> policy -> decision -> redact -> export", async () => {
  const input: Input = {
    name: "tour",
    files: [{ path: "chats.jsonl", size: EXPORT.length, open: () => bytesOf(EXPORT) }],
  };
  const [detected] = await detect(input);
  if (detected === undefined) throw new Error("the export is not recognised");
  const conversations: Conversation[] = [];
  for await (const one of read(detected, new Report(), { content: true, strict: true })) {
    if (one.kind === "conversation") conversations.push(one);
  }
  const [conversation] = conversations;
  if (conversation === undefined) throw new Error("the export has no conversation");
  expect(conversation).toMatchSnapshot("sources: a conversation");

  const context = { source: "urn:tour", recordedAt: AT };
  const events = [
    ...record(conversation, context),
    ...completeness(detected.source, detected.files, context),
    ...timelineEvents(parseTimeline(TIMELINE, "account.yaml")),
  ];
  expect(events).toMatchSnapshot("events");

  const log = indexEvents(events);
  const account = log.accounts.get("a-1");
  if (account === undefined) throw new Error("the log has no account");
  const state = foldAccount(log, account, AT, Number.POSITIVE_INFINITY);
  const facts = derive(state, "c-1", account.conversations.get("c-1"));
  const known = FACT_NAMES.flatMap((name, index) =>
    facts.slots[index] === undefined ? [] : [[name, facts.slots[index], facts.because[index]]],
  );
  expect(known).toMatchSnapshot("facts: what is known, and by which events");

  const { policy, findings } = parsePolicy(POLICY, "tour.yaml");
  expect(findings).toEqual([]);
  const prepared = prepare(assemble([policy]));
  const decision = decide(prepared, facts);
  expect(decision).toMatchSnapshot("decision");
  expect(explain(prepared, facts).rules).toMatchSnapshot("explanation: every rule");

  const items = events.flatMap((event) =>
    event.type === "item.added" ? [decide(prepared, deriveItem(facts, event))] : [],
  );
  const selection = select(conversation, decision, items, { purpose: "train-general", hidden: false });
  if (selection.kind === "withheld") throw new Error(`the chat is withheld: ${selection.reason}`);
  expect(selection).toMatchSnapshot("export: what may be used");

  const redactor = new Redactor({ profile: builtInProfile("default") });
  const redacted = redactor.document(selection.turns.map((turn) => turn.text));
  expect(redacted).toMatchSnapshot("redact: the same, with what must not be there replaced");

  const turns = selection.turns.map((turn, index) => ({ ...turn, text: redacted.texts[index] ?? "" }));
  const rows = FORMATS.map((format) => {
    const fitted = fit(turns, format.shape);
    return [format.name, typeof fitted === "string" ? fitted : format.row(fitted.turns)];
  });
  expect(Object.fromEntries(rows)).toMatchSnapshot("export: a row in each format");
});
