import { expect, test } from "vitest";
import { fileOf, jsonLines } from "../../test/source-input.ts";
import { ProvisoError } from "../errors.ts";
import { Report } from "../sources/report.ts";
import type { Event, ForeignEvent } from "./event.ts";
import { readEvents } from "./read-events.ts";

const CHOICE = {
  specversion: "1.0",
  id: "e-1",
  source: "urn:test",
  type: "proviso.choice.made",
  subject: "accounts/a-1",
  time: "2025-10-08T12:00:00Z",
  data: { purpose: "train-general", choice: "refused" },
};

async function readAll(
  text: string | Uint8Array,
  strict = false,
): Promise<{ events: (Event | ForeignEvent)[]; report: Report }> {
  const report = new Report();
  const events: (Event | ForeignEvent)[] = [];
  for await (const event of readEvents(fileOf("events.jsonl", text), report, { strict })) events.push(event);
  return { events, report };
}

async function refused(text: string | Uint8Array, strict = false): Promise<ProvisoError> {
  const error: unknown = await readAll(text, strict).catch((cause: unknown) => cause);
  if (error instanceof ProvisoError) return error;
  throw new Error("the file was accepted");
}

test("a repeat counts once, whatever its spelling", async () => {
  const { data, ...envelope } = CHOICE;
  const again = { data, ...envelope, time: "2025-10-08T14:00:00+02:00" };
  const elsewhere = { ...CHOICE, source: "urn:other" };
  const { events, report } = await readAll(jsonLines(CHOICE, again, elsewhere), true);
  expect(events).toHaveLength(2);
  expect(report.repeated).toBe(1);
  expect(report.problems).toEqual([]);
});

test("the same id with other content: the first stands, with a problem, or an error under strict", async () => {
  const text = jsonLines(CHOICE, { ...CHOICE, data: { ...CHOICE.data, choice: "granted" } });
  const { events, report } = await readAll(text);
  expect(events).toMatchObject([{ data: { choice: "refused" } }]);
  expect(report.values).toBe(1);
  expect(report.problems[0]?.place).toEqual({ file: "events.jsonl", line: 2, field: "id" });
  const error = await refused(text, true);
  expect(error.code).toBe("INPUT_MALFORMED");
  expect(error.message).toContain("`e-1` is written twice");
});

test.each([
  ["cut off", `${JSON.stringify(CHOICE)}\n{"specversion":"1.0","id":`, "EVENT_INVALID", 2],
  ["not an event", "7\n", "EVENT_INVALID", 1],
  [
    "wrong inside",
    jsonLines(CHOICE, { ...CHOICE, id: "e-2", data: { choice: "granted" } }),
    "EVENT_INVALID",
    2,
  ],
])("a line that is %s stops the read, strict or not", async (_, text, code, line) => {
  for (const strict of [false, true]) {
    const error = await refused(text, strict);
    expect(error.code).toBe(code);
    expect(error.place).toMatchObject({ file: "events.jsonl", line });
  }
});

test("bytes that are not UTF-8 are refused", async () => {
  const bytes = new TextEncoder().encode(jsonLines({ ...CHOICE, id: "é" }));
  bytes[bytes.indexOf(0xc3)] = 0xff;
  expect((await refused(bytes)).code).toBe("INPUT_ENCODING");
});

test("an unknown type is carried along and counted", async () => {
  const strange = { ...CHOICE, type: "com.example.meeting", subject: "anything" };
  const { events, report } = await readAll(jsonLines(strange), true);
  expect(events).toEqual([{ foreign: true, type: "com.example.meeting", raw: strange }]);
  expect(report.unknown.get("event type com.example.meeting")).toBe(1);
  expect(report.problems).toEqual([]);
});

test.each([
  ["proviso.choice.maed", "`proviso.choice.made`"],
  ["choice.made", "`proviso.choice.made`"],
  ["proviso.conversation.delete", "`proviso.conversation.deleted`"],
])("type `%s` was meant to be ours: a problem, or an error under strict", async (type, meant) => {
  const text = jsonLines({ ...CHOICE, type });
  const { events, report } = await readAll(text);
  expect(events).toHaveLength(1);
  expect(report.problems[0]?.message).toContain(meant);
  expect((await refused(text, true)).message).toContain(meant);
});

test("blank lines and a byte order mark are no events", async () => {
  const { events } = await readAll(`\uFEFF\r\n${JSON.stringify(CHOICE)}\r\n\n`);
  expect(events).toHaveLength(1);
});
