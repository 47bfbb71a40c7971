/** The laws of redaction, over arbitrary texts: see docs/redaction.md. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInProfile, Redactor } from "../src/redact/index.ts";
import { text } from "./generate-text.ts";

const engine = new Redactor({ profile: builtInProfile("default") });
const utf8 = new TextEncoder();
const plain = new TextDecoder();
const RUNS = { numRuns: 400 };
/** Shorter values stand in any text by chance. */
const MIN_VALUE = 8;

/** Everything the text says, also to someone who decodes it. */
function readings(value: string): readonly string[] {
  const all = [value];
  for (const part of value.match(/[\w%.+~-]*%[\da-f]{2}[\w%.+~-]*/gi) ?? []) {
    try {
      all.push(decodeURIComponent(part));
    } catch {
      // Not percent-encoding.
    }
  }
  for (const part of value.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []) {
    all.push(Buffer.from(part, "base64").toString());
  }
  all.push(value.replace(/\\u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));
  return all;
}

describe("a document", () => {
  it("redacted twice is redacted once", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
        const once = engine.document(texts).texts;
        expect(engine.document(once).texts).toEqual(once);
      }),
      RUNS,
    );
  });

  it("holds none of the values found in it, however they are written", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        const { texts: redacted, findings } = engine.document(texts);
        const read = redacted.flatMap(readings);
        for (const [which, own] of findings.entries()) {
          for (const { start, end } of own) {
            const found = (texts[which] ?? "").slice(start, end);
            if (found.length < MIN_VALUE || !/\d|@/.test(found)) continue;
            for (const one of read) expect(one.includes(found)).toBe(false);
          }
        }
      }),
      RUNS,
    );
  });

  it("says where its findings were, in code units", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
        const { texts: redacted, findings } = engine.document(texts);
        for (const [which, value] of texts.entries()) {
          let rest = redacted[which] ?? "";
          let at = 0;
          for (const { start, end } of findings[which] ?? []) {
            const between = value.slice(at, start);
            expect(rest.startsWith(between)).toBe(true);
            expect(start).toBeLessThan(end);
            rest = rest.slice(between.length);
            // A tag, or a base64 part that was written anew.
            const written = /^"\[[A-Z_]+\]"|^\[[A-Z_]+\]|^[\w+/=-]+/.exec(rest)?.[0] ?? "";
            expect(written).not.toBe("");
            rest = rest.slice(written.length);
            at = end;
          }
          if (findings[which]?.length === 0) expect(redacted[which]).toBe(value);
          expect(value.endsWith(rest)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe("JSON Lines", () => {
  const json = fc.oneof(
    { weight: 4, arbitrary: text },
    fc.integer(),
    fc.constantFrom(4111111111111111, 4155550123, 1e21, -0.5, true, null),
    fc.record({
      text,
      card: fc.constantFrom(4111111111111111, "x"),
      list: fc.array(fc.integer(), { maxLength: 3 }),
    }),
  );
  const line = fc.record({
    id: fc.nat(),
    messages: fc.array(fc.record({ role: fc.constant("user"), content: json })),
  });

  it("stay valid, line by line, with the same shape", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.boolean(), (values, escaped) => {
        const lines = values.map((one) => {
          const written = JSON.stringify(one);
          return escaped
            ? written.replace(
                /[\u0080-\uffff]/g,
                (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`,
              )
            : written;
        });
        const source = utf8.encode(`${lines.join("\n")}\n`);
        const output = plain.decode(engine.lines(source, "jsonl").bytes).split("\n");
        expect(output.length).toBe(lines.length + 1);
        for (const [index, one] of values.entries())
          sameShape(JSON.parse(output[index] ?? ""), JSON.parse(JSON.stringify(one)));
      }),
      RUNS,
    );
  });

  it("say the same as the document of their strings, where nothing but strings is in them", () => {
    fc.assert(
      fc.property(text, (content) => {
        const source = utf8.encode(`${JSON.stringify({ content })}\n`);
        const once = engine.lines(source, "jsonl").bytes;
        expect(plain.decode(engine.lines(once, "jsonl").bytes)).toBe(plain.decode(once));
      }),
      RUNS,
    );
  });
});

it("any bytes come out as bytes, with as many lines", () => {
  const count = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.constantFrom("jsonl", "text"), (bytes, format) => {
      expect(count(engine.lines(bytes, format).bytes)).toBe(count(bytes));
    }),
    RUNS,
  );
});

function sameShape(one: unknown, other: unknown): void {
  if (typeof other === "object" && other !== null) {
    expect(typeof one).toBe("object");
    expect(Object.keys(one as object).length).toBe(Object.keys(other).length);
    const values = Object.values(other);
    for (const [index, each] of Object.values(one as object).entries()) sameShape(each, values[index]);
  } else if (typeof other === "number") expect(["number", "string"]).toContain(typeof one);
  else expect(typeof one).toBe(typeof other);
}
