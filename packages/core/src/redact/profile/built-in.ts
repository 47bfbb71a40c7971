/**
 * The profiles that come with Proviso, by name.
 *
 * `default`: every kind found becomes its tag, and nothing needs a key. The others differ from it in
 * what they say.
 */
import { ProvisoError } from "../../errors.ts";
import { suggest } from "../../policy/nearest.ts";
import { KEEP, NUMBERED, PSEUDONYM, REPLACE } from "../operators/operator.ts";
import type { Profile } from "./profile.ts";

const DEFAULT: Profile = {
  profile: "default",
  threshold: 0.5,
  default: REPLACE,
  // A town or a company that is spoken of is nobody's data by itself, and most chats are full of them.
  entities: { LOCATION: KEEP, ORGANISATION: KEEP },
  names: { on: true },
  flags: "report",
  languages: [],
  allow: [],
  deny: [],
  recognizers: [],
  fields: [],
  roles: {},
};

/** Weak findings are acted on too, and documents on special categories stay out: rather too much than too little. */
const STRICT: Profile = {
  ...DEFAULT,
  profile: "strict",
  threshold: 0.3,
  entities: {},
  flags: "exclude",
};

/** Text reads on: invented values of the same kind, the same for the same value. Secrets become tags. */
const PSEUDONYMOUS: Profile = {
  ...DEFAULT,
  profile: "pseudonymous",
  default: PSEUDONYM,
  entities: { ...DEFAULT.entities, secret: REPLACE },
};

/** Personal data stays; keys, tokens and passwords go. */
const SECRETS_ONLY: Profile = {
  ...DEFAULT,
  profile: "secrets-only",
  default: KEEP,
  entities: { secret: REPLACE },
  names: { on: false },
};

/** What can be stolen with: secrets, and numbers of cards and accounts. */
const CARDS_AND_SECRETS: Profile = {
  ...SECRETS_ONLY,
  profile: "cards-and-secrets",
  entities: { secret: REPLACE, financial: NUMBERED },
};

export const BUILT_IN_PROFILES: Readonly<Record<string, Profile>> = Object.fromEntries(
  [DEFAULT, STRICT, PSEUDONYMOUS, SECRETS_ONLY, CARDS_AND_SECRETS].map((one) => [one.profile, one]),
);

/** @throws ProvisoError NOT_FOUND */
export function builtInProfile(name: string): Profile {
  const profile = Object.hasOwn(BUILT_IN_PROFILES, name) ? BUILT_IN_PROFILES[name] : undefined;
  if (profile !== undefined) return profile;
  throw new ProvisoError("NOT_FOUND", `there is no built-in profile \`${name}\``, {
    hint: builtInHint(name),
  });
}

export function builtInHint(name: string): string {
  const names = Object.keys(BUILT_IN_PROFILES);
  const all = `built in are ${names.map((one) => `\`${one}\``).join(", ")}`;
  return suggest(name, names, all) ?? all;
}
