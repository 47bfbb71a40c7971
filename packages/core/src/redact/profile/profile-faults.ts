/**
 * What is wrong in a profile whose form is right: names that nothing has, patterns that cannot run,
 * parts that contradict each other.
 */
import { suggest } from "../../policy/nearest.ts";
import { checkPattern } from "../custom/check-pattern.ts";
import { VALIDATORS } from "../custom/validators.ts";
import { ENTITIES } from "../entity.ts";
import { BUILT_IN_PROFILES, builtInHint } from "./built-in.ts";
import { parseFieldPath } from "./fields.ts";
import { operatorFaults } from "./operator-faults.ts";
import type { OperatorFile, ProfileFile } from "./profile-schema.ts";

export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint?: string | undefined;
  /** It is about the key at the end of the path. */
  readonly isKey?: boolean;
}

/** Flags are evidence on a document: nothing is written in their place. */
const FLAG_GROUP = "special-category";

export function profileFaults(file: ProfileFile): readonly Fault[] {
  const types = typesOf(file);
  return [
    ...extendsFaults(file),
    ...ruleFaults([], file, types),
    ...Object.entries(file.roles ?? {}).flatMap(([role, rules]) =>
      ruleFaults(["roles", role], rules ?? {}, types),
    ),
    ...recognizerFaults(file),
    ...listFaults(file, types),
    ...fieldFaults(file, types),
  ];
}

/** Types and groups that entries may name. */
interface Types {
  readonly types: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
}

function typesOf({ recognizers, deny }: ProfileFile): Types {
  const known: readonly (readonly [string, { readonly group: string }])[] = Object.entries(ENTITIES);
  const spans = known.filter(([, { group }]) => group !== FLAG_GROUP);
  const flags = known.filter(([, { group }]) => group === FLAG_GROUP).map(([type]) => type);
  return {
    types: new Set([
      ...spans.map(([type]) => type),
      ...(recognizers ?? []).map(({ type }) => type),
      ...(deny ?? []).map(({ type }) => type),
    ]),
    groups: new Set([...spans.map(([, { group }]) => group), "custom"]),
    flags: new Set([...flags, FLAG_GROUP]),
  };
}

function extendsFaults({ extends: base }: ProfileFile): readonly Fault[] {
  if (base === undefined || Object.hasOwn(BUILT_IN_PROFILES, base)) return [];
  return [
    { path: ["extends"], message: `there is no built-in profile \`${base}\``, hint: builtInHint(base) },
  ];
}

function ruleFaults(
  path: readonly PropertyKey[],
  rules: { readonly default?: OperatorFile; readonly entities?: Readonly<Record<string, OperatorFile>> },
  types: Types,
): readonly Fault[] {
  const entries = Object.entries(rules.entities ?? {});
  return [
    ...(rules.default === undefined ? [] : operatorFaults([...path, "default"], rules.default)),
    ...entries.flatMap(([name, operator]) => [
      ...typeFaults([...path, "entities", name], name, types, true),
      ...operatorFaults([...path, "entities", name], operator),
    ]),
  ];
}

/** @param isKey the name is a key, and may be that of a group */
function typeFaults(
  path: readonly PropertyKey[],
  name: string,
  types: Types,
  isKey: boolean,
): readonly Fault[] {
  if (types.types.has(name) || (isKey && types.groups.has(name))) return [];
  if (types.flags.has(name)) {
    const hint = "say with `flags` what becomes of such documents";
    return [{ path, isKey, message: `\`${name}\` is a flag on a document, not a value to replace`, hint }];
  }
  const known = isKey ? [...types.types, ...types.groups] : types.types;
  const hint = suggest(
    name,
    known,
    "name a known type, or one that `recognizers` or `deny` of this profile bring",
  );
  return [{ path, isKey, message: `there is no type ${isKey ? "or group " : ""}\`${name}\``, hint }];
}

function recognizerFaults({ recognizers = [] }: ProfileFile): readonly Fault[] {
  const names = recognizers.map(({ name }) => name);
  return recognizers.flatMap((one, index) => {
    const path = ["recognizers", index];
    const faults: Fault[] = [];
    if (names.indexOf(one.name) < index) {
      faults.push({ path: [...path, "name"], message: `there are two recognizers called \`${one.name}\`` });
    }
    if ((one.patterns ?? []).length === 0 && (one.deny ?? []).length === 0) {
      const hint = "give it `patterns`, or values to `deny`";
      faults.push({ path, message: `the recognizer \`${one.name}\` finds nothing`, hint });
    }
    if (one.validator !== undefined && !Object.hasOwn(VALIDATORS, one.validator)) {
      const known = Object.keys(VALIDATORS);
      const hint = suggest(
        one.validator,
        known,
        `known are ${known.map((name) => `\`${name}\``).join(", ")}`,
      );
      faults.push({
        path: [...path, "validator"],
        message: `there is no validator \`${one.validator}\``,
        hint,
      });
    }
    for (const [at, { regex }] of (one.patterns ?? []).entries()) {
      const fault = checkPattern(regex, one.ignoreCase ?? false, false);
      if (fault !== undefined) faults.push({ path: [...path, "patterns", at, "regex"], ...fault });
    }
    return faults;
  });
}

function listFaults({ allow = [], deny = [] }: ProfileFile, types: Types): readonly Fault[] {
  const denied = new Set(deny.flatMap(({ values }) => values));
  return allow.flatMap((one, index): readonly Fault[] => {
    const path = ["allow", index];
    if (typeof one === "string") return contradiction(path, [one], denied);
    const faults: Fault[] = [];
    if (one.values === undefined && one.patterns === undefined) {
      faults.push({ path, message: "this allows nothing", hint: "give it `values` or `patterns`" });
    }
    for (const [at, regex] of (one.patterns ?? []).entries()) {
      const fault = checkPattern(regex, one.ignoreCase ?? false, true);
      if (fault !== undefined) faults.push({ path: [...path, "patterns", at], ...fault });
    }
    for (const [at, type] of (one.types ?? []).entries()) {
      faults.push(...typeFaults([...path, "types", at], type, types, false));
    }
    return [...faults, ...contradiction([...path, "values"], one.values ?? [], denied)];
  });
}

function contradiction(
  path: readonly PropertyKey[],
  values: readonly string[],
  denied: ReadonlySet<string>,
): readonly Fault[] {
  const both = values.find((value) => denied.has(value));
  if (both === undefined) return [];
  return [{ path, message: `\`${both}\` is in \`allow\` and in \`deny\``, hint: "leave it in one of them" }];
}

function fieldFaults({ fields }: ProfileFile, types: Types): readonly Fault[] {
  const hint = "write `messages[*].name` or `metadata.email`";
  const isPath = (text: string): boolean => parseFieldPath(text) !== undefined;
  return [
    ...Object.entries(fields?.redact ?? {}).flatMap(([text, type]): readonly Fault[] => {
      const path = ["fields", "redact", text];
      const faults: Fault[] = [...typeFaults(path, type, types, false)];
      if (!isPath(text)) faults.push({ path, isKey: true, message: `\`${text}\` is no path`, hint });
      return faults;
    }),
    ...(fields?.keep ?? []).flatMap((text, index) =>
      isPath(text) ? [] : [{ path: ["fields", "keep", index], message: `\`${text}\` is no path`, hint }],
    ),
  ];
}
