/**
 * Case files -> **CaseOutcome** per case, whatever format the file is in
 *
 * A format is one entry of `FORMATS`: how its file is known, and how its cases are run.
 */
import { readFile } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import { type Prepared, prepare } from "@proviso/core/decision";
import { type Part, PARTS } from "../cases/compare.ts";
import { runCase } from "../cases/run-case.ts";
import { readScenarios, type Scenario } from "../cases/scenario.ts";
import { inputError } from "../input/fs-error.ts";
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
  /** Why it was skipped where no part of it was compared. */
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
  /** Compare a part only where the case is certain of it. */
  readonly certain: boolean;
  readonly known: KnownFailures;
}

interface CaseFormat {
  readonly name: string;
  recognises(parsed: unknown): boolean;
  run(text: string, file: string, run: CaseRun): Iterable<CaseOutcome>;
}

const FORMATS: readonly CaseFormat[] = [
  {
    name: "scenarios: a JSON list of cases with `account`, `events`, `query` and `expected`",
    recognises: Array.isArray,
    run: runScenarios,
  },
];

/** @throws ProvisoError CASE_INVALID, NOT_FOUND, PERMISSION */
export async function* runCaseFile(file: string, run: CaseRun): AsyncGenerator<CaseOutcome> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw inputError(error, file);
  });
  const parsed = parse(text, file);
  const format = FORMATS.find((one) => one.recognises(parsed));
  if (format === undefined) {
    throw new ProvisoError("CASE_INVALID", `\`${file}\` holds no cases that are known here`, {
      place: { file },
      hint: FORMATS.map(({ name }) => name).join("; "),
    });
  }
  yield* format.run(text, file, run);
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProvisoError("CASE_INVALID", `not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      place: { file },
      hint: FORMATS.map(({ name }) => name).join("; "),
      cause,
    });
  }
}

function* runScenarios(text: string, file: string, run: CaseRun): Generator<CaseOutcome> {
  const prepared = new Map<string, Prepared | undefined>();
  for (const scenario of readScenarios(text, file)) {
    const product = `${scenario.vendor}/${scenario.product}`;
    if (!prepared.has(product)) {
      const set = run.packs.sets.get(product);
      prepared.set(product, set === undefined ? undefined : prepare(set));
    }
    yield runScenario(scenario, file, product, prepared.get(product), run);
  }
}

function runScenario(
  scenario: Scenario,
  file: string,
  product: string,
  prepared: Prepared | undefined,
  run: CaseRun,
): CaseOutcome {
  const about = { file, id: scenario.id, title: scenario.title ?? "", known: [], unknown: [] };
  const parts = PARTS.filter((part) => isCompared(scenario, part, run));
  if (parts.length === 0) {
    const reason = run.certain ? "no part of it is certain" : `it expects nothing of ${run.only}`;
    return { ...about, status: "skipped", reason, mismatches: [] };
  }
  if (prepared === undefined) {
    const mismatch = {
      part: parts.join(", "),
      expected: `a policy for ${product}`,
      got: "none",
      why: "no pack has the product",
    };
    return { ...about, status: "failed", reason: undefined, mismatches: [mismatch] };
  }
  const { mismatches, unknown } = runCase(scenario, prepared, parts);
  return { ...about, unknown, ...judge(scenario.id, parts, mismatches, run.known) };
}

/** Training and safety share one confidence; what a case does not expect cannot be compared. */
function isCompared({ expected, confidence }: Scenario, part: Part, run: CaseRun): boolean {
  if (run.only !== undefined && part !== run.only) return false;
  const isExpected = {
    training: true,
    safety: expected.safety_training !== undefined,
    retention: expected.retention !== undefined || expected.must_be_absent !== undefined,
  }[part];
  const level = part === "retention" ? confidence?.retention : confidence?.training;
  return isExpected && (!run.certain || level === "certain");
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
