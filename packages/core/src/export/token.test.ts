import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExportQuestion, exportKeyCommitment, exportKeyOf, keyIdOf, tokensUnder } from "./token.ts";

const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);
const OTHER = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const QUESTION: ExportQuestion = {
  scope: "s",
  purpose: "train-general",
  at: "2026-01-01T00:00:00.000Z",
  known: null,
  profile: { digest: `sha256:${"0".repeat(64)}` },
};
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const mac = (key: Uint8Array, message: unknown): Buffer =>
  createHmac("sha256", key).update(JSON.stringify(message)).digest();

describe("an export key", () => {
  it("is the HMAC that its reader would make", () => {
    const { scope, purpose, at, known, profile } = QUESTION;
    const message = ["proviso export key 1", scope, purpose, at, known, profile.digest];
    expect(hex(exportKeyOf(KEY, QUESTION))).toBe(mac(KEY, message).toString("hex"));
  });

  it.each<[string, Partial<ExportQuestion>]>([
    ["scope", { scope: "t" }],
    ["purpose", { purpose: "train-safety" }],
    ["instant", { at: "2026-01-02T00:00:00.000Z" }],
    ["what was known", { known: "2026-01-01T00:00:00.000Z" }],
    ["profile", { profile: { digest: `sha256:${"1".repeat(64)}` } }],
  ])("is another for another %s", (_, more) => {
    expect(hex(exportKeyOf(KEY, { ...QUESTION, ...more }))).not.toBe(hex(exportKeyOf(KEY, QUESTION)));
  });

  it("is committed to by what tells nothing of it", () => {
    const [one, other] = [KEY, OTHER].map((key) => exportKeyOf(key, QUESTION));
    expect(exportKeyCommitment(one as Uint8Array)).not.toBe(exportKeyCommitment(other as Uint8Array));
    expect(exportKeyCommitment(one as Uint8Array)).not.toContain(hex(one as Uint8Array));
  });

  it("has 32 bytes", () => {
    expect(() => tokensUnder(new Uint8Array(31))).toThrow(RangeError);
  });
});

describe("a token", () => {
  it("is the HMAC that its reader would make", () => {
    const tokens = tokensUnder(exportKeyOf(KEY, QUESTION));
    const key = exportKeyOf(KEY, QUESTION);
    const id = "c \ud800 é";
    expect(hex(tokens.conversation(id))).toBe(
      mac(key, ["proviso export conversation 1", id]).toString("hex"),
    );
    expect(hex(tokens.item(id, "i"))).toBe(mac(key, ["proviso export item 1", id, "i"]).toString("hex"));
  });

  it("hangs on key, scope and id, and on where one ends and the other begins", () => {
    const under = (key: Uint8Array, scope: string) => tokensUnder(exportKeyOf(key, { ...QUESTION, scope }));
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (scope, id, more) => {
        const tokens = [
          under(KEY, scope).conversation(id + more),
          under(KEY, scope + more).conversation(id),
          under(OTHER, scope).conversation(id + more),
          under(OTHER, scope + more).conversation(id),
          under(KEY, scope).item(id + more, id),
          under(KEY, scope).item(id, more + id),
        ];
        expect(new Set(tokens.map(hex)).size).toBe(tokens.length);
      }),
    );
  });
});

it("a key's name is no part of the key or of a token", () => {
  const name = keyIdOf(KEY);
  expect(name).toMatch(/^[0-9a-f]{16}$/);
  expect(name).not.toBe(keyIdOf(OTHER));
  expect(Buffer.from(KEY).toString("hex")).not.toContain(name);
});
