/**
 * A zod issue -> what is wrong, where, and what would be right
 *
 * Zod's own sentences name types; ours name the value as written and the values that are allowed.
 */
import type * as z from "zod";
import { suggest } from "../policy/nearest.ts";

export interface Refusal {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint: string | undefined;
  /** The trouble is the key at the end of `path`, not its value. */
  readonly isKey: boolean;
}

type Issue = z.core.$ZodIssue;

/** What a value of a kind is called, and how it is written. */
const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a group of fields",
  number: "a number",
  null: "nothing",
};

/**
 * All refusals in the order of the schema.
 * @param value the input the issues are about: zod does not carry it along
 * @param keysAt the known keys of the object at a path, for suggestions
 */
export function refusalsOf(
  issues: readonly Issue[],
  value: unknown,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): readonly Refusal[] {
  const refusals = issues.flatMap((issue) => refusalOf(issue, [], value, keysAt));
  // A misspelt key is the cause of the one that is missing.
  return refusals.sort((a, b) => Number(b.isKey) - Number(a.isKey));
}

function refusalOf(
  issue: Issue,
  prefix: readonly PropertyKey[],
  root: unknown,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): readonly Refusal[] {
  const path = [...prefix, ...issue.path];
  const field = String(path.at(-1) ?? "");
  const value = valueAt(root, path);
  const refusal = (message: string, hint?: string): readonly Refusal[] => [
    { path, message, hint, isKey: false },
  ];

  if (issue.code === "unrecognized_keys") {
    const known = keysAt(path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `unknown field \`${key}\``,
      hint: suggest(key, known, known.length === 0 ? undefined : `known are ${listed(known)}`),
      isKey: true,
    }));
  }
  if (issue.code === "invalid_union") {
    const kinds = issue.errors.flat().map((inner) => (isOfOtherKind(inner) ? inner.expected : undefined));
    if (value !== undefined && value !== null && !kinds.includes(undefined)) {
      return refusal(
        `${quoted(path)} is not ${kinds.map((kind) => KINDS[String(kind)] ?? kind).join(" or ")}`,
      );
    }
    return likeliest(issue.errors).flatMap((inner) => refusalOf(inner, path, root, keysAt));
  }
  const allowed = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const use = allowed.length === 0 ? undefined : `use ${listed(allowed, "or")}`;
  if (value === undefined) return refusal(`\`${field}\` is missing`, use);
  if (value === null) {
    const isList = issue.code === "invalid_type" && issue.expected === "array";
    return refusal(
      `${quoted(path)} is empty`,
      `${isList ? "write `[]` for none, or " : ""}leave the line out`,
    );
  }
  if (issue.code === "invalid_value") {
    return refusal(`\`${shown(value)}\` is not a known \`${field}\``, suggestion(value, allowed) ?? use);
  }
  if (issue.code === "custom") {
    const hint: unknown = issue.params?.["hint"];
    return refusal(issue.message, typeof hint === "string" ? hint : undefined);
  }
  if (issue.code === "too_small") {
    return refusal(`${quoted(path)} is empty`, "write at least one, or leave the field out");
  }
  if (issue.code === "invalid_type")
    return refusal(`${quoted(path)} is not ${KINDS[issue.expected] ?? issue.expected}`);
  return refusal(`${quoted(path)} is not as expected`);
}

function isOfOtherKind(issue: Issue): issue is z.core.$ZodIssueInvalidType {
  return issue.code === "invalid_type" && issue.path.length === 0;
}

function suggestion(value: unknown, allowed: readonly string[]): string | undefined {
  const near = suggest(shown(value), allowed);
  return near === undefined ? undefined : `${near} Allowed are ${listed(allowed)}`;
}

/** Of the ways in which a value fits no form, the one that got furthest: deepest, then with the least trouble. */
function likeliest(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]): number =>
    Math.max(0, ...issues.map((issue) => issue.path.length));
  return [...forms].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}

/** `choices[2].purpose` */
export function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}

function quoted(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "this" : `\`${printPath(path)}\``;
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function listed(names: readonly string[], last = "and"): string {
  const quotedNames = names.map((one) => `\`${one}\``);
  const end = quotedNames.pop() ?? "";
  return quotedNames.length === 0 ? end : `${quotedNames.join(", ")} ${last} ${end}`;
}
