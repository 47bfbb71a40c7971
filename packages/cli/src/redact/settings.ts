/**
 * Options and environment -> what the engine is made with
 */
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
  const hasKey = keyFile !== undefined || (env["PROVISO_KEY"] ?? "") !== "";
  const key = hasKey ? await readKey(keyFile, env) : undefined;
  return {
    profile,
    ...(scope === undefined ? {} : { scope }),
    ...(key === undefined ? {} : { key }),
  };
}
