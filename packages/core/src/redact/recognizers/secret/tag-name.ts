/**
 * `[PASSWORD]: x` -> is the name a **tag**, and so no name?
 *
 * What was redacted before names nothing: else the tag that one pass wrote would make a secret of the
 * next value, and redacting twice would be more than redacting once. `env[PASSWORD]` is an index.
 */
import { CLASS, DIGIT, is, UPPER, WORD } from "../../scan/bytes.ts";

const OPEN = 0x5b;
const CLOSE = 0x5d;
const UNDERSCORE = 0x5f;
const MAX_NAME = 48;

/** Whether the name that holds the byte at `at` stands alone in brackets, all in capitals. */
export function isTagName(bytes: Uint8Array, at: number): boolean {
  let start = at;
  while (at - start < MAX_NAME && isPart(bytes, start - 1)) start -= 1;
  if (bytes[start - 1] !== OPEN || is(bytes, start - 2, WORD)) return false;
  let end = at;
  while (end - at < MAX_NAME && isPart(bytes, end)) end += 1;
  return bytes[end] === CLOSE && end - start > 2;
}

function isPart(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === UNDERSCORE || ((CLASS[bytes[at] ?? OPEN] ?? 0) & (UPPER | DIGIT)) !== 0;
}
