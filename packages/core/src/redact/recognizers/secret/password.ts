/**
 * Passwords by what announces them: `password = x`, `"pwd": "x"`, `--password x`, `Passwort: x`,
 * `my password is x`, `CREATE USER u IDENTIFIED BY 'x'`.
 *
 * Passwords have no form, so the name decides; a value that reads like a word, a type, a reference
 * or a template stays.
 */
import type { Text } from "../../scan/text.ts";
import type { Emit, Literal, Recognizer } from "../recognizer.ts";
import { type Announced, readAnnounced } from "./announced.ts";
import { readPasswordName } from "./password-name.ts";
import { isPasswordValue } from "./password-value.ts";
import { PASSWORD_WORDS } from "./password-words.ts";
import { isTagName } from "./tag-name.ts";

const SQL: readonly Literal[] = [{ text: "identified ", ignoreCase: true, wordStart: true }];

const found: Announced = { start: 0, end: 0, how: "sign", isQuoted: false };

export const password: Recognizer = {
  name: "password",
  types: ["PASSWORD"],
  literals: [...PASSWORD_WORDS.map(({ text }) => ({ text, ignoreCase: true })), ...SQL],
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    const word = PASSWORD_WORDS[literal];
    let from = end;
    let isWeak = false;
    if (word === undefined) {
      from = sqlClause(text, end);
      if (from < 0) return;
    } else {
      from = readPasswordName(text, start, end, word);
      if (from < 0) return;
      isWeak = word.isWeak === true;
    }
    if (!readAnnounced(text, from, found)) return;
    if (word === undefined && found.how === "space") found.how = "sign";
    if (!isPasswordValue(text, found, isWeak) || isTagName(text.bytes, start)) return;
    emit("PASSWORD", found.start, found.end, isWeak ? 0.75 : 0.9, "context");
  },
};

const BY = new TextEncoder().encode("by ");
const WITH = new TextEncoder().encode("with ");
const AS = new TextEncoder().encode("as ");

/** `by x`, `with plugin by x`, `with 'plugin' as x`: where the value's announcement ends; -1 if it is none. */
function sqlClause({ bytes, end: limit }: Text, from: number): number {
  const standsAt = (place: number, word: Uint8Array): boolean =>
    word.every((byte, index) => place + index < limit && ((bytes[place + index] as number) | 0x20) === byte);
  if (standsAt(from, BY)) return from + 2;
  if (!standsAt(from, WITH)) return -1;
  let at = from + WITH.length;
  const stop = Math.min(limit, at + 40);
  while (at < stop && bytes[at] !== 0x20) at += 1;
  if (standsAt(at + 1, BY)) return at + 3;
  return standsAt(at + 1, AS) ? at + 3 : -1;
}
