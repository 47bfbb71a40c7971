/**
 * Profile -> the same one for who only looks: it finds the same, and needs no key
 *
 * What is only looked at is never written, so what would be written in its place does not matter: a
 * keyed operator becomes the tag of the type.
 */
import { needsKey, type Operator, REPLACE } from "../operators/operator.ts";
import type { Profile, Rules } from "./profile.ts";

export function withoutKey(profile: Profile): Profile {
  return {
    ...profile,
    ...plain(profile),
    roles: Object.fromEntries(
      Object.entries(profile.roles).map(([role, rules]) => [role, { ...rules, ...plain(rules) }]),
    ),
  };
}

function plain({ default: otherwise, entities }: Rules): Pick<Rules, "default" | "entities"> {
  return {
    default: unkeyed(otherwise),
    entities: Object.fromEntries(Object.entries(entities).map(([name, one]) => [name, unkeyed(one)])),
  };
}

function unkeyed(operator: Operator): Operator {
  return needsKey(operator) ? REPLACE : operator;
}
