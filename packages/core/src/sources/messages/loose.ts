/**
 * What tracers put under `input`, `output` or an attribute -> messages
 *
 * It may be a list of messages, a body that holds some, JSON in a string, or anything at all. What is
 * no message in any dialect is one message of its whole text: content is never lost for its shape.
 */
import type { Item } from "../conversation.ts";
import { project } from "../json/project.ts";
import { bytesOf, type Measured } from "../json/shape.ts";
import { requestMessages, responseMessages, type Spoken } from "./body.ts";
import { BODY } from "./body-shape.ts";
import { draftsOf } from "./read-message.ts";

const encoder = new TextEncoder();
const DIRECTIONS = { input: requestMessages, output: responseMessages } as const;
const ROLES: Readonly<Record<Direction, Item["role"]>> = { input: "user", output: "assistant" };

export type Direction = keyof typeof DIRECTIONS;

/** Messages in `text`: JSON text, or plain text said by the person (`input`) or the model (`output`). */
export function looseMessages(
  text: string,
  direction: Direction,
  role = ROLES[direction],
): readonly Spoken[] {
  if (text === "" || text === "null") return [];
  const bytes = encoder.encode(text);
  const plain: Measured = { bytes: bytes.length, text };
  const body = /^\s*[[{"]/.test(text) ? parse(bytes) : undefined;
  const messages = body === undefined ? [] : DIRECTIONS[direction](body);
  const said = messages.reduce((sum, { message }) => sum + saidIn(message), 0);
  return said > 0 ? messages : [{ message: plain, role }];
}

function parse(bytes: Uint8Array): unknown {
  try {
    return project(bytes, BODY.text);
  } catch {
    return undefined;
  }
}

function saidIn(message: unknown): number {
  const drafts = draftsOf(message, new Map(), () => undefined);
  return drafts.reduce((sum, draft) => sum + bytesOf(draft), 0);
}
