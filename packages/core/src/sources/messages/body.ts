/**
 * A projected request or response body -> its messages, in order
 */
import type { Item } from "../conversation.ts";
import { isJson, listOf, objectOf } from "../read-field.ts";

/** A projected message, and its role where it does not say. */
export interface Spoken {
  readonly message: unknown;
  readonly role: Item["role"];
}

/** Messages of what was sent: instructions first, then the history. Takes anything BODY projects. */
export function requestMessages(body: unknown): readonly Spoken[] {
  if (!isJson(body) || "bytes" in body) return spoken(body, "user");
  const system = [...instructions(body["system"]), ...instructions(body["instructions"])];
  for (const field of ["messages", "input", "prompt"]) {
    const value = body[field];
    if (value !== undefined && value !== null) return [...system, ...spoken(value, "user")];
  }
  return system.length > 0 || isBare(body) ? system : spoken(body, "user");
}

/** Messages of what came back: every choice, since each is content that a model made. */
export function responseMessages(body: unknown): readonly Spoken[] {
  if (!isJson(body) || "bytes" in body) return spoken(body, "assistant");
  if (Array.isArray(body["choices"])) {
    return body["choices"].flatMap((choice) => {
      const { message, text } = objectOf(choice);
      return spoken(message ?? text, "assistant");
    });
  }
  for (const field of ["output", "completion"]) {
    const value = body[field];
    if (value !== undefined && value !== null) return spoken(value, "assistant");
  }
  return isBare(body) ? [] : spoken(body, "assistant");
}

function instructions(value: unknown): readonly Spoken[] {
  return value === undefined || value === null
    ? []
    : [{ message: isJson(value) ? value : { role: "system", content: value }, role: "system" }];
}

function spoken(value: unknown, role: Item["role"]): readonly Spoken[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? listOf(value) : [value]).map((message) => ({ message, role }));
}

/** No message itself: an error, or a body whose content was not logged. */
function isBare(body: Readonly<Record<string, unknown>>): boolean {
  return ["role", "content", "parts", "text", "tool_calls"].every((field) => body[field] === undefined);
}
