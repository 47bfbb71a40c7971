import { describe, expect, it } from "vitest";
import { importAll, inputOf, jsonLines } from "../../test/source-input.ts";
import { litellm } from "./litellm.ts";

const hi = { role: "user", content: "hi" };
const hello = { role: "assistant", content: "hello" };
const more = { role: "user", content: "ok" };
const call = (
  id: string,
  trace: string | undefined,
  startTime: unknown,
  messages: unknown,
  response: unknown,
): object => ({
  id,
  trace_id: trace,
  call_type: "acompletion",
  startTime,
  endTime: startTime,
  model: "model-a",
  end_user: "",
  metadata: { user_api_key_user_id: "key-owner", requester_ip_address: "203.0.113.7", headers: { x: 1 } },
  messages,
  response,
  requester_ip_address: "203.0.113.7",
});
const answer = (message: unknown): unknown => ({
  id: "r",
  object: "chat.completion",
  created: 1,
  choices: [{ index: 0, message }],
});
const nine = Date.UTC(2026, 0, 5, 9);

describe("litellm", () => {
  it("groups calls by trace in any order, and counts repeated history once", async () => {
    const content = jsonLines(
      call("c-2", "t-1", nine / 1000 + 60, [hi, hello, more], answer({ ...hello, content: "sure" })),
      call("c-9", "t-2", "2026-01-05T08:00:00", "plain prompt", "plain answer"),
      call("c-1", "t-1", nine / 1000, [hi], answer(hello)),
      call("c-8", undefined, nine, [hi, hello, hi], {}),
    );
    const { conversations, report } = await importAll(litellm, inputOf({ "log.jsonl": content }), {
      content: true,
    });
    expect(
      conversations.map(({ id, items, createdAt }) => [id, items.map(({ text }) => text), createdAt]),
    ).toEqual([
      ["t-2", ["plain prompt", "plain answer"], nine - 3_600_000],
      ["t-1", ["hi", "hello", "ok", "sure"], nine],
      ["c-8", ["hi", "hello", "hi"], nine],
    ]);
    // The history was first met in the later call; its time is that of the earlier one.
    expect(conversations[1]?.items.map(({ at }) => at)).toEqual([nine, nine, nine + 60_000, nine + 60_000]);
    expect(conversations[1]).toMatchObject({
      account: "key-owner",
      surface: "api",
      updatedAt: nine + 60_000,
    });
    expect(report.repeated).toBe(2);
    expect([...report.unknown]).toEqual([]);
  });

  it("never keeps the caller's address", async () => {
    const content = jsonLines(call("c-1", "t-1", nine, [hi], answer(hello)));
    const imported = await importAll(litellm, inputOf({ "log.jsonl": content }), { content: true });
    expect(JSON.stringify([imported.conversations, [...imported.report.unknown]])).not.toContain(
      "203.0.113.7",
    );
  });

  it("reads arrays, and goes on past damage", async () => {
    const array = JSON.stringify([call("c-1", "t-1", "2026-13-01", [hi], answer(hello))]);
    const lines = `${jsonLines(call("c-2", "t-1", nine, [hi], null))}{"trace_id":"t-1","call_type":\n`;
    const { conversations, report } = await importAll(
      litellm,
      inputOf({ "a.json": array, "b.jsonl": lines }),
    );
    expect(conversations.map(({ id, items }) => [id, items.length, items[0]?.at])).toEqual([
      ["t-1", 2, nine],
    ]);
    expect(report.problems.map(({ place }) => [place.file, place.line, place.field])).toEqual([
      ["a.json", 1, "startTime"],
      ["a.json", 1, "endTime"],
      ["b.jsonl", 2, undefined],
    ]);
  });
});
