/** A request with everything at its usual value. */
import type { LakeRequest } from "../src/run/lake-run.ts";

export function request(
  given: Pick<LakeRequest, "inputs" | "set" | "out"> & Partial<LakeRequest>,
): LakeRequest {
  return {
    tables: ["decisions"],
    from: "events",
    items: false,
    at: Date.UTC(2026, 0, 1),
    isAtGiven: true,
    known: undefined,
    format: "parquet",
    resume: false,
    force: false,
    keepGoing: false,
    memory: 500_000_000,
    threads: 1,
    version: "0.0.0",
    ...given,
  };
}
