import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { project } from "../json/project.ts";
import { digest } from "./digest.ts";
import { MESSAGE } from "./message-shape.ts";
import { draftsOf } from "./read-message.ts";

const encoder = new TextEncoder();
const read = (message: unknown, mode: "text" | "measure" = "text"): ReturnType<typeof draftsOf> =>
  draftsOf(project(encoder.encode(JSON.stringify(message)), MESSAGE[mode]), new Map(), () => undefined);

describe("reading a message", () => {
  it.each<[string, unknown, [string, string, number, string][]]>([
    ["plain text", { role: "user", content: "hé" }, [["user", "user", 3, "hé"]]],
    ["escapes, measured as encoded", { role: "user", content: "a\nb" }, [["user", "user", 4, "a\nb"]]],
    ["empty content", { role: "assistant", content: "" }, [["assistant", "assistant", 0, ""]]],
    ["no content", { role: "assistant", content: null }, [["assistant", "assistant", 0, ""]]],
    ["a bare string", "hi", [["user", "user", 2, "hi"]]],
    ["blocks", { role: "user", content: ["a", { type: "text", text: "b" }] }, [["user", "user", 2, "a\nb"]]],
    [
      "a blob's bytes, never as text",
      { role: "user", parts: [{ type: "blob", content: "QUJD" }] },
      [["user", "user", 4, ""]],
    ],
    [
      "only results",
      { role: "user", content: [{ type: "tool_result", tool_use_id: "x", content: "r" }] },
      [["tool", "tool", 1, "r"]],
    ],
    [
      "the old function role",
      { role: "function", name: "mcp__a__b", content: "r" },
      [["tool", "connector", 1, "r"]],
    ],
    [
      "a call's arguments",
      { role: "assistant", content: null, function_call: { name: "f", arguments: '{"a":"x"}' } },
      [["assistant", "assistant", 13, "x"]],
    ],
  ])("%s", (_, message, expected) => {
    expect(read(message).map(({ role, source, bytes, text }) => [role, source, bytes, text])).toEqual(
      expected,
    );
  });

  it("measures the same with and without text", () => {
    const block = fc.oneof(
      fc.string(),
      fc.record({ type: fc.constant("text"), text: fc.string() }),
      fc.record({ type: fc.constant("tool_result"), tool_use_id: fc.string(), content: fc.string() }),
      fc.record({
        type: fc.constant("tool_use"),
        id: fc.string(),
        name: fc.string(),
        input: fc.dictionary(fc.string(), fc.string()),
      }),
    );
    const message = fc.record({
      role: fc.constantFrom("user", "assistant", "system", "tool"),
      content: fc.oneof(fc.string(), fc.array(block)),
    });
    fc.assert(
      fc.property(message, (value) => {
        const bytes = (mode: "text" | "measure"): number[] => read(value, mode).map((draft) => draft.bytes);
        expect(bytes("measure")).toEqual(bytes("text"));
      }),
    );
  });
});

describe("digest", () => {
  it("tells texts apart by any of their characters, and their length", () => {
    const texts = ["", "a", "b", "ab", "ba", "a\0", "\0a", "aa", "x".repeat(1000), "x".repeat(1001)];
    expect(new Set(texts.map(digest)).size).toBe(texts.length);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, at) => {
        const index = at % text.length;
        const changed = `${text.slice(0, index)}${text[index] === "q" ? "r" : "q"}${text.slice(index + 1)}`;
        expect(digest(changed)).not.toBe(digest(text));
      }),
    );
  });
});
