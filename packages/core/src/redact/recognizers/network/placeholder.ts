/** What stands in examples where a credential would be: `password`, `YOUR_TOKEN`, `${KEY}`, `****`. */
import { asciiOf, lower } from "../../scan/bytes.ts";
import { listed } from "../listed.ts";

const WORDS = new Set(
  listed(
    "password, passwd, pwd, secret, token, xxx, changeme, example, test, user, null, undefined",
    "none, redacted, hidden, masked, string, value, pw, my-password, mypassword",
  ),
);
const STARTS = [
  "your",
  "replace",
  "insert",
  "enter",
  "my_",
  "my-",
  "example",
  "<",
  "${",
  "{",
  "$(",
  "%(",
  "%s",
  "$",
  "[",
  "xxxx",
  "...",
  "***",
];

/** Whether `[start, end)` stands for a value rather than being one. */
export function isPlaceholder(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 64) return false;
  let isRepeated = true;
  const first = bytes[start];
  for (let at = start + 1; at < end; at += 1)
    if (lower(bytes[at] ?? 0) !== lower(first ?? 0)) isRepeated = false;
  if (isRepeated) return true;
  const value = asciiOf(bytes, start, end).toLowerCase();
  return WORDS.has(value) || STARTS.some((beginning) => value.startsWith(beginning));
}
