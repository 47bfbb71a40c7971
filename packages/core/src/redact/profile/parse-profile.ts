/**
 * Text of `redaction.yaml` -> **Profile** -> redact
 *
 * Nothing is passed over: a key or a type that is not known, or a pattern that cannot be run, is an
 * error with its place and what would be right. Who thinks that something is redacted must not be wrong.
 */
import { ProvisoError } from "../../errors.ts";
import { knownKeys } from "../../events/known-keys.ts";
import { printPath, refusalsOf } from "../../events/refusal.ts";
import { type YamlKind, type YamlValue, yamlValue } from "../../events/yaml-value.ts";
import { BUILT_IN_PROFILES } from "./built-in.ts";
import type { Profile } from "./profile.ts";
import { type Fault, profileFaults } from "./profile-faults.ts";
import { profileOf } from "./profile-of.ts";
import { profileSchema } from "./profile-schema.ts";

export interface ProfileReading {
  /** Undefined when there are errors. */
  readonly profile: Profile | undefined;
  readonly errors: readonly ProvisoError[];
}

const PROFILE: YamlKind = { called: "profile", code: "PROFILE_INVALID" };

/** @throws ProvisoError PROFILE_INVALID, INPUT_EMPTY: the first of all errors */
export function parseProfile(text: string, file: string): Profile {
  const { profile, errors } = readProfile(text, file);
  const [first] = errors;
  if (first !== undefined || profile === undefined) throw first;
  return profile;
}

/** All errors at once, for whoever shows them beside the text. Text that is not YAML has one. */
export function readProfile(text: string, file: string): ProfileReading {
  let yaml: YamlValue;
  try {
    yaml = yamlValue(text, file, PROFILE);
  } catch (error) {
    if (error instanceof ProvisoError) return { profile: undefined, errors: [error] };
    throw error;
  }
  const result = profileSchema.safeParse(yaml.value);
  const faults: readonly Fault[] = result.success
    ? profileFaults(result.data)
    : refusalsOf(result.error.issues, yaml.value, (path) => knownKeys(profileSchema, path));
  if (!result.success || faults.length > 0) {
    return { profile: undefined, errors: faults.map((one) => invalid(one, yaml)) };
  }
  const base = BUILT_IN_PROFILES[result.data.extends ?? "default"];
  return { profile: base && profileOf(result.data, base), errors: [] };
}

function invalid({ path, message, hint, isKey }: Fault, yaml: YamlValue): ProvisoError {
  const field = path.length === 0 ? undefined : printPath(path);
  const place = { ...yaml.placeOf(path, isKey ?? false), field };
  return new ProvisoError("PROFILE_INVALID", message, { place, hint });
}
