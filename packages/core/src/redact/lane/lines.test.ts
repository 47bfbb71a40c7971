/** Lines as they stand in files: what is replaced, and everything that must stay as it is. */
import { describe, expect, it } from "vitest";
import { builtInProfile } from "../profile/built-in.ts";
import { parseProfile } from "../profile/parse-profile.ts";
import { Redactor } from "../redact.ts";
import type { LineFinding } from "../redacted.ts";

const redactor = new Redactor({ profile: builtInProfile("default") });
const redact = (text: string, format: "jsonl" | "text" = "jsonl", by = redactor): string =>
  new TextDecoder().decode(by.lines(new TextEncoder().encode(text), format).bytes);

describe("JSON Lines", () => {
  it.each([
    ["a value", '{"a":"write to jo@example.org!"}', '{"a":"write to [EMAIL]!"}'],
    ["spaces and order stay", '{ "b" : 1.0e3 ,"a":"jo@example.org"}', '{ "b" : 1.0e3 ,"a":"[EMAIL]"}'],
    ["a line break before it", '{"a":"x\\njo@example.org\\ny"}', '{"a":"x\\n[EMAIL]\\ny"}'],
    ["a tab before it", '{"a":"x\\tjo@example.org"}', '{"a":"x\\t[EMAIL]"}'],
    ["quotes around it", '{"a":"say \\"jo@example.org\\" now"}', '{"a":"say \\"[EMAIL]\\" now"}'],
    [
      "a letter as an escape",
      '{"a":"caf\\u00e9 jo@example.org \\u00e9"}',
      '{"a":"caf\\u00e9 [EMAIL] \\u00e9"}',
    ],
    ["an escape inside it", '{"a":"jo\\u0040example.org, you"}', '{"a":"[EMAIL], you"}'],
    ["a pair of surrogates", '{"a":"\\ud83d\\ude00 jo@example.org"}', '{"a":"\\ud83d\\ude00 [EMAIL]"}'],
    [
      "a cut inside of a character",
      `{"a":"${"\\ud840\\udc00".repeat(17)}jo@example.org"}`,
      '{"a":"\\ud840\\udc00[EMAIL]"}',
    ],
    ["half a pair stays", '{"a":"\\ud83d jo@example.org \\ude00"}', '{"a":"\\ud83d [EMAIL] \\ude00"}'],
    [
      "escaped slashes",
      '{"a":"http:\\/\\/x.example\\/ jo@example.org"}',
      '{"a":"http:\\/\\/x.example\\/ [EMAIL]"}',
    ],
    ["JSON in a string", '{"a":"{\\"to\\":\\"jo@example.org\\"}"}', '{"a":"{\\"to\\":\\"[EMAIL]\\"}"}'],
    [
      "JSON in JSON in a string",
      '{"a":"{\\"b\\":\\"{\\\\\\"to\\\\\\":\\\\\\"jo@example.org\\\\\\"}\\"}"}',
      '{"a":"{\\"b\\":\\"{\\\\\\"to\\\\\\":\\\\\\"[EMAIL]\\\\\\"}\\"}"}',
    ],
    [
      "a value in quotes of JSON in a string",
      '{"a":"{\\"password\\":\\"tiger!Qx7z\\"}"}',
      '{"a":"{\\"password\\":\\"[PASSWORD]\\"}"}',
    ],
    [
      "a value in quotes of JSON in JSON in a string",
      '{"a":"{\\"b\\":\\"{\\\\\\"password\\\\\\":\\\\\\"tiger!Qx7z\\\\\\"}\\"}"}',
      '{"a":"{\\"b\\":\\"{\\\\\\"password\\\\\\":\\\\\\"[PASSWORD]\\\\\\"}\\"}"}',
    ],
    [
      "a line break of JSON in a string",
      '{"a":"{\\"b\\":\\"x\\\\njo@example.org\\\\ny\\"}"}',
      '{"a":"{\\"b\\":\\"x\\\\n[EMAIL]\\\\ny\\"}"}',
    ],
    [
      "a line break of JSON in a string with longer escapes",
      '{"a":"\\u00e9","b":"[\\"\\u00e9\\\\njo@example.org\\"]"}',
      '{"a":"\\u00e9","b":"[\\"\\u00e9\\\\n[EMAIL]\\"]"}',
    ],
    [
      "a letter as an escape of JSON in a string",
      '{"a":"{\\"b\\":\\"jos\\\\u00e9@example.org\\\\n\\\\ud83d\\\\ude00x\\"}"}',
      '{"a":"{\\"b\\":\\"[EMAIL]\\\\n\\\\ud83d\\\\ude00x\\"}"}',
    ],
    [
      "escaped slashes of JSON in a string",
      '{"a":"{\\"b\\":\\"http:\\\\/\\\\/ann:tiger-Qx7z@example.org\\\\/\\"}"}',
      '{"a":"{\\"b\\":\\"http:\\\\/\\\\/[URL_CREDENTIALS]@example.org\\\\/\\"}"}',
    ],
    ["no letter in a path", '{"a":"C:\\\\u00e9 jo@example.org"}', '{"a":"C:\\\\u00e9 [EMAIL]"}'],
    ["no line break in a path", '{"a":"C:\\\\njo@example.org"}', '{"a":"C:\\\\[EMAIL]"}'],
    [
      "no line break in a path behind JSON in a string",
      '{"a":"{\\"b\\":1}","c":"C:\\\\njo@example.org"}',
      '{"a":"{\\"b\\":1}","c":"C:\\\\[EMAIL]"}',
    ],
    ["the name of a field", '{"jo@example.org":1}', '{"[EMAIL]":1}'],
    ["percent-encoding", '{"a":"?to=jo%40example.org&x=1"}', '{"a":"?to=[EMAIL]&x=1"}'],
    ["an entity", '{"a":"<b>jo&#64;example.org</b>"}', '{"a":"<b>[EMAIL]</b>"}'],
    [
      "base64",
      `{"a":"${Buffer.from("write to jo@example.org").toString("base64")}"}`,
      `{"a":"${Buffer.from("write to [EMAIL]").toString("base64")}"}`,
    ],
    ["a number as a value", '{"card":4111111111111111,"n":5}', '{"card":"[CARD]","n":5}'],
    ["a number in a list", '{"cards":[4111111111111111,7]}', '{"cards":["[CARD]",7]}'],
    ["a number as text", '{"card":"4111111111111111"}', '{"card":"[CARD]"}'],
    [
      "a number in two blocks",
      '{"content":[{"type":"text","text":"card 4111 1111"},{"type":"text","text":" 1111 1111, thanks"}]}',
      '{"content":[{"type":"text","text":"card [CARD]"},{"type":"text","text":", thanks"}]}',
    ],
    [
      "an address in two blocks",
      '{"content":[{"type":"text","text":"mail jo@exa"},{"type":"text","text":"mple.org now"}]}',
      '{"content":[{"type":"text","text":"mail [EMAIL]"},{"type":"text","text":" now"}]}',
    ],
    ["a number over a line break", '{"a":"4111 1111\\n1111 1111 x"}', '{"a":"[CARD]\\n x"}'],
    [
      "two messages are not one",
      '[{"role":"user","text":"4111 1111"},{"role":"assistant","text":"1111 1111"}]',
      '[{"role":"user","text":"4111 1111"},{"role":"assistant","text":"1111 1111"}]',
    ],
    ["a tag stays", '{"a":"[EMAIL] and jo@example.org"}', '{"a":"[EMAIL] and [EMAIL]"}'],
    ["no line end at the end", '{"a":"jo@example.org"}', '{"a":"[EMAIL]"}'],
    ["Windows line ends", '{"a":"jo@example.org"}\r\n{"b":2}\r\n', '{"a":"[EMAIL]"}\r\n{"b":2}\r\n'],
    ["empty lines", '\n\n{"a":"jo@example.org"}\n\n', '\n\n{"a":"[EMAIL]"}\n\n'],
    [
      "a line that is no JSON",
      'jo@example.org, "open\n{"a":"jo@example.org"}\n',
      '[EMAIL], "open\n{"a":"[EMAIL]"}\n',
    ],
    ["right-to-left text", '{"a":"כתבו אל jo@example.org תודה"}', '{"a":"כתבו אל [EMAIL] תודה"}'],
    ["emoji and combining marks", '{"a":"e\u0301 😀jo@example.org😀"}', '{"a":"e\u0301 😀[EMAIL]😀"}'],
  ])("%s", (_, given, wanted) => {
    expect(redact(given)).toBe(wanted);
  });

  it("says where in the line, in bytes of the file", () => {
    const found: LineFinding[] = [];
    const text = '{"a":1}\n{"a":"caf\\u00e9 é jo@example.org"}\n';
    redactor.lines(new TextEncoder().encode(text), "jsonl", { onFinding: (one) => found.push(one) });
    const [first] = found;
    expect(found.length).toBe(1);
    const line = new TextEncoder().encode(text.split("\n")[1] ?? "");
    expect(first?.line).toBe(1);
    expect(new TextDecoder().decode(line.subarray(first?.start, first?.end))).toBe("jo@example.org");
  });

  it("a line of nothing but brackets costs no more than its length", () => {
    const deep = `{"a":${"[".repeat(100_000)}"jo@example.org"${"]".repeat(100_000)}}`;
    expect(redact(deep)).toContain('["[EMAIL]"]');
  });
});

