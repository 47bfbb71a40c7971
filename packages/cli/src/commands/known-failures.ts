/**
 * A list of case parts that are known to fail, each with its reason -> lookup by case and part
 */
import { readFile } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import { inputError } from "../input/fs-error.ts";

export interface KnownFailure {
  readonly id: string;
  readonly part: string;
  readonly reason: string;
  readonly cite: string | undefined;
}

export type KnownFailures = ReadonlyMap<string, KnownFailure>;

export function failureKey(id: string, part: string): string {
  return `${id} ${part}`;
}

/** @throws ProvisoError CASE_INVALID for an entry without id, part or reason; NOT_FOUND, PERMISSION */
export async function readKnownFailures(file: string | undefined): Promise<KnownFailures> {
  if (file === undefined) return new Map();
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw inputError(error, file);
  });
  const entries = parse(text, file).map((entry, index) => asFailure(entry, file, index));
  return new Map(entries.map((entry) => [failureKey(entry.id, entry.part), entry]));
}

function parse(text: string, file: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed)) return parsed;
  } catch (cause) {
    throw invalid(
      `not JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      file,
      undefined,
      cause,
    );
  }
  throw invalid("not a list", file);
}

function asFailure(entry: unknown, file: string, index: number): KnownFailure {
  const record = typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>) : {};
  const text = (field: string): string => {
    const value = record[field];
    if (typeof value === "string" && value.trim() !== "") return value;
    throw invalid(`a known failure has no \`${field}\``, file, `[${index}].${field}`);
  };
  const cite = record["cite"];
  return {
    id: text("id"),
    part: text("part"),
    reason: text("reason"),
    cite: typeof cite === "string" ? cite : undefined,
  };
}

function invalid(message: string, file: string, field?: string, cause?: unknown): ProvisoError {
  return new ProvisoError("CASE_INVALID", message, {
    place: { file, field },
    hint: 'write a list of {"id": …, "part": …, "reason": …, "cite": …}',
    cause,
  });
}
