/**
 * Paths as a user gives them -> **InputFile[]** -> schema
 *
 * Files, folders and patterns, here or at an address. The order is that of names, so that the same
 * paths are the same input.
 */
import { stat } from "node:fs/promises";
import { ProvisoError } from "@proviso/core";
import { duckdb } from "@proviso/core/sql";
import type { DuckDb } from "../duckdb/duckdb.ts";

export interface InputFile {
  readonly path: string;
  readonly format: "parquet" | "jsonl";
  /** Bytes; undefined for what lies at an address. */
  readonly bytes: number | undefined;
  /** The value of a folder `bucket=…` on its path. */
  readonly bucket: string | undefined;
}

const REMOTE = /^(?:s3|s3a|r2|gcs|gs|https?):\/\//;
const FORMATS: readonly (readonly [RegExp, InputFile["format"]])[] = [
  [/\.(?:parquet|parq)$/i, "parquet"],
  [/\.(?:jsonl|ndjson)$/i, "jsonl"],
];
const BUCKET = /[/\\]bucket=([^/\\]+)[/\\][^/\\]+$/;

export function isRemote(path: string): boolean {
  return REMOTE.test(path);
}

/** @throws ProvisoError NOT_FOUND, INPUT_EMPTY, INPUT_UNRECOGNISED, UNSUPPORTED */
export async function findFiles(db: DuckDb, paths: readonly string[]): Promise<readonly InputFile[]> {
  if (paths.some(isRemote)) await openRemote(db);
  const found = new Map<string, InputFile>();
  for (const path of paths) {
    for (const file of await filesOf(db, path)) found.set(file.path, file);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The usual variables of S3 clients; none of them is needed for what is public. */
async function openRemote(db: DuckDb): Promise<void> {
  await db.load("httpfs");
  const { env } = process;
  const endpoint = env["AWS_ENDPOINT_URL_S3"] ?? env["AWS_ENDPOINT_URL"];
  const settings: readonly (readonly [string, string | undefined])[] = [
    ["KEY_ID", env["AWS_ACCESS_KEY_ID"]],
    ["SECRET", env["AWS_SECRET_ACCESS_KEY"]],
    ["SESSION_TOKEN", env["AWS_SESSION_TOKEN"]],
    ["REGION", env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"]],
    ["ENDPOINT", endpoint?.replace(/^https?:\/\//, "").replace(/\/$/, "")],
    ["URL_STYLE", endpoint === undefined ? undefined : "path"],
  ];
  const given = settings.flatMap(([name, value]) => (value ? [`${name} ${duckdb.text(value)}`] : []));
  if (endpoint?.startsWith("http://") === true) given.push("USE_SSL FALSE");
  if (given.length === 0) return;
  await db.run(`CREATE OR REPLACE TEMPORARY SECRET proviso (TYPE s3, ${given.join(", ")})`);
}

async function filesOf(db: DuckDb, path: string): Promise<readonly InputFile[]> {
  const info = isRemote(path) ? undefined : await stat(path).catch(() => undefined);
  if (info?.isFile() === true) return [await inputFile(path)];
  const folder =
    info?.isDirectory() === true ? path : isRemote(path) && path.endsWith("/") ? path : undefined;
  if (folder === undefined) {
    if (isRemote(path) && !/[*?[]/.test(path)) return [await inputFile(path)];
    const files = await glob(db, path);
    if (files.length > 0) return await Promise.all(files.map(inputFile));
    throw new ProvisoError("NOT_FOUND", `there is no file \`${path}\``, {
      place: { file: path },
      hint: "name a file, a folder, or a pattern in quotation marks: `'events/*.parquet'`",
    });
  }
  const below = `${folder.replace(/[*?[]/g, (sign) => `[${sign}]`).replace(/[/\\]+$/, "")}/**`;
  const files = (await glob(db, below)).filter(
    (file) => formatOf(file) !== undefined && !isHidden(file, folder),
  );
  if (files.length > 0) return await Promise.all(files.map(inputFile));
  throw new ProvisoError("INPUT_EMPTY", `there is no Parquet or JSONL file in \`${path}\``, {
    place: { file: path },
  });
}

async function glob(db: DuckDb, pattern: string): Promise<readonly string[]> {
  const rows = await db.rows(`SELECT file FROM glob(${duckdb.text(pattern)}) ORDER BY file`);
  return rows.map((row) => String(row["file"]));
}

/** What engines put beside their tables: `_SUCCESS`, `_delta_log/`, `.part-0.crc`. */
function isHidden(file: string, folder: string): boolean {
  return file
    .slice(folder.length)
    .split(/[/\\]/)
    .some((part) => /^[._]/.test(part));
}

function formatOf(path: string): InputFile["format"] | undefined {
  return FORMATS.find(([name]) => name.test(path))?.[1];
}

async function inputFile(path: string): Promise<InputFile> {
  const format = formatOf(path);
  if (format === undefined) {
    throw new ProvisoError("INPUT_UNRECOGNISED", `\`${path}\` is neither Parquet nor JSONL by its name`, {
      place: { file: path },
      hint: "names end in `.parquet` or `.jsonl`",
    });
  }
  const bytes = isRemote(path) ? undefined : (await stat(path)).size;
  return { path, format, bytes, bucket: BUCKET.exec(path)?.[1] };
}
