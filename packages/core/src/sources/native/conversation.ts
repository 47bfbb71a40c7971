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
  const items = itemsOf(line, checker, content);
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
    checker.enter("feedback", index);
    const one: Feedback = {
      kind: "feedback",
      id: checker.optionalName(feedback, "id") ?? `${conversation}/feedback-${index}`,
      conversation,
      account,
      item: checker.optionalName(feedback, "item"),
      feedback: checker.oneOf(feedback, "kind", FEEDBACK_KINDS),
      rating: checker.optionalName(feedback, "rating"),
      at: checker.instant(feedback, "at"),
    };
    checker.leave();
    return one;
  });
}

function itemsOf(line: Json, checker: Checker, content: boolean): readonly Item[] {
  const items: Item[] = [];
  for (const item of checker.objects(line, "items")) {
    checker.enter("items", items.length);
    items.push(itemOf(item, checker, content));
  }
  checker.leave();
  const ids = new Set<string>();
  for (let index = 0; index < items.length; index += 1) {
    const { id = "" } = items[index] ?? {};
    if (ids.has(id)) checker.fault(`items[${index}].id`, `\`${id}\` names two items of the conversation`);
    ids.add(id);
  }
  return items;
}

function itemOf(line: Json, checker: Checker, content: boolean): Item {
  const text = line["text"];
  const isText =
    text === undefined || text === null || typeof text === "number" || textOf(text) !== undefined;
  if (!isText) checker.fault("text", "`text` must be a string");
  const item = {
    id: checker.name(line, "id"),
    role: checker.oneOf(line, "role", ROLES),
    source: checker.oneOf(line, "source", SOURCES),
    at: checker.instant(line, "at"),
    hidden: checker.flag(line, "hidden"),
    pasted: checker.flag(line, "pasted"),
    signal: checker.optionalName(line, "signal"),
    name: checker.optionalName(line, "name"),
    bytes: bytesOf(text),
  };
  return content ? { ...item, text: textOf(text) ?? "" } : item;
}
