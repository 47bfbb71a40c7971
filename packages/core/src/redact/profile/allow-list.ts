/**
 * Profile -> whether a value is one that must stay
 *
 * What a list of denied values names stays out all the same: where both speak, the value is
 * redacted.
 */
import { RE2JS } from "re2js";
import type { EntityType } from "../entity.ts";
import type { Allowed, Profile } from "./profile.ts";

type Test = (type: EntityType, value: string) => boolean;

export function createAllowList({ allow, deny }: Profile): Test {
  if (allow.length === 0) return () => false;
  const denied = new Set(deny.filter((one) => !one.ignoreCase).flatMap(({ values }) => values));
  const deniedLower = new Set(
    deny.filter((one) => one.ignoreCase).flatMap(({ values }) => values.map((value) => value.toLowerCase())),
  );
  const tests = allow.map(testOf);
  return (type, value) =>
    tests.some((test) => test(type, value)) && !denied.has(value) && !deniedLower.has(value.toLowerCase());
}

function testOf({ values, patterns, ignoreCase, types }: Allowed): Test {
  const fold = (value: string): string => (ignoreCase ? value.toLowerCase() : value);
  const known = new Set(values.map(fold));
  const compiled = patterns.map((one) => RE2JS.compile(one, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0));
  const forTypes = new Set(types);
  return (type, value) =>
    (types.length === 0 || forTypes.has(type)) &&
    (known.has(fold(value)) || compiled.some((one) => one.testExact(value)));
}
