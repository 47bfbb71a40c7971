/** What holds for every finding of the family of secrets, and that its work is linear in the text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SECRET } from "../src/redact/recognizers/secret/secret.ts";
import { Scanner } from "../src/redact/scan/scanner.ts";
import { HARD, textOf } from "../src/redact/scan/text.ts";

const scanner = new Scanner(SECRET);

/** Pieces that recognizers react to, so that chance brings them side by side. */
const PIECES = [
  "password",
  "pwd=",
  "secret",
  "token",
  "api_key",
  ": ",
  "=",
  '"',
  "'",
  "`",
  "\0",
  "\n",
  " ",
  "hunter2!",
  "is ",
  "-----BEGIN PRIVATE KEY-----",
  "-----END PRIVATE KEY-----",
  "VGhpcyBpcyBub3QgYSByZWFsIGtleSwg",
  "Authorization: ",
  "Bearer ",
  "Basic ",
  "dXNlcjpwYXNz",
  "eyJhbGciOiJIUzI1NiJ9.",
  "eyJzdWIiOiJ4In0.",
  "postgres://",
  "u:p4ss@",
  "host/db",
  "curl -u ",
  "a:b",
  "mysql -p",
  "9f8e7d6c5b4a39281706",
  "ghp_",
  "NotARealTokenTest0Value1Only2NotARea",
  "é",
  "😀",
  '"d":"',
  '"kty"',
  "identified by ",
  "LS0tLS1CRUdJTi",
  "Private-Lines: 2",
  "x9k2=j4h5g6f7d8s9a0",
] as const;

it("a finding lies in the text, is on one side of every hard boundary, and holds no quote unless it is a key in armour", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), (pieces) => {
      const text = textOf(pieces.join(""));
      for (const { start, end, type } of scanner.scan(text).spans) {
        expect(start).toBeGreaterThanOrEqual(text.start);
        expect(end).toBeLessThanOrEqual(text.end);
        expect(start).toBeLessThan(end);
        const bytes = text.bytes.subarray(start, end);
        expect(bytes).not.toContain(HARD);
        if (type !== "PRIVATE_KEY") expect(bytes).not.toContain(0x22);
      }
    }),
    { numRuns: 3000, seed: 20_261_125 },
  );
});

/** How often a byte of the text is read. */
function reads(value: string): number {
  const text = textOf(value);
  let count = 0;
  const bytes = new Proxy(text.bytes, {
    get(target, key) {
      if (key === "subarray") return target.subarray.bind(target);
      count += 1;
      return Reflect.get(target, key, target) as unknown;
    },
  });
  scanner.scan({ ...text, bytes });
  return count;
}

describe("twice the text is at most twice the work", () => {
  it.each([
    "password",
    "password=",
    "password is ",
    "password for ",
    "a1b2c3=",
    "8==a1b2c3d",
    "ab=",
    "a1b2c3-",
    "token=a1b2c3d4e5/",
    "key ",
    "password for a ",
    "password is now ",
    "| password ",
    "your password has been set ",
    "seed phrase: legal ",
    "mnemonic: ",
    "AKIATESTVALUE0ONLY12 ",
    "MTIzNDU2Nzg5MDEyMzQ1Njc4.",
    "eyJ",
    "eyJ.",
    "-eyJa1",
    "ops_eyJ-",
    "glpat-",
    "sk-ant-",
    "AKIA",
    "-----BEGIN PRIVATE KEY-----",
    "----BEGIN PRIVATE KEY-A",
    "LS0tLS1CRUdJTi",
    "+LS0tLS1CRUdJTi",
    "://",
    "postgres://a:",
    "postgres://a:b@",
    "Authorization:",
    "Authorization:a1",
    "bearer ",
    "basic YWJj",
    " -u a:",
    " -ua:b1cd ",
    " -p",
    " -pa1b2c3 ",
    `"d":"${"a1b2c3d4e5f6g7h8i9j0k1".repeat(8)}"`,
    "Private-Lines: 9999\n",
    "identified with ",
    "1234567:AA",
    "|",
    "-us1",
    "ZXlK",
    "bedrock-api-key-",
  ])("%s", (unit) => {
    const times = Math.ceil((unit.startsWith('"d"') ? 12_000 : 4000) / unit.length);
    const once = reads(unit.repeat(times));
    const twice = reads(unit.repeat(2 * times));
    expect(twice).toBeLessThan(2.4 * once + 1000);
  });
});
