/**
 * `--profile` -> **Profile**: one that comes along, by its name, or the user's own file
 */
import { ProvisoError } from "@proviso/core";
import { digestOfJson } from "@proviso/core/export";
import { BUILT_IN_PROFILES, builtInProfile, type Profile, parseProfile } from "@proviso/core/redact";
import { readText } from "../input/read-text.ts";

export interface ChosenProfile {
  readonly profile: Profile;
  /** Over all that it says, whatever its file looks like. */
  readonly digest: string;
}

const DEFAULT = "default";

/** @throws ProvisoError PROFILE_INVALID with its place, NOT_FOUND */
export async function chooseProfile(named: string = DEFAULT): Promise<ChosenProfile> {
  const builtIn = Object.hasOwn(BUILT_IN_PROFILES, named) ? BUILT_IN_PROFILES[named] : undefined;
  const profile = builtIn ?? parseProfile(await readProfile(named), named);
  return { profile, digest: digestOfJson(JSON.parse(JSON.stringify(profile))) };
}

async function readProfile(file: string): Promise<string> {
  return await readText(file).catch((error: unknown) => {
    // A misspelt name looks like a file that is not there: the error that knows the names says more.
    if (error instanceof ProvisoError && error.code === "NOT_FOUND") builtInProfile(file);
    throw error;
  });
}
