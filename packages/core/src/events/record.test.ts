import fc from "fast-check";
import { expect, test } from "vitest";
import { id } from "../../test/generate-event.ts";
import type { Conversation, Feedback, Item } from "../sources/conversation.ts";
import { completeness } from "./completeness.ts";
import { parseEvent } from "./parse-event.ts";
import { printEvent } from "./print-event.ts";
import { record } from "./record.ts";

const CONTEXT = { source: "urn:test", recordedAt: Date.UTC(2026, 8, 14) };
const CREATED = Date.UTC(2025, 5, 1);

function item(more: Partial<Item> = {}): Item {
  return {
    id: "m1",
    role: "user",
    source: "user",
    at: CREATED + 1000,
    hidden: false,
    pasted: false,
    signal: undefined,
    name: undefined,
    bytes: 1,
    ...more,
  };
}

function conversation(more: Partial<Conversation> = {}): Conversation {
  return {
    kind: "conversation",
    id: "c-1",
    account: "a-1",
    title: "never in an event",
    createdAt: CREATED,
    updatedAt: CREATED + 5000,
    surface: "chat",
    mode: "incognito",
    credential: "login",
    model: "m",
    items: [item()],
    locator: { file: "conversations.json", offset: 0, length: 1 },
    ...more,
  };
}

test("a conversation is its creation and its items", () => {
  const items = [
    item(),
    item({
      id: "m2",
      role: "tool",
      source: "connector",
      name: "drive",
      pasted: true,
      hidden: true,
      signal: "train-ai=n",
    }),
  ];
  const subject = { source: "urn:test", account: "a-1", conversation: "c-1" };
  expect(record(conversation({ items }), CONTEXT)).toEqual([
    {
      ...subject,
      id: "conversation/c-1",
      type: "conversation.created",
      at: CREATED,
      recorded: CREATED,
      data: { surface: "chat", mode: "incognito", credential: "login" },
    },
    {
      ...subject,
      id: "item/c-1/m1",
      type: "item.added",
      at: CREATED + 1000,
      recorded: CREATED + 1000,
      data: { item: "m1", role: "user", source: "user" },
    },
    {
      ...subject,
      id: "item/c-1/m2",
      type: "item.added",
      at: CREATED + 1000,
      recorded: CREATED + 1000,
      data: {
        item: "m2",
        role: "tool",
        source: "connector",
        name: "drive",
        pasted: true,
        hidden: true,
        signal: "train-ai=n",
      },
    },
  ]);
});

test("what has no time says so, and stands where it proves nothing", () => {
  const undated = conversation({
    createdAt: undefined,
    mode: undefined,
    credential: undefined,
    items: [item({ at: undefined })],
  });
  expect(record(undated, CONTEXT)).toMatchObject([
    { at: CONTEXT.recordedAt, data: { undated: true, surface: "chat" } },
    { at: CONTEXT.recordedAt, data: { undated: true } },
  ]);
  expect(record(conversation({ items: [item({ at: undefined })] }), CONTEXT)).toMatchObject([
    { at: CREATED },
    { at: CREATED, data: { undated: true } },
  ]);
  expect(record(conversation(), CONTEXT)[0]?.data).not.toHaveProperty("undated");
});

test("the account: the record's own, else the one assumed, else unnamed", () => {
  const nameless = conversation({ account: undefined });
  const accounts = [
    record(conversation(), { ...CONTEXT, account: "x" }),
    record(nameless, { ...CONTEXT, account: "x" }),
    record(nameless, CONTEXT),
  ].map((events) => [...new Set(events.map((event) => event.account))]);
  expect(accounts).toEqual([["a-1"], ["x"], [""]]);
});

test("ids are the same each time, and never shared by two events", () => {
  // Few enough that they repeat, and look like one another once they are joined.
  const close = fc.oneof(fc.constantFrom("m", "m/2", "m%2F2", "m/m", "/", "%"), id);
  const conversations = fc.uniqueArray(
    fc
      .tuple(close, fc.array(close, { maxLength: 4 }))
      .map(([key, keys]) => conversation({ id: key, items: keys.map((one) => item({ id: one })) })),
    { selector: (one) => one.id, maxLength: 4 },
  );
  fc.assert(
    fc.property(conversations, (all) => {
      const once = all.flatMap((one) => record(one, CONTEXT));
      expect(all.flatMap((one) => record(one, CONTEXT))).toEqual(once);
      expect(new Set(once.map((event) => event.id)).size).toBe(once.length);
    }),
  );
});

test("what is recorded can be written to a log and read again", () => {
  const feedback: Feedback = {
    kind: "feedback",
    id: "m2",
    conversation: "c/1",
    account: undefined,
    item: "m2",
    feedback: "rating",
    rating: "down",
    at: undefined,
  };
  for (const event of [...record(conversation(), CONTEXT), ...record(feedback, CONTEXT)]) {
    expect(parseEvent(JSON.parse(JSON.stringify(printEvent(event))), {})).toEqual(event);
  }
});

test("feedback: one message rated twice is two events, one without a time is undated", () => {
  const given: Feedback = {
    kind: "feedback",
    id: "m2",
    conversation: "c-1",
    account: "a-1",
    item: "m2",
    feedback: "rating",
    rating: "up",
    at: CREATED,
  };
  const events = [
    given,
    { ...given, rating: "down" },
    { ...given, at: CREATED + 1 },
    { ...given, at: undefined },
  ].flatMap((one) => record(one, CONTEXT));
  expect(new Set(events.map((event) => event.id)).size).toBe(4);
  expect(events[0]).toMatchObject({
    type: "feedback.given",
    at: CREATED,
    data: { kind: "rating", rating: "up", item: "m2" },
  });
  expect(events[3]).toMatchObject({ at: 0, data: { undated: true } });
});

test("accounts and holdings are no events", () => {
  expect(record({ kind: "account", id: "a-1" }, CONTEXT)).toEqual([]);
  expect(record({ kind: "holding", what: "projects", count: 3 }, CONTEXT)).toEqual([]);
});

test("completeness says what the files are complete for, from the beginning", () => {
  const source = {
    id: "some-export",
    completeFor: (files: readonly unknown[]) => (files.length > 0 ? ["item.added"] : []),
  };
  const file = { path: "a.json", size: 1, open: () => (async function* () {})() };
  expect(completeness(source, [], { source: "urn:test" })).toEqual([]);
  const [every] = completeness(source, [file], { source: "urn:test" });
  expect(every).toMatchObject({
    type: "log-complete",
    account: undefined,
    at: 0,
    data: { kinds: ["item.added"] },
  });
  const [one] = completeness(source, [file], { source: "urn:test", account: "a-1" });
  expect(one).toMatchObject({ account: "a-1" });
  expect(one?.id).not.toBe(every?.id);
});
