/**
 * Files, queries, policies -> the digests that a manifest names them by
 *
 * Small files and JSONL are hashed whole. A large Parquet file is known by its footer: places, sizes and
 * statistics of every column chunk, without reading the gigabytes between.
 */
import { needsOf, type PolicySet } from "@proviso/core/policy";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { pathLiteral } from "../duckdb/paths.ts";
import type { InputFile } from "../input/input-file.ts";
import { sha256Of, sha256Text } from "./files.ts";
import type { ManifestInput } from "./lake-run.ts";

const LARGE = 64_000_000;

export async function digestInput(db: DuckDb, { path, bytes, format }: InputFile): Promise<ManifestInput> {
  if (bytes !== undefined && (bytes < LARGE || format === "jsonl")) {
    return { path, bytes, digest: `sha256:${await sha256Of(path)}` };
  }
  const chunks = await db.rows(
    `SELECT * EXCLUDE (file_name) FROM parquet_metadata(${pathLiteral(path)}) ORDER BY row_group_id, column_id`,
  );
  const text = JSON.stringify([bytes ?? null, chunks.map((chunk) => JSON.stringify(chunk))]);
  return { path, bytes: bytes ?? null, digest: `footer-sha256:${sha256Text(text)}` };
}

/** Of the queries of a run, which name no file. */
export function sqlDigest(texts: readonly string[]): string {
  return `sha256:${sha256Text(texts.join("\n;\n"))}`;
}

/** What a file of facts names the digest of its needs by, wherever it is moved to. */
export const NEEDS_KEY = "proviso_needs";

/** What a table of facts holds beside the vocabulary. */
export function needsDigest(set: PolicySet): string {
  return `sha256:${sha256Text(JSON.stringify(needsOf(set)))}`;
}
