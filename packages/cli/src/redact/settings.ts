/**
 * Options and environment -> what the engine is made with
 */
import { ProvisoError } from "@proviso/core";
import { readKey } from "../input/key.ts";
import { chooseProfile } from "../profile/choose.ts";
import type { EngineSettings } from "./engine.ts";

export interface SettingsOptions {
  readonly profile: string;
  readonly keyFile?: string;
  readonly scope?: string;
}

/** @throws ProvisoError for a key or a profile that cannot be used */
export async function engineSettings(
  { profile: named, keyFile, scope }: SettingsOptions,
  env: NodeJS.ProcessEnv,
): Promise<EngineSettings> {
  const { profile } = await chooseProfile(named);
  // Leaving it out in silence would leave the names in that only the model finds.
  if (profile.names.model !== undefined) {
    throw new ProvisoError("UNSUPPORTED", "a model for names cannot be asked here", {
      place: { file: named, field: "names.model" },
      hint: "take it out of the profile",
    });
  }
  const hasKey = keyFile !== undefined || (env["PROVISO_KEY"] ?? "") !== "";
  const key = hasKey ? await readKey(keyFile, env) : undefined;
  return {
    profile,
    ...(scope === undefined ? {} : { scope }),
    ...(key === undefined ? {} : { key }),
  };
}
