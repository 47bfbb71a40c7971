/** What a profile file says, on top of the profile it starts from. */
import { ENTITIES } from "../entity.ts";
import {
  ENCRYPT,
  HASH,
  KEEP,
  MASK,
  type Operator,
  PSEUDONYM,
  REMOVE,
  REPLACE,
} from "../operators/operator.ts";
import { parseFieldPath } from "./fields.ts";
import type {
  Allowed,
  CustomContext,
  CustomRecognizer,
  FieldRule,
  Names,
  Profile,
  Rules,
} from "./profile.ts";
import type { OperatorFile, ProfileFile } from "./profile-schema.ts";

const PLAIN: Readonly<Record<Operator["operator"], Operator>> = {
  replace: REPLACE,
  mask: MASK,
  hash: HASH,
  pseudonym: PSEUDONYM,
  encrypt: ENCRYPT,
  remove: REMOVE,
  keep: KEEP,
};
/** Presidio's boost for context words, which users know. */
const BOOST = 0.35;
const SCORE = 0.5;
const TIMEOUT_SECONDS = 30;

export function profileOf(file: ProfileFile, base: Profile): Profile {
  const rules = rulesOf(file, base);
  const scope = file.scope ?? base.scope;
  return {
    profile: file.profile,
    ...rules,
    ...(scope === undefined ? {} : { scope }),
    names: namesOf(file.names, base.names),
    flags: file.flags ?? base.flags,
    languages: file.languages ?? base.languages,
    allow: [...base.allow, ...(file.allow ?? []).map(allowedOf)],
    deny: [
      ...base.deny,
      ...(file.deny ?? []).map(({ type, values, ignoreCase }) => ({
        type,
        values,
        ignoreCase: ignoreCase ?? false,
      })),
    ],
    recognizers: [...base.recognizers, ...(file.recognizers ?? []).map(recognizerOf)],
    fields: [...fieldsOf(file.fields), ...base.fields],
    roles: {
      ...base.roles,
      ...Object.fromEntries(
        Object.entries(file.roles ?? {}).map(([role, own]) => [role, rulesOf(own ?? {}, rules)]),
      ),
    },
  };
}

type RulesFile = Pick<ProfileFile, "threshold" | "default" | "entities">;

function rulesOf(file: RulesFile, base: Rules): Rules {
  const own = Object.entries(file.entities ?? {}).map(([name, one]) => [name, operatorOf(one)] as const);
  const groups = new Set(own.map(([name]) => name));
  // A group that is named anew takes its types with it, else the file would say one thing and mean another.
  const left = Object.entries(base.entities).filter(
    ([name]) => !(Object.hasOwn(ENTITIES, name) && groups.has(ENTITIES[name as keyof typeof ENTITIES].group)),
  );
  return {
    threshold: file.threshold ?? base.threshold,
    default: file.default === undefined ? base.default : operatorOf(file.default),
    entities: { ...Object.fromEntries(left), ...Object.fromEntries(own) },
  };
}

function operatorOf(file: OperatorFile): Operator {
  if (typeof file === "string") return PLAIN[file];
  // The parameters are those of the operator: `operatorFaults` has seen to it.
  return { ...PLAIN[file.operator], ...file } as Operator;
}

function namesOf(file: ProfileFile["names"], base: Names): Names {
  if (file === undefined) return base;
  if (typeof file === "string") return { on: file === "on" };
  const { model } = file;
  if (model === undefined) return { on: true };
  if ("http" in model) {
    return { on: true, model: { http: model.http, timeoutSeconds: model.timeoutSeconds ?? TIMEOUT_SECONDS } };
  }
  return { on: true, model };
}

function allowedOf(file: NonNullable<ProfileFile["allow"]>[number]): Allowed {
  const empty: Allowed = { values: [], patterns: [], ignoreCase: false, types: [] };
  return typeof file === "string" ? { ...empty, values: [file] } : { ...empty, ...file };
}

type RecognizerFile = NonNullable<ProfileFile["recognizers"]>[number];

function recognizerOf(file: RecognizerFile): CustomRecognizer {
  const { name, type, validator, context } = file;
  return {
    name,
    type,
    patterns: (file.patterns ?? []).map(({ regex, score }) => ({ regex, score: score ?? SCORE })),
    ...(validator === undefined ? {} : { validator }),
    ...(context === undefined ? {} : { context: contextOf(context) }),
    deny: file.deny ?? [],
    allow: file.allow ?? [],
    languages: file.languages ?? [],
    ignoreCase: file.ignoreCase ?? false,
  };
}

function contextOf(file: NonNullable<RecognizerFile["context"]>): CustomContext {
  if (Array.isArray(file)) return { words: file, boost: BOOST, required: false };
  return { words: file.words, boost: file.boost ?? BOOST, required: file.required ?? false };
}

function fieldsOf(file: ProfileFile["fields"]): readonly FieldRule[] {
  const rule = (text: string, as: string): FieldRule => ({ path: parseFieldPath(text) ?? [], as });
  return [
    ...Object.entries(file?.redact ?? {}).map(([text, type]) => rule(text, type)),
    ...(file?.keep ?? []).map((text) => rule(text, "keep")),
  ];
}
