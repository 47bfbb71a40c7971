/**
 * Text of a `promises.yaml` -> **PromiseFile** -> prove
 *
 * Read as policies are: what is not understood is an error with its place. A promise that were passed
 * over would look kept.
 */
import type { Node, Scalar } from "yaml";
import { type Place, ProvisoError } from "../../errors.ts";
import { Conditions } from "../parse-conditions.ts";
import { idAt, parsePurposes } from "../parse-rules.ts";
import { Mapping } from "../yaml-mapping.ts";
import { Reading, startOf } from "../yaml-reading.ts";
import {
  BUILT_IN,
  type BuiltIn,
  type NamedPromise,
  type PromiseException,
  type PromiseFile,
  type PromiseForm,
} from "./named-promise.ts";

const FORMS = ["never", "always"] as const;
const PROMISE_KEYS = ["id", "says", "policies", "versions", ...FORMS] as const;
const EXCEPTION_KEYS = ["promise", "policy", "rules", "why"] as const;

/** @throws ProvisoError the first error of the file: INPUT_EMPTY or one of the POLICY_ codes */
export function parsePromises(text: string, file: string): PromiseFile {
  const reading = new Reading(text, file);
  const root = reading.open();
  const mapping = root && Mapping.open(root, "", ["promises", "exceptions"], reading);
  const conditions = new Conditions(reading);
  const promises = mapping
    ?.items("promises")
    .flatMap((node, index) => promiseAt(node, index, reading, conditions) ?? []);
  const exceptions = mapping
    ?.items("exceptions")
    .flatMap((node, index) => exceptionAt(node, index, reading) ?? []);
  refuseTwins(promises ?? [], reading);
  const [first] = reading.errors;
  if (first !== undefined) throw first;
  return { promises: promises ?? [], exceptions: exceptions ?? [] };
}

function promiseAt(
  node: Node,
  index: number,
  reading: Reading,
  conditions: Conditions,
): NamedPromise | undefined {
  const mapping = Mapping.open(node, `promises[${index}]`, PROMISE_KEYS, reading);
  if (mapping === undefined) return undefined;
  const id = idAt(mapping, "id");
  if (Object.hasOwn(BUILT_IN, id)) {
    mapping.fail("id", `\`${id}\` is promised of every policy`, "give yours another id");
  }
  const says = mapping.required("says") ?? "";
  const given = FORMS.filter((key) => mapping.has(key));
  if (given.length !== 1) {
    const message = given.length === 0 ? "the promise promises nothing" : "a promise has one form";
    mapping.fail("id", message, "say `never: { permit: [train-general] }`, or `always: { deny: … }`");
  }
  const form = given[0] === undefined ? undefined : formAt(mapping, given[0], `promises.${id}`, conditions);
  if (form === undefined) return undefined;
  return {
    id,
    says,
    form,
    policies: listAt(mapping, "policies"),
    versions: listAt(mapping, "versions"),
    place: reading.place(startOf(node), mapping.field),
  };
}

function formAt(
  outer: Mapping,
  form: (typeof FORMS)[number],
  about: string,
  conditions: Conditions,
): PromiseForm | undefined {
  const node = outer.nodeOf(form);
  const keys = form === "never" ? ["permit", "when", "except"] : ["permit", "deny", "when"];
  const mapping = node && Mapping.open(node, outer.path(form), keys, outer.reading);
  if (mapping === undefined) return undefined;
  const effects = (["permit", "deny"] as const).filter((key) => mapping.has(key));
  const [effect] = effects;
  if (effect === undefined || effects.length > 1) {
    const hint =
      form === "never" ? "say `permit: [train-general]`" : "say `deny: [train-general]`, or `permit`";
    return outer.fail(form, "one effect is promised, with its purposes", hint);
  }
  const purposes = parsePurposes(mapping.texts(effect), mapping, effect).map(({ value }) => value);
  if (purposes.length === 0) mapping.fail(effect, `\`${effect}\` names no purpose`);
  const when = conditions.read(mapping, "when", `${about}.when`, "bool", true);
  if (form === "never")
    return { kind: "never-permit", purposes, when, except: textsOf(mapping.texts("except")) };
  return { kind: effect === "deny" ? "always-deny" : "always-permit", purposes, when };
}

function exceptionAt(node: Node, index: number, reading: Reading): PromiseException | undefined {
  const mapping = Mapping.open(node, `exceptions[${index}]`, EXCEPTION_KEYS, reading);
  if (mapping === undefined) return undefined;
  const promise = mapping.choice("promise", ["refusal-never-permits"] satisfies readonly BuiltIn[]);
  if (!mapping.has("promise")) mapping.missing("promise", "only `refusal-never-permits` has exceptions");
  const policy = mapping.required("policy") ?? "";
  const why = mapping.required("why") ?? "";
  if (!mapping.has("rules")) mapping.missing("rules", "name the rules that permit all the same");
  const rules = textsOf(mapping.texts("rules"));
  if (promise === undefined) return undefined;
  return { promise, policy, rules, why, place: reading.place(startOf(node), mapping.field) };
}

function listAt(mapping: Mapping, key: string): readonly string[] | undefined {
  return mapping.has(key) ? textsOf(mapping.texts(key)) : undefined;
}

function textsOf(scalars: readonly Scalar<string>[]): readonly string[] {
  return scalars.map(({ value }) => value);
}

function refuseTwins(promises: readonly NamedPromise[], reading: Reading): void {
  const seen = new Map<string, Place | undefined>();
  for (const { id, place } of promises) {
    if (seen.has(id)) {
      const message = `promise \`${id}\` is made twice`;
      reading.errors.push(new ProvisoError("POLICY_INVALID", message, { place: place ?? {} }));
    }
    seen.set(id, place);
  }
}
