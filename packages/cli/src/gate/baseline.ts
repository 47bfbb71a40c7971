/**
 * Findings that are known -> a file; later findings -> which of them are new
 *
 * Holds no value, only salted digests of type, path and value: lines may move, files may not. Whoever
 * has the file can still try values of a small set (telephone numbers, say) against it; it belongs
 * beside the data it is about, where these values stand anyway.
 */
import { randomBytes } from "node:crypto";
import { ProvisoError } from "@proviso/core";
import type { GateFinding } from "./gate-finding.ts";

export interface BaselineEntry {
  readonly path: string;
  readonly type: string;
  readonly digest: string;
  readonly times: number;
}

const VERSION = 1;
const DIGEST = /^[0-9a-f]{32}$/;
const SALT = /^[0-9a-f]{16,}$/;

export interface Baseline {
  readonly salt: string;
  readonly entries: readonly BaselineEntry[];
}

export function emptyBaseline(): Baseline {
  return { salt: randomBytes(16).toString("hex"), entries: [] };
}

/** @throws ProvisoError INPUT_MALFORMED */
export function parseBaseline(text: string, file: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ProvisoError("INPUT_MALFORMED", "not JSON", { place: { file }, cause });
  }
  const fault = (field: string): ProvisoError =>
    new ProvisoError("INPUT_MALFORMED", "not a baseline of this version", {
      place: { file, field },
      hint: "write it anew with --write-baseline",
    });
  if (!isRecord(value) || value["version"] !== VERSION) throw fault("version");
  const { salt, entries } = value;
  if (typeof salt !== "string" || !SALT.test(salt)) throw fault("salt");
  if (!Array.isArray(entries)) throw fault("entries");
  return {
    salt,
    entries: entries.map((entry: unknown, index) => {
      if (isEntry(entry)) return entry;
      throw fault(`entries[${index}]`);
    }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { path, type, digest, times } = value;
  return (
    typeof path === "string" &&
    typeof type === "string" &&
    typeof digest === "string" &&
    DIGEST.test(digest) &&
    Number.isInteger(times) &&
    Number(times) > 0
  );
}

/** One entry a line, in order: a change shows as the lines it is about. */
export function printBaseline(salt: string, findings: readonly GateFinding[]): string {
  const entries = new Map<string, BaselineEntry>();
  for (const { path, type, digest } of findings) {
    const times = (entries.get(digest)?.times ?? 0) + 1;
    entries.set(digest, { path, type, digest, times });
  }
  const key = ({ path, type, digest }: BaselineEntry): string => `${path}\0${type}\0${digest}`;
  const lines = [...entries.values()]
    .sort((one, other) => (key(one) < key(other) ? -1 : 1))
    .map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "salt": ${JSON.stringify(salt)},\n  "entries": ${list}\n}\n`;
}

/** Tells known findings from new ones, each known one as often as it was. */
export class KnownFindings {
  readonly #left = new Map<string, number>();
  readonly #entries: readonly BaselineEntry[];
  known = 0;

  constructor(baseline: Baseline) {
    this.#entries = baseline.entries;
    for (const { digest, times } of baseline.entries) this.#left.set(digest, times);
  }

  has({ digest }: GateFinding): boolean {
    const left = this.#left.get(digest) ?? 0;
    if (left === 0) return false;
    this.#left.set(digest, left - 1);
    this.known += 1;
    return true;
  }

  /** Entries that are there no more, or less often; of files that were looked at, or are gone. */
  stale(isInScope: (path: string) => boolean): readonly BaselineEntry[] {
    return this.#entries.flatMap((entry) => {
      const times = this.#left.get(entry.digest) ?? 0;
      return times > 0 && isInScope(entry.path) ? [{ ...entry, times }] : [];
    });
  }
}
