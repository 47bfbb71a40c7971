/**
 * A projected request or response body -> its messages, in order
 */
import type { Item } from "../conversation.ts";
import { isJson, objectOf } from "../read-field.ts";

/** What makes a body a message itself. */
const CONTENT_FIELDS = ["role", "content", "parts", "text", "tool_calls"] as const;

/** A projected message, and its role where it does not say. */
export interface Spoken {
  readonly message: unknown;
  readonly role: Item["role"];
}

/** Messages of what was sent: instructions first, then the history. Takes anything BODY projects. */
export function requestMessages(body: unknown): readonly Spoken[] {
  const found: Spoken[] = [];
  if (!isJson(body) || "bytes" in body) return speak(found, body, "user");
  instruct(found, body["system"]);
  instruct(found, body["instructions"]);
  const sent = body["messages"] ?? body["input"] ?? body["prompt"];
  if (sent !== undefined && sent !== null) return speak(found, sent, "user");
  return found.length > 0 || isBare(body) ? found : speak(found, body, "user");
}

/** Messages of what came back: every choice, since each is content that a model made. */
export function responseMessages(body: unknown): readonly Spoken[] {
  const found: Spoken[] = [];
  if (!isJson(body) || "bytes" in body) return speak(found, body, "assistant");
  const choices = body["choices"];
  if (Array.isArray(choices)) {
    for (const choice of choices) {
      const { message, text } = objectOf(choice);
      speak(found, message ?? text, "assistant");
    }
    return found;
  }
  const made = body["output"] ?? body["completion"];
  if (made !== undefined && made !== null) return speak(found, made, "assistant");
  return isBare(body) ? found : speak(found, body, "assistant");
}

function instruct(found: Spoken[], value: unknown): void {
  if (value === undefined || value === null) return;
  found.push({ message: isJson(value) ? value : { role: "system", content: value }, role: "system" });
}

function speak(found: Spoken[], value: unknown, role: Item["role"]): Spoken[] {
  if (Array.isArray(value)) for (const message of value) found.push({ message, role });
  else if (value !== undefined && value !== null) found.push({ message: value, role });
  return found;
}

/** No message itself: an error, or a body whose content was not logged. */
function isBare(body: Readonly<Record<string, unknown>>): boolean {
  return CONTENT_FIELDS.every((field) => body[field] === undefined);
}
