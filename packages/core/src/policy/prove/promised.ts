/**
 * PromiseFile x PolicySet -> which promise is made of which version, and what it leaves out
 *
 * Built-in promises are made of every version. A name in the file that no policy, version or rule
 * bears is an error: it would leave out nothing, or promise nothing.
 */
import { type Place, ProvisoError } from "../../errors.ts";
import type { Policy } from "../policy.ts";
import { BUILT_IN, type BuiltIn, type NamedPromise, type PromiseFile } from "./named-promise.ts";

export interface Promised {
  readonly promise: NamedPromise;
  readonly policy: Policy;
  /** Rules that exceptions name. */
  readonly except: readonly string[];
}

const NOTHING: PromiseFile = { promises: [], exceptions: [] };

/**
 * @param policies of one pack: what its promises speak of
 * @throws ProvisoError POLICY_INVALID
 */
export function promisedOf(policies: readonly Policy[], file: PromiseFile = NOTHING): readonly Promised[] {
  checkNames(policies, file);
  const builtIn = (Object.keys(BUILT_IN) as BuiltIn[]).map(builtInPromise);
  return policies.flatMap((policy) => [
    ...builtIn.map((promise) => ({
      promise,
      policy,
      except: file.exceptions
        .filter((one) => one.policy === policy.id && one.promise === promise.id)
        .flatMap(({ rules }) => rules),
    })),
    ...file.promises
      .filter(({ policies: ids, versions }) => isNamed(ids, policy.id) && isNamed(versions, policy.version))
      .map((promise) => ({ promise, policy, except: [] })),
  ]);
}

export function builtInPromise(name: BuiltIn): NamedPromise {
  return {
    id: name,
    says: BUILT_IN[name],
    form: { kind: "built-in", name, except: [] },
    policies: undefined,
    versions: undefined,
    place: undefined,
  };
}

function isNamed(names: readonly string[] | undefined, name: string): boolean {
  return names === undefined || names.includes(name);
}

function checkNames(policies: readonly Policy[], { promises, exceptions }: PromiseFile): void {
  const ids = [...new Set(policies.map(({ id }) => id))];
  const refuse = (message: string, place: Place | undefined, known: readonly string[]): never => {
    const hint = `there are ${known.map((one) => `\`${one}\``).join(", ")}`;
    throw new ProvisoError("POLICY_INVALID", message, { place: place ?? {}, hint });
  };
  for (const { id, policies: named, versions, form, place } of promises) {
    for (const one of named ?? []) {
      if (!ids.includes(one))
        refuse(`promise \`${id}\` is about policy \`${one}\`, which is not there`, place, ids);
    }
    const about = policies.filter((policy) => isNamed(named, policy.id));
    for (const one of versions ?? []) {
      if (about.some(({ version }) => version === one)) continue;
      refuse(
        `promise \`${id}\` is about version \`${one}\`, which is not there`,
        place,
        about.map(({ version }) => version),
      );
    }
    const rules = about.flatMap((policy) => policy.rules);
    for (const one of form.kind === "never-permit" ? form.except : []) {
      if (rules.some((rule) => rule.id === one || rule.reason === one)) continue;
      const known = rules.filter(({ effect }) => effect === "permit").map((rule) => rule.id);
      refuse(`promise \`${id}\` leaves out \`${one}\`, which is no rule and no reason`, place, [
        ...new Set(known),
      ]);
    }
  }
  for (const { policy, rules, place } of exceptions) {
    const about = policies.filter(({ id }) => id === policy);
    if (about.length === 0)
      refuse(`an exception is about policy \`${policy}\`, which is not there`, place, ids);
    const known = [
      ...new Set(
        about.flatMap((one) => one.rules.filter((rule) => rule.effect === "permit").map(({ id }) => id)),
      ),
    ];
    for (const one of rules) {
      if (!known.includes(one))
        refuse(`policy \`${policy}\` has no rule \`${one}\` that permits`, place, known);
    }
  }
}
