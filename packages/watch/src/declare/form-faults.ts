/** What zod finds wrong -> **Faults** in the words of whoever wrote the file. */
import * as z from "zod";
import type { Fault } from "./fault.ts";
import { nearestName } from "./nearest-name.ts";

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
};

/** @param value what was read: zod does not carry it along */
export function formFaults(
  issues: readonly Issue[],
  value: unknown,
  form: z.core.$ZodType,
  prefix: readonly PropertyKey[] = [],
): readonly Fault[] {
  const faults = issues.flatMap((issue) => faultsOf(issue, [], value, form));
  // A misspelt key is the cause of the one that is missing.
  faults.sort((a, b) => Number(b.isKey ?? false) - Number(a.isKey ?? false));
  return faults.map((fault) => ({ ...fault, path: [...prefix, ...fault.path] }));
}

function faultsOf(
  issue: Issue,
  prefix: readonly PropertyKey[],
  root: unknown,
  form: z.core.$ZodType,
): readonly Fault[] {
  const path = [...prefix, ...issue.path];
  const field = String(path.at(-1) ?? "");
  const value = valueAt(root, path);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(form, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `unknown field \`${key}\``,
      hint: nearestName(key, known),
      isKey: true,
    }));
  }
  if (issue.code === "invalid_union" && value !== undefined && value !== null) {
    const inner = likeliest(issue.errors);
    const kinds = issue.errors.flat().map((one) => (one.code === "invalid_type" ? one.expected : undefined));
    if (inner.every((one) => one.path.length === 0 && one.code === "invalid_type")) {
      const allowed = [...new Set(kinds.filter((kind) => kind !== undefined))];
      return [{ path, message: `\`${field}\` is ${allowed.map(called).join(" or ")}` }];
    }
    return inner.flatMap((one) => faultsOf(one, path, root, form));
  }
  if (issue.code === "custom") {
    const hint: unknown = issue.params?.["hint"];
    return [{ path, message: issue.message, hint: typeof hint === "string" ? hint : undefined }];
  }
  if (value === undefined) return [{ path, message: `\`${field}\` is missing` }];
  if (value === null || issue.code === "too_small") {
    return [{ path, message: `\`${field}\` is empty`, hint: "write a value, or leave the field out" }];
  }
  if (issue.code !== "invalid_type") return [{ path, message: `\`${field}\` is not as expected` }];
  const subject = field === "" ? "a declaration" : `\`${field}\``;
  return [{ path, message: `${subject} is ${called(issue.expected)}` }];
}

function called(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** Of the forms that a value does not fit, the one that got furthest. */
function likeliest(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  const rank = (issues: readonly Issue[]): number =>
    Math.max(
      0,
      ...issues.map((issue) => {
        const inner = issue.code === "invalid_union" ? rank(likeliest(issue.errors)) : 0;
        return issue.path.length * 2 + inner + (issue.code === "invalid_type" ? 0 : 1);
      }),
    );
  return [...forms].sort((a, b) => rank(b) - rank(a) || a.length - b.length)[0] ?? [];
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}

/** The fields that a form knows at a path. */
function keysAt(form: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  if (form instanceof z.ZodOptional || form instanceof z.ZodExactOptional) {
    return keysAt(form.def.innerType, path);
  }
  if (form instanceof z.ZodUnion) {
    return [...new Set(form.def.options.flatMap((option) => keysAt(option, path)))];
  }
  const [first, ...rest] = path;
  if (form instanceof z.ZodArray && typeof first === "number") return keysAt(form.def.element, rest);
  if (!(form instanceof z.ZodObject)) return [];
  const shape: Readonly<Record<string, z.core.$ZodType>> = form.shape;
  if (first === undefined) return Object.keys(shape);
  const inner = shape[String(first)];
  return inner === undefined ? [] : keysAt(inner, rest);
}
