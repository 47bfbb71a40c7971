/** What an engine says is wrong -> ProvisoError */
import { ProvisoError } from "@proviso/core";
import type { EngineName } from "./engine.ts";

const SPOKEN: Readonly<Record<EngineName, string>> = {
  spark: "Spark",
  trino: "Trino",
  postgres: "PostgreSQL",
};

export interface Failure {
  /** The engine's own words: the first line that says something is told. */
  readonly said: string;
  /** Counted from 0; undefined where no statement is at fault. */
  readonly statement?: number | undefined;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

export function engineFailed(engine: EngineName, { said, statement, hint, cause }: Failure): ProvisoError {
  const first = said.split("\n").find((line) => line.trim() !== "") ?? "it says nothing";
  return new ProvisoError("ENGINE_FAILED", `${SPOKEN[engine]} failed: ${first.trim()}`, {
    ...(statement === undefined ? {} : { place: { field: `statement ${statement + 1}` } }),
    hint,
    cause,
  });
}

export function engineInterrupted(engine: EngineName): ProvisoError {
  return new ProvisoError("INTERRUPTED", `${SPOKEN[engine]} was interrupted`);
}