describe("plain text", () => {
  it("keeps fences, separators and line ends", () => {
    const given = "```sh\r\ncurl -u jo@example.org\r\n```\r\n| jo@example.org | 1 |\r\n";
    expect(redact(given, "text")).toBe("```sh\r\ncurl -u [EMAIL]\r\n```\r\n| [EMAIL] | 1 |\r\n");
  });
});

describe("rules for fields and roles", () => {
  const profile = parseProfile(
    [
      "profile: test",
      "version: 1",
      "fields:",
      "  redact: { customer.name: PERSON }",
      "  keep: [metadata.**]",
      "roles:",
      "  assistant: { entities: { EMAIL: keep } }",
      "",
    ].join("\n"),
    "redaction.yaml",
  );
  const by = new Redactor({ profile });

  it.each([
    ["always", '{"customer":{"name":"Blue Whale","n":1}}', '{"customer":{"name":"[PERSON]","n":1}}'],
    ["never", '{"metadata":{"to":["jo@example.org"]}}', '{"metadata":{"to":["jo@example.org"]}}'],
    [
      "by role",
      '[{"role":"assistant","content":"jo@example.org"},{"content":[{"text":"jo@example.org"}],"role":"user"}]',
      '[{"role":"assistant","content":"jo@example.org"},{"content":[{"text":"[EMAIL]"}],"role":"user"}]',
    ],
  ])("%s", (_, given, wanted) => {
    expect(redact(given, "jsonl", by)).toBe(wanted);
    expect(redact(wanted, "jsonl", by)).toBe(wanted);
  });

  it("by role in a document", () => {
    const { texts } = by.document(["jo@example.org", "jo@example.org"], { roles: ["assistant", "user"] });
    expect(texts).toEqual(["jo@example.org", "[EMAIL]"]);
  });
});
