/**
 * A line of JSON -> **Places**: where each value stands, by path, and whose message it is in
 *
 * Only read where the profile has rules for fields or roles. The text is the unescaped view, in which
 * only quotes that end strings are `"`; so this needs no more than brackets, commas and quotes. A line
 * that is no JSON has the places that were read until then.
 */
import { stringOf } from "../rewrite.ts";
import type { Text } from "../scan/text.ts";

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly path: readonly (string | number)[];
  /** The role of the innermost object that has one. */
  readonly role: string | undefined;
}

/** Rules look no deeper; a line of nothing but brackets must not cost the square of its length. */
const MAX_DEPTH = 64;
const QUOTE = 0x22;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
/** Keys under which the formats in use say whose message it is. */
const ROLE_KEYS: ReadonlySet<string> = new Set(["role", "from", "sender"]);
const ROLES: Readonly<Record<string, string>> = {
  human: "user",
  user: "user",
  assistant: "assistant",
  gpt: "assistant",
  model: "assistant",
  bot: "assistant",
  system: "system",
  developer: "system",
  tool: "tool",
  function: "tool",
};

interface Level {
  readonly isList: boolean;
  step: string | number | undefined;
  role: string | undefined;
  /** Places before `from` have the role of a level within. */
  readonly from: number;
}

interface Draft {
  readonly start: number;
  readonly end: number;
  readonly path: readonly (string | number)[];
  role: string | undefined;
}

/** In the order of their positions. */
export function placesOf(text: Text): readonly Place[] {
  const { bytes, end } = text;
  const places: Draft[] = [];
  const levels: Level[] = [];
  const add = (from: number, to: number): void => {
    const path = levels.slice(0, MAX_DEPTH).map((level) => level.step ?? 0);
    places.push({ start: from, end: to, path, role: undefined });
  };
  for (let at = text.start; at < end; ) {
    const byte = bytes[at] as number;
    const level = levels.at(-1);
    if (byte === QUOTE) {
      const close = endOfString(bytes, at + 1, end);
      if (level !== undefined && !level.isList && isKey(bytes, close + 1, end)) {
        level.step = stringOf(bytes, at + 1, close);
      } else {
        add(at + 1, close);
        noteRole(level, stringOf(bytes, at + 1, Math.min(close, at + 20)));
      }
      at = close + 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      const isList = byte === OPEN_LIST;
      levels.push({ isList, step: isList ? 0 : undefined, role: undefined, from: places.length });
      at += 1;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      const closed = levels.pop();
      if (closed?.role !== undefined && levels.length < MAX_DEPTH) settle(places, closed.from, closed.role);
      at += 1;
    } else if (byte === COMMA) {
      if (level?.isList === true) level.step = (level.step as number) + 1;
      at += 1;
    } else if (byte === COLON || byte <= 0x20) at += 1;
    else {
      const stop = endOfBare(bytes, at, end);
      add(at, stop);
      at = stop;
    }
  }
  return places;
}

function noteRole(level: Level | undefined, value: string): void {
  if (level === undefined || !ROLE_KEYS.has(String(level.step))) return;
  const role = ROLES[value.toLowerCase()];
  if (role !== undefined) level.role = role;
}

function settle(places: readonly Draft[], from: number, role: string): void {
  for (let index = from; index < places.length; index += 1) {
    const place = places[index];
    if (place !== undefined) place.role ??= role;
  }
}

function endOfString(bytes: Uint8Array, from: number, end: number): number {
  const close = bytes.indexOf(QUOTE, from);
  return close < 0 || close > end ? end : close;
}

function isKey(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from;
  while (at < end && (bytes[at] as number) <= 0x20) at += 1;
  return at < end && bytes[at] === COLON;
}

function endOfBare(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT || byte === COLON || byte <= 0x20)
      break;
    at += 1;
  }
  return Math.max(at, from + 1);
}
