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
  readonly subject?: string;
}

/** @throws ProvisoError for a key or a profile that cannot be used, and an empty subject */
export async function engineSettings(
  { profile: named, keyFile, scope, subject }: SettingsOptions,
  env: NodeJS.ProcessEnv,
): Promise<EngineSettings> {
  if (subject === "") {
    throw new ProvisoError("USAGE", "`--subject` is empty", {
      hint: "name whose texts they are, or leave it out",
    });
  }
  const { profile } = await chooseProfile(named);
  const hasKey = keyFile !== undefined || (env["PROVISO_KEY"] ?? "") !== "";
  const key = hasKey ? await readKey(keyFile, env) : undefined;
  return {
    profile,
    ...(scope === undefined ? {} : { scope }),
    ...(key === undefined ? {} : { key }),
    ...(subject === undefined ? {} : { subject }),
  };
}
