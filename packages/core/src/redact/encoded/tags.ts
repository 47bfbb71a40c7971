/**
 * `[EMAIL]`, `[PERSON_2]`, `[IBAN:9f86d081…]`: what was redacted before is left as it is
 *
 * So redacting twice is redacting once. Only the names of known types count; `[NOTE]` is text.
 */
import { ENTITIES } from "../entity.ts";
import type { Emit, Recognizer } from "../recognizers/recognizer.ts";
import { asciiOf, CLASS, DIGIT, UPPER } from "../scan/bytes.ts";
import type { Text } from "../scan/text.ts";

const OPEN = 0x5b;
const CLOSE = 0x5d;
const COLON = 0x3a;
const UNDERSCORE = 0x5f;
const MAX_NAME = 48;
const PAYLOAD = /[A-Za-z0-9:_+/=.-]/;
const isPayload = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(PAYLOAD.test(String.fromCharCode(byte))),
);

/** @param custom types beyond those of the table */
export function tagsOf(custom: readonly string[]): Recognizer {
  const names = new Set([...Object.keys(ENTITIES), ...custom]);
  const capitals = Array.from({ length: 26 }, (_, index) => String.fromCharCode(0x41 + index));
  return {
    name: "tags",
    types: [],
    done: true,
    literals: capitals.map((capital) => ({ text: `[${capital}` })),
    atLiteral(text: Text, at: number, _end: number, _literal: number, emit: Emit): void {
      const { bytes } = text;
      let end = at + 1;
      while (end < text.end && end - at < MAX_NAME && isName(bytes[end] ?? OPEN)) end += 1;
      const name = asciiOf(bytes, at + 1, end);
      if (!names.has(name) && !names.has(name.replace(/_\d+$/, ""))) return;
      if (bytes[end] === COLON) while (end < text.end && isPayload[bytes[end] ?? OPEN] === 1) end += 1;
      if (end < text.end && bytes[end] === CLOSE) emit(name, at, end + 1, 1, "structure");
    },
  };
}

function isName(byte: number): boolean {
  return byte === UNDERSCORE || ((CLASS[byte] ?? 0) & (UPPER | DIGIT)) !== 0;
}
