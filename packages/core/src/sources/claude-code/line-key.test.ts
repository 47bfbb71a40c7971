import { describe, expect, it } from "vitest";
import { type LineKey, LineKeys } from "./line-key.ts";

const encoder = new TextEncoder();
const keyOf = (text: string, keys = new LineKeys()): LineKey => keys.of(encoder.encode(text));
const key = (session: string | undefined, leaf?: string, title?: string): LineKey => ({
  session,
  leaf,
  title,
});

describe("the key of a session line", () => {
  it.each([
    ["its session", '{"parentUuid":null,"cwd":"x","sessionId":"s","type":"user"}', key("s")],
    ["its session, last of all", '{"message":{"sessionId":"inner"},"type":"user","sessionId":"s"}', key("s")],
    ["its session by the other name", '{"type":"user","session_id":"s"}', key("s")],
    ["the first name, where both are there", '{"session_id":"t","type":"user","sessionId":"s"}', key("s")],
    ["a number", '{"type":"user","sessionId":7}', key("7")],
    ["no session", '{"type":"user","sessionId":"","uuid":"u"}', key(undefined)],
    ["a session in escapes", '{"type":"user","session\\u0049d":"s\\u0031"}', key("s1")],
    ["what stands before damage", '{"type":"user","sessionId":"s","x":', key("s")],
    ["nothing of what is no object", "[1]", key(undefined)],
    ["a title", '{"type":"summary","summary":"T","leafUuid":"l"}', key(undefined, "l", "T")],
    [
      "a title behind a session",
      '{"sessionId":"s","type":"summary","leafUuid":"l","summary":"T"}',
      key("s", "l", "T"),
    ],
    [
      "no title in a line of its own",
      '{"type":"last-prompt","summary":"T","leafUuid":"l","sessionId":"s"}',
      key("s"),
    ],
    [
      "a title, cut",
      `{"type":"summary","summary":"${"x".repeat(300)}","leafUuid":"l"}`,
      key(undefined, "l", "x".repeat(200)),
    ],
  ])("is %s", (_, text, expected) => {
    expect(keyOf(text)).toEqual(expected);
  });

  it("does not take a session for one that begins or ends like it", () => {
    const keys = new LineKeys();
    const sessions = ["ab", "abc", "ab", "", "b", "ab"].map(
      (session) => keyOf(`{"type":"user","sessionId":"${session}","x":1}`, keys).session,
    );
    expect(sessions).toEqual(["ab", "abc", "ab", undefined, "b", "ab"]);
  });
});
