/**
 * **Case**: a question with its expected answer, whatever the format of its file -> run
 */
import { ProvisoError } from "@proviso/core";
import type { Decision, Prepared } from "@proviso/core/decision";
import type { Event } from "@proviso/core/events";
import type { Mismatch, Part } from "./compare.ts";
import { readDecisionCases } from "./decision-case.ts";
import { scenarioCases } from "./run-case.ts";

export interface CaseResult {
  readonly decision: Decision;
  readonly mismatches: readonly Mismatch[];
  /** Event types without effect: not part of the vocabulary. */
  readonly unknown: readonly string[];
}

/** What a case asks of a log: instants in epoch milliseconds (UTC); `known` undefined: all that is recorded. */
export interface CaseLog {
  readonly events: readonly Event[];
  readonly at: number;
  readonly known: number | undefined;
}

export interface Case {
  readonly id: string;
  readonly title: string;
  readonly log: CaseLog;
  /** Product or policy that answers. */
  readonly policy: string;
  /** `certain` or `interpretation` per part; absent where the file does not say. */
  readonly confidence: Readonly<Partial<Record<Part, string>>>;
  run(prepared: Prepared, parts: readonly Part[]): CaseResult;
}

/**
 * Reads a case file in either format: the compact scenarios (`expected`) or conformance cases with
 * CloudEvents (`expect`).
 * @throws ProvisoError CASE_INVALID
 */
export function readCases(text: string, file: string): readonly Case[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new ProvisoError("CASE_INVALID", `not JSON: ${(error as Error).message}`, {
      place: { file },
      hint: "a case file is a JSON array of cases",
    });
  }
  if (!Array.isArray(parsed)) {
    throw new ProvisoError("CASE_INVALID", "not an array of cases", {
      place: { file },
      hint: "a case file is a JSON array of cases",
    });
  }
  const isConformance = parsed.some((one) => typeof one === "object" && one !== null && "expect" in one);
  return isConformance ? readDecisionCases(parsed, file) : scenarioCases(parsed, file);
}
