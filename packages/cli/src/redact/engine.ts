/**
 * Settings -> what redacts bytes; made once per thread
 */
import { type Profile, Redactor, type RedactorOptions } from "@proviso/core/redact";

export type { LineFinding } from "@proviso/core/redact";

export type LineFormat = "jsonl" | "text";

/** Plain data: it is sent to other threads. */
export type EngineSettings = RedactorOptions;

export type Engine = Pick<Redactor, "lines">;

/** @throws ProvisoError KEY_MISSING, KEY_INVALID */
export function createEngine(settings: EngineSettings): Engine {
  return new Redactor(settings);
}

/** Made by who asks first: with several threads hardly anybody does. */
export function engineWhenAsked(settings: EngineSettings): () => Engine {
  let engine: Engine | undefined;
  return () => {
    engine ??= createEngine(settings);
    return engine;
  };
}

/**
 * Says what is wrong with the settings where only other threads will make an engine of them.
 * @throws ProvisoError as `createEngine` does
 */
export function checkEngine(settings: EngineSettings): void {
  // Names need nothing that could be wrong, and megabytes of words.
  createEngine({ ...settings, profile: { ...settings.profile, names: { on: false } }, flags: false });
}

/** Rules for fields and roles look at a line as a whole, however long it is; so does a model. */
export function needsWholeLines({ fields, roles, names }: Profile): boolean {
  return fields.length > 0 || Object.keys(roles).length > 0 || names.model !== undefined;
}
