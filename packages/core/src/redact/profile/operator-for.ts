/** (Profile, type) -> the operator that the profile has for it: the type's own, its group's, the default. */
import { type EntityType, groupOf } from "../entity.ts";
import type { Operator } from "../operators/operator.ts";
import type { Profile, Rules } from "./profile.ts";

export function operatorFor({ entities, default: otherwise }: Rules, type: EntityType): Operator {
  return own(entities, type) ?? own(entities, groupOf(type)) ?? otherwise;
}

/** Every operator that the profile can come to, for any role. */
export function operatorsOf(profile: Profile): readonly Operator[] {
  return [profile, ...Object.values(profile.roles)].flatMap((rules) => [
    rules.default,
    ...Object.values(rules.entities),
  ]);
}

function own(entities: Rules["entities"], name: string): Operator | undefined {
  return Object.hasOwn(entities, name) ? entities[name] : undefined;
}
