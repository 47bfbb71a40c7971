/** (Profile, role) -> the profile for what one role has written. */
import type { Profile, Role } from "./profile.ts";

export function forRole(profile: Profile, role: Role): Profile {
  const rules = profile.roles[role];
  return rules === undefined ? profile : { ...profile, ...rules, roles: {} };
}
