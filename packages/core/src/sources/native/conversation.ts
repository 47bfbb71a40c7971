/**
 * A checked native line -> its conversation and its feedback
 */
import {
  type Conversation,
  FEEDBACK_KINDS,
  type Feedback,
  type Item,
  type ItemSource,
  type Mode,
} from "../conversation.ts";
import type { RawRecord } from "../json/lines.ts";
import { bytesOf, textOf } from "../json/shape.ts";
import type { Json } from "../read-field.ts";
import type { Checker } from "./check.ts";

const ROLES: readonly Item["role"][] = ["user", "assistant", "system", "tool"];
const SOURCES: readonly ItemSource[] = ["user", "assistant", "tool", "connector", "system"];
const MODES: readonly Mode[] = ["ordinary", "incognito", "temporary"];

/** Faults go to `checker`; with any, the result MUST NOT be used. */
export function conversationOf(
  line: Json,
  checker: Checker,
  file: string,
  raw: RawRecord,
  content: boolean,
): Conversation {
  const createdAt = checker.instant(line, "createdAt");
  const updatedAt = checker.instant(line, "updatedAt");
  if (createdAt !== undefined && updatedAt !== undefined && updatedAt < createdAt) {
    checker.fault("updatedAt", "`updatedAt` lies before `createdAt`");
  }
  const items = checker
    .objects(line, "items")
    .map((item, index) => itemOf(item, checker, `items[${index}].`, content));
  const ids = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (ids.has(id)) checker.fault(`items[${index}].id`, `\`${id}\` names two items of the conversation`);
    ids.add(id);
  }
  return {
    kind: "conversation",
    id: checker.name(line, "id"),
    account: checker.optionalName(line, "account"),
    title: checker.optionalName(line, "title"),
    createdAt,
    updatedAt,
    surface: checker.name(line, "surface"),
    mode: checker.optionalOneOf(line, "mode", MODES),
    credential: checker.optionalName(line, "credential"),
    model: checker.optionalName(line, "model"),
    items,
    locator: { file, offset: raw.offset, length: raw.bytes.length },
  };
}

/** Feedback without an id is known by its place in the conversation. */
export function feedbackOf(line: Json, checker: Checker): readonly Feedback[] {
  if (line["feedback"] === undefined || line["feedback"] === null) return [];
  const conversation = typeof line["id"] === "string" ? line["id"] : "";
  const account = typeof line["account"] === "string" ? line["account"] : undefined;
  return checker.objects(line, "feedback").map((feedback, index) => {
    const at = `feedback[${index}].`;
    return {
      kind: "feedback",
      id: checker.optionalName(feedback, "id", at) ?? `${conversation}/feedback-${index}`,
      conversation,
      account,
      item: checker.optionalName(feedback, "item", at),
      feedback: checker.oneOf(feedback, "kind", FEEDBACK_KINDS, at),
      rating: checker.optionalName(feedback, "rating", at),
      at: checker.instant(feedback, "at", at),
    };
  });
}

function itemOf(item: Json, checker: Checker, at: string, content: boolean): Item {
  const text = item["text"];
  const isText =
    text === undefined || text === null || textOf(text) !== undefined || typeof text === "number";
  if (!isText) checker.fault(`${at}text`, "`text` must be a string");
  return {
    id: checker.name(item, "id", at),
    role: checker.oneOf(item, "role", ROLES, at),
    source: checker.oneOf(item, "source", SOURCES, at),
    at: checker.instant(item, "at", at),
    hidden: checker.flag(item, "hidden", at),
    pasted: checker.flag(item, "pasted", at),
    signal: checker.optionalName(item, "signal", at),
    name: checker.optionalName(item, "name", at),
    bytes: bytesOf(text),
    ...(content ? { text: textOf(text) ?? "" } : {}),
  };
}
