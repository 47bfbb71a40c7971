/**
 * Names of facts and their values -> words
 */
import { definitionOf, isFactName, type Slot } from "@proviso/core/facts";
import { printable } from "./printable.ts";
import { instantText, periodText } from "./words.ts";

const ACKNOWLEDGED = /^terms\.acknowledged\[(.+)\]$/;

/** The question that would settle an unknown, as a decision names it. */
export function askText(unknown: string): string {
  if (isFactName(unknown)) return definitionOf(unknown).ask;
  const document = ACKNOWLEDGED.exec(unknown)?.[1];
  return document === undefined
    ? `what is ${unknown}?`
    : `were the terms \`${document}\` accepted, and when?`;
}

/** A fact's value for a person: unknown and none are told apart. */
export function valueText(name: string, value: Slot): string {
  if (value === undefined) return "not known";
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const type = isFactName(name) ? definitionOf(name).type : "string";
  if (typeof value === "number") return type === "timestamp" ? instantText(value) : String(value);
  return type === "duration" ? periodText(value) : printable(value);
}
