/** What was encrypted comes back, wherever a tag stands; what was not is left as it is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { text } from "../../../test/generate-text.ts";
import { ProvisoError } from "../../errors.ts";
import { hmac } from "../../wasm/hmac.ts";
import { builtInProfile } from "../profile/built-in.ts";
import { Redactor } from "../redact.ts";
import { textDecrypter } from "./decrypt-text.ts";
import { encrypter } from "./encrypt.ts";
import { ENCRYPT } from "./operator.ts";

const key = new Uint8Array(32).fill(21);
const scope = "case";
const profile = { ...builtInProfile("default"), default: ENCRYPT, entities: {} };
const redactor = new Redactor({ profile, key, scope });
const tag = encrypter(hmac(key), scope);
const decrypt = textDecrypter({ key, scope });
const utf8 = new TextEncoder();
const plain = new TextDecoder();

describe("a text", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(text, (value) => {
        const [encrypted = ""] = redactor.document([value]).texts;
        // A bare number in JSON has become a string, and stays one.
        expect(decrypt(encrypted).text.replace(/: ?"(\d+)"/g, ": $1")).toBe(
          value.replace(/: ?"(\d+)"/g, ": $1"),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("of several lines comes back with its lines", () => {
    const block = `${"-".repeat(5)}BEGIN PRIVATE KEY${"-".repeat(5)}\n${"QUJDRA".repeat(10)}\n${"-".repeat(5)}END PRIVATE KEY${"-".repeat(5)}`;
    const value = `a\n${block}\n\n\nb jo@example.org\n`;
    const encrypted = plain.decode(redactor.lines(utf8.encode(value), "text").bytes);
    expect(encrypted).toContain("[PRIVATE_KEY:enc:v1:");
    expect(encrypted.split("\n")).toHaveLength(value.split("\n").length);
    const { text: back, counts } = decrypt(encrypted);
    expect(back).toBe(value);
    expect(Object.fromEntries(counts)).toEqual({ PRIVATE_KEY: 1, EMAIL: 1 });
  });

  it.each([
    ["without tags", "nothing [EMAIL] here [EMAIL_1] [EMAIL:0011223344556677]"],
    ["about tags", "it looks like `[EMAIL:enc:v1:…]` or [EMAIL:enc:v1:abc]"],
    [
      "in base64 without any",
      Buffer.from("nothing is in here, and nothing is to be done").toString("base64"),
    ],
  ])("%s stays", (_, value) => {
    expect(decrypt(value)).toEqual({ text: value, counts: new Map(), cut: 0 });
  });

  it("holds tags in base64", () => {
    const value = Buffer.from(`mail ${tag("EMAIL", "jo@example.org")} today`).toString("base64");
    const { text: back } = decrypt(`see ${value}.`);
    expect(back).toBe(`see ${Buffer.from("mail jo@example.org today").toString("base64")}.`);
  });

  it("says how many tags were cut", () => {
    const whole = tag("EMAIL", "someone@example.org");
    expect(decrypt(`${whole.slice(0, -4)} and ${whole}`)).toMatchObject({
      cut: 1,
      counts: new Map([["EMAIL", 1]]),
    });
  });

  it.each([
    ["of another key", textDecrypter({ key: key.map((byte) => byte ^ 1), scope })],
    ["of another scope", textDecrypter({ key, scope: "other" })],
  ])("with a tag %s is an error with its line", (_, other) => {
    const run = (): unknown => other(`one\ntwo ${tag("EMAIL", "jo@example.org")}\n`);
    expect(run).toThrowError(ProvisoError);
    expect(run).toThrowError(expect.objectContaining({ code: "KEY_MISMATCH", place: { line: 2 } }));
  });
});

describe("a line of JSON", () => {
  const decryptJson = textDecrypter({ key, scope, write: (value) => JSON.stringify(value).slice(1, -1) });

  it("says what it said", () => {
    const content = fc.oneof(text, fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.record({ content, list: fc.array(text, { maxLength: 2 }) }), (value) => {
        const line = utf8.encode(`${JSON.stringify(value)}\n`);
        const back = decryptJson(plain.decode(redactor.lines(line, "jsonl").bytes)).text;
        expect(JSON.parse(back)).toEqual(JSON.parse(plain.decode(line)));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [
      "a key's block",
      `${"-".repeat(5)}BEGIN PRIVATE KEY${"-".repeat(5)}\n${"QUJDRA".repeat(10)}\n${"-".repeat(5)}END PRIVATE KEY${"-".repeat(5)}\n`,
    ],
    ["an address in lines", "12 Main Street\nSpringfield, IL 62704"],
    ["a password with a quote", 'password: "hunter2\\"\\\\x9"'],
    ["JSON in JSON", JSON.stringify({ password: 'hun\\"ter\t22', email: "jo@example.org" })],
  ])("gives back %s, letter by letter", (_, content) => {
    const line = `${JSON.stringify({ content })}\n`;
    const encrypted = plain.decode(redactor.lines(utf8.encode(line), "jsonl").bytes);
    expect(encrypted).toContain(":enc:v1:");
    expect(decryptJson(encrypted).text).toBe(line);
  });
});
