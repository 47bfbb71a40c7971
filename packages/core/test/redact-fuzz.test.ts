/**
 * Random bytes and broken chats, for as long as there is time: nothing may throw, hang or break a line
 *
 * 20 seconds here; `FUZZ_SECONDS=300 npx vitest run redact-fuzz` for longer. A failure names its seed.
 */
import { expect, it } from "vitest";
import { generateChats } from "../../../bench/redact/generate-chats.ts";
import { Dice } from "../../../bench/redact/values.ts";
import { builtInProfile, Redactor } from "../src/redact/index.ts";

const SECONDS = Number(process.env["FUZZ_SECONDS"] ?? 20);
const FIRST_SEED = Number(process.env["FUZZ_SEED"] ?? 1);
const MAX_BYTES = 4_000;
const REDACTORS = [
  new Redactor({ profile: builtInProfile("default") }),
  new Redactor({ profile: builtInProfile("pseudonymous"), key: new Uint8Array(32).fill(3) }),
  new Redactor({
    profile: builtInProfile("pseudonymous"),
    key: new Uint8Array(32).fill(4),
    subject: "someone",
  }),
];
const SAMPLE = new TextEncoder().encode(generateChats(60_000, 99).text);
/** Bytes and pieces on which parsers trip. */
const PIECES = [
  "\\",
  '"',
  "\\u",
  "\\ud800",
  "\\\\n",
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  "%",
  "%4",
  "%41",
  "&#",
  "&#x41;",
  "@",
  "+",
  "(",
  "-----BEGIN RSA PRIVATE KEY-----",
  "eyJ",
  "eyJhbGciOiJIUzI1NiJ9.",
  "password",
  "password=",
  "://",
  "a:b@",
  "[EMAIL]",
  "[EMAIL_1]",
  "[IBAN:",
  "Mr ",
  "O'",
  "é",
  "\u0000",
  "\r\n",
  "\n",
  "\u2028",
  "😀",
  "born on 12 March 1987",
  "geb. 12.05.1784",
  "a%40example.org",
  "DE89",
  "4111 1111 1111 1111",
  "==",
].map((one) => new TextEncoder().encode(one));

it(`${SECONDS} seconds of hostile input`, { timeout: (SECONDS + 60) * 1_000 }, () => {
  const end = Date.now() + SECONDS * 1_000;
  let seed = FIRST_SEED;
  for (; Date.now() < end; seed += 1) {
    const input = inputOf(seed);
    for (const redactor of REDACTORS) {
      for (const format of ["jsonl", "text"] as const) {
        const why = `seed ${seed}, ${format}`;
        const once = redactor.lines(input, format).bytes;
        expect(newlines(once), why).toBe(newlines(input));
        const twice = redactor.lines(once, format).bytes;
        expect(Buffer.compare(twice, once), `${why}: redacted twice is redacted once`).toBe(0);
      }
      const text = new TextDecoder().decode(input);
      const { texts } = redactor.document([text, text.slice(0, 50)]);
      expect(redactor.document(texts).texts, `seed ${seed}, document`).toEqual(texts);
    }
  }
  expect(seed).toBeGreaterThan(FIRST_SEED);
});

function inputOf(seed: number): Uint8Array {
  const dice = new Dice(seed * 7_919);
  const size = 1 + dice.below(MAX_BYTES);
  const way = dice.below(4);
  if (way === 0) return Uint8Array.from({ length: size }, () => dice.below(256));
  if (way === 1) return joined(size, () => dice.pick(PIECES));
  const from = dice.below(SAMPLE.length - size);
  const bytes = SAMPLE.slice(from, from + size);
  if (way === 2)
    for (let count = dice.below(40); count > 0; count -= 1) bytes[dice.below(size)] = dice.below(256);
  if (way === 3) {
    for (let count = dice.below(20); count > 0; count -= 1) {
      const piece = dice.pick(PIECES);
      bytes.set(piece.subarray(0, Math.max(0, size - 40)), dice.below(Math.max(1, size - piece.length)));
    }
  }
  return bytes;
}

function joined(size: number, next: () => Uint8Array): Uint8Array {
  const out = new Uint8Array(size);
  for (let at = 0; at < size; ) {
    const piece = next().subarray(0, size - at);
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

function newlines(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 10) count += 1;
  return count;
}
