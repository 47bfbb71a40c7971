/**
 * Commander's complaint -> ProvisoError USAGE in our own form
 *
 * Only the wording is taken over: the suggestion becomes the hint, quotation marks become backticks.
 */
import { ProvisoError } from "@proviso/core";
import type { CommanderError } from "commander";

const CHOICES = /\. Allowed choices are (.+)$/;
const SUGGESTION = /\s*\(Did you mean (?:one of )?(.+?)\?\)\s*$/s;

export function usageError(error: CommanderError): ProvisoError {
  const text = error.message.replace(/^error: /, "").replace(/\.$/, "");
  const message = text
    .replace(SUGGESTION, "")
    .replace(CHOICES, "")
    .replace(/'([^']*)'/g, "`$1`");
  return new ProvisoError("USAGE", message, { hint: hintOf(text), cause: error });
}

function hintOf(text: string): string {
  const names = SUGGESTION.exec(text)?.[1];
  if (names !== undefined) return `did you mean ${quoted(names, " or ")}?`;
  const choices = CHOICES.exec(text)?.[1];
  if (choices !== undefined) return `write one of ${quoted(choices, ", ")}`;
  return "`proviso --help` lists commands, `proviso COMMAND --help` their options";
}

function quoted(names: string, between: string): string {
  return names
    .split(", ")
    .map((name) => `\`${name}\``)
    .join(between);
}
