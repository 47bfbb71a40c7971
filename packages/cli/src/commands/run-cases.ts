/**
 * Case files -> **CaseOutcome** per case, whatever format the file is in
 */
import { readFile } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import type { Prepared } from "@proviso/core/decision";
import { type Case, readCases } from "../cases/case.ts";
import { PARTS, type Part } from "../cases/compare.ts";
import { inputError } from "../input/fs-error.ts";
import { choosePolicy } from "../packs/choose.ts";
import type { Packs } from "../packs/load.ts";
import { failureKey, type KnownFailure, type KnownFailures } from "./known-failures.ts";

export interface CaseMismatch {
  readonly part: string;
  readonly expected: string;
  readonly got: string;
  readonly why: string;
}

export interface CaseOutcome {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly status: "passed" | "failed" | "skipped";
  /** Why no part of it was compared. */
  readonly reason: string | undefined;
  readonly mismatches: readonly CaseMismatch[];
  /** Parts that failed as expected. */
  readonly known: readonly KnownFailure[];
  /** Event types that had no effect. */
  readonly unknown: readonly string[];
}

export interface CaseRun {
  readonly packs: Packs;
  readonly only: Part | undefined;
  /** Leave out parts that a case says are a matter of interpretation. */
  readonly certain: boolean;
  readonly known: KnownFailures;
}

/** @throws ProvisoError CASE_INVALID, NOT_FOUND, PERMISSION */
export async function* runCaseFile(file: string, run: CaseRun): AsyncGenerator<CaseOutcome> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw inputError(error, file);
  });
  const policies = new Map<string, Prepared | ProvisoError>();
  for (const one of readCases(text, file)) {
    let prepared = policies.get(one.policy);
    if (prepared === undefined) {
      prepared = policyFor(one.policy, run.packs);
      policies.set(one.policy, prepared);
    }
    yield outcomeOf(one, file, prepared, run);
  }
}

/** A missing policy fails the cases that need it, and no others. */
function policyFor(name: string, packs: Packs): Prepared | ProvisoError {
  try {
    return choosePolicy(packs, "", name).prepared;
  } catch (error) {
    if (error instanceof ProvisoError && error.code === "NOT_FOUND") return error;
    throw error;
  }
}

function outcomeOf(one: Case, file: string, prepared: Prepared | ProvisoError, run: CaseRun): CaseOutcome {
  const about = { file, id: one.id, title: one.title ?? "" };
  const parts = PARTS.filter(
    (part) =>
      (run.only === undefined || part === run.only) &&
      (!run.certain || (one.confidence[part] ?? "certain") === "certain"),
  );
  if (parts.length === 0) {
    const reason = "what it expects is a matter of interpretation";
    return { ...about, status: "skipped", reason, mismatches: [], known: [], unknown: [] };
  }
  if (prepared instanceof ProvisoError) {
    const mismatches = parts.map((part) => ({
      part,
      expected: `an answer by ${one.policy}`,
      got: "none",
      why: prepared.message,
    }));
    return { ...about, ...judge(one.id, parts, mismatches, run.known), unknown: [] };
  }
  const { mismatches, unknown } = one.run(prepared, parts);
  return { ...about, ...judge(one.id, parts, mismatches, run.known), unknown };
}

/** A part that is listed must fail: one that passes has no place in the list any more. */
export function judge(
  id: string,
  parts: readonly string[],
  mismatches: readonly CaseMismatch[],
  listed: KnownFailures,
): Pick<CaseOutcome, "status" | "reason" | "mismatches" | "known"> {
  const known: KnownFailure[] = [];
  const left = mismatches.filter(({ part }) => !listed.has(failureKey(id, part)));
  for (const part of parts) {
    const entry = listed.get(failureKey(id, part));
    if (entry === undefined) continue;
    if (mismatches.some((mismatch) => mismatch.part === part)) {
      known.push(entry);
      continue;
    }
    left.push({
      part,
      expected: "to fail, as the list of known failures says",
      got: "it passes",
      why: "take it off the list",
    });
  }
  const status = left.length > 0 ? "failed" : known.length > 0 ? "skipped" : "passed";
  return { status, reason: undefined, mismatches: left, known };
}
