/**
 * What tracers put under `input`, `output` or an attribute -> messages
 *
 * It may be a list of messages, a body that holds some, JSON in a string, or anything at all. What is
 * no message in any dialect is one message of its whole text: content is never lost for its shape.
 */
import type { Item } from "../conversation.ts";
import { project } from "../json/project.ts";
import type { Measured } from "../json/shape.ts";
import { isJson } from "../read-field.ts";
import { requestMessages, responseMessages, type Spoken } from "./body.ts";
import { BODY } from "./body-shape.ts";

const encoder = new TextEncoder();
const DIRECTIONS = { input: requestMessages, output: responseMessages } as const;
const ROLES: Readonly<Record<Direction, Item["role"]>> = { input: "user", output: "assistant" };

export type Direction = keyof typeof DIRECTIONS;

/** Fields of a message that say nothing themselves. */
const SILENT = ["role", "type", "name", "id", "model"];

/**
 * Messages in `text`: JSON text, or plain text said by the person (`input`) or the model (`output`).
 * `unknown` hears of fields that were passed over.
 */
export function looseMessages(
  text: string,
  direction: Direction,
  unknown: (what: string) => void,
  role = ROLES[direction],
): readonly Spoken[] {
  if (text === "" || text === "null") return [];
  const bytes = encoder.encode(text);
  const strange: string[] = [];
  const body = /^\s*[[{"]/.test(text) ? parse(bytes, (path) => strange.push(path)) : undefined;
  const messages = body === undefined ? [] : DIRECTIONS[direction](body);
  if (!messages.some(({ message }) => saysSomething(message))) {
    const plain: Measured = { bytes: bytes.length, text };
    return [{ message: plain, role }];
  }
  for (const path of strange) unknown(`${direction}: ${path}`);
  return messages;
}

function parse(bytes: Uint8Array, onUnknown: (path: string) => void): unknown {
  try {
    return project(bytes, BODY.text, onUnknown);
  } catch {
    return undefined;
  }
}

function saysSomething(message: unknown): boolean {
  return isJson(message) && Object.keys(message).some((field) => !SILENT.includes(field));
}
