/**
 * Passwords that a command takes without a name: `mysql -pWORD`, `sshpass -p WORD`, `docker login -p
 * WORD`, `ConvertTo-SecureString "WORD"`.
 */
import { is, lower, WORD } from "../../scan/bytes.ts";
import { HARD, type Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { isQuote } from "./assignment.ts";
import { isPlaceholder } from "./placeholder.ts";
import { newTraits, readTraits } from "./randomness.ts";

const MAX_VALUE = 128;
/** How far before the option its command may stand. */
const MAX_COMMAND = 160;
const SPACE = 0x20;
const SECURE_STRING = 1;

const encoder = new TextEncoder();
/** Commands of which `-p` is a password; those marked take it without space only. */
const COMMANDS: readonly { readonly word: Uint8Array; readonly isTight: boolean }[] = [
  { word: encoder.encode("mysql"), isTight: true },
  { word: encoder.encode("mariadb"), isTight: true },
  { word: encoder.encode("sshpass"), isTight: false },
  { word: encoder.encode("docker login"), isTight: false },
  { word: encoder.encode("podman login"), isTight: false },
  { word: encoder.encode("az login"), isTight: false },
  { word: encoder.encode("sqlcmd"), isTight: false },
  { word: encoder.encode("mongo"), isTight: false },
  { word: encoder.encode("oc login"), isTight: false },
  { word: encoder.encode("7z "), isTight: true },
];

const traits = newTraits();

export const cliPassword: Recognizer = {
  name: "cli-password",
  types: ["PASSWORD"],
  literals: [{ text: " -p" }, { text: "ConvertTo-SecureString", ignoreCase: true }, { text: " -P" }],
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    const { bytes } = text;
    let at = end;
    while (at < text.end && at - end < 3 && bytes[at] === SPACE) at += 1;
    const isTight = at === end;
    const quote = isQuote(bytes[at]) ? (bytes[at] as number) : 0;
    // A quote inside of a JSON string is shown as two.
    if (quote !== 0) while (at < text.end && bytes[at] === quote) at += 1;
    const from = at;
    const limit = Math.min(text.end, at + MAX_VALUE);
    while (
      at < limit &&
      (quote === 0 ? (bytes[at] as number) > SPACE && !isQuote(bytes[at]) : bytes[at] !== quote)
    ) {
      if (bytes[at] === HARD || bytes[at] === 0x0a || bytes[at] === 0x22) return;
      at += 1;
    }
    if (at - from < 4) return;
    readTraits(bytes, from, at, traits);
    const hasLetters = traits.uppers + traits.lowers > 0;
    if (!hasLetters || (traits.digits === 0 && quote === 0) || isPlaceholder(bytes, from, at)) return;
    // `-port`, `-p8080:80`, `-p 127.0.0.1`
    if (quote === 0 && traits.others > 0 && !isStrong(bytes, from, at)) return;
    if (literal !== SECURE_STRING && !isAsked(text, start, isTight)) return;
    emit("PASSWORD", from, at, 0.85, "context");
  },
};

/** No path, port mapping or name of a file. */
function isStrong(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === 0x2f || byte === 0x3a || byte === 0x5c || byte === 0x3d || byte === 0x24) return false;
  }
  return true;
}

function isAsked({ bytes, start: first }: Text, before: number, isTight: boolean): boolean {
  const limit = Math.max(first, before - MAX_COMMAND);
  for (let at = before - 1; at >= limit; at -= 1) {
    if (bytes[at] === 0x0a || bytes[at] === HARD || bytes[at] === 0x7c) return false;
    if (at > first && is(bytes, at - 1, WORD)) continue;
    for (const { word, isTight: mustBeTight } of COMMANDS) {
      if (mustBeTight && !isTight) continue;
      if (at + word.length > before) continue;
      if (word.every((letter, index) => lower(bytes[at + index] as number) === letter)) return true;
    }
  }
  return false;
}
