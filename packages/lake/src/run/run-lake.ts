/**
 * **LakeRequest** -> tables in Parquet with a manifest
 *
 * Looks at all of the input first, lays it out in parts, then makes part by part. What is done is kept
 * whatever ends the run; the folder has its name when it is whole.
 */
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ProvisoError } from "@proviso/core";
import { digestOf, needsOf } from "@proviso/core/policy";
import { DuckDb } from "../duckdb/duckdb.ts";
import { findFiles, type InputFile } from "../input/input-file.ts";
import { openFacts } from "../input/open-facts.ts";
import { digestInput, needsDigest } from "./digests.ts";
import { sha256Text } from "./files.ts";
import type { LakeRequest, LakeResult, LakeTable, ManifestInput } from "./lake-run.ts";
import { manifestOf } from "./make-manifest.ts";
import { type OpenedParts, openParts } from "./open-parts.ts";
import { factsQuery, tableQuery } from "./part-queries.ts";
import { type PartDone, RunFolder } from "./run-folder.ts";
import { runPart } from "./run-part.ts";

/** @throws ProvisoError for what is wrong with the input, and INTERRUPTED where `signal` said so */
export async function runLake(request: LakeRequest): Promise<LakeResult> {
  const folder = await RunFolder.open(request.out, request);
  const work = workOf(request, folder);
  let db: DuckDb | undefined;
  const stop = (): void => db?.interrupt();
  try {
    // What an earlier question has laid out there is of its input, and not of this one.
    if ((await folder.job()) === undefined) await rm(work, { recursive: true, force: true });
    db = await DuckDb.open({
      memory: request.memory,
      threads: request.threads,
      scratch: join(work, "scratch"),
    });
    request.signal?.addEventListener("abort", stop);
    return await runIn(db, folder, work, await continued(request, folder));
  } catch (error) {
    throw await interrupted(error, request, folder);
  } finally {
    request.signal?.removeEventListener("abort", stop);
    db?.close();
    await rm(join(work, "scratch"), { recursive: true, force: true });
    // What the input was refused for has to be mended: nothing is gone on with.
    const isKept =
      request.signal?.aborted === true || existsSync(join(work, "laid")) || (await folder.doneCount()) > 0;
    if (!isKept) await rm(work, { recursive: true, force: true });
    await folder.close(isKept);
  }
}

/** A folder of this run's own: it is emptied, and what a user keeps beside it, or another run, is not. */
function workOf({ work, out }: LakeRequest, folder: RunFolder): string {
  if (work === undefined) return join(folder.path, "work");
  return resolve(work, `proviso-${sha256Text(resolve(out)).slice(0, 16)}`);
}

/** Going on means asking for the same instant, where none is given. */
async function continued(request: LakeRequest, folder: RunFolder): Promise<LakeRequest> {
  const earlier = await folder.job();
  return earlier === undefined || request.isAtGiven ? request : { ...request, at: earlier.at };
}

async function interrupted(error: unknown, { signal }: LakeRequest, folder: RunFolder): Promise<unknown> {
  if (signal?.aborted !== true) return error;
  const done = await folder.doneCount();
  return new ProvisoError(
    "INTERRUPTED",
    `interrupted; ${done} ${done === 1 ? "part is" : "parts are"} done and kept`,
    {
      hint: "go on with the same command and --resume",
      cause: error,
    },
  );
}

async function runIn(db: DuckDb, folder: RunFolder, work: string, request: LakeRequest): Promise<LakeResult> {
  const files = await findFiles(db, request.inputs);
  const inputs: ManifestInput[] = [];
  for (const [index, file] of files.entries()) {
    request.onProgress?.({ step: "checking", done: index, all: files.length });
    inputs.push(await digestInput(db, file));
  }
  const engine = await db.version();
  const sql = sqlOf(request);
  await folder.begin({ key: keyOf(request, inputs, sql, engine), at: request.at });
  const opened = await open(db, request, files, work);
  await mkdir(join(work, "laid"), { recursive: true });
  const done: PartDone[] = [];
  for (const [index, part] of opened.parts.entries()) {
    request.onProgress?.({ step: "writing", done: index, all: opened.parts.length });
    request.signal?.throwIfAborted();
    let one = await folder.done(index);
    if (one === undefined) {
      const target = { folder: folder.path, scratch: join(work, "scratch"), index };
      one = await runPart(db, request, part, target);
      await folder.keep(index, one);
    }
    done.push(one);
  }
  const manifest = manifestOf(request, { inputs, engine, sql, done, ...opened });
  await rm(work, { recursive: true, force: true });
  await folder.finish(manifest);
  return { out: request.out, manifest, notes: opened.notes };
}

async function open(
  db: DuckDb,
  request: LakeRequest,
  files: readonly InputFile[],
  work: string,
): Promise<OpenedParts> {
  if (request.from === "events") return await openParts(db, request, files, work);
  const { set, items } = request;
  const needs = needsOf(set);
  const facts = await openFacts(db, files, { needs, needsDigest: needsDigest(set), items });
  return {
    parts: files.map(({ path }) => ({
      events: undefined,
      participants: undefined,
      facts: facts.select(path),
    })),
    notes: facts.notes,
    foreign: new Map(),
    faults: [],
    leftOut: 0,
    events: null,
  };
}

function sqlOf(request: LakeRequest): readonly string[] {
  const shape = { hasParticipants: false, isDistinct: false };
  const rest = request.tables.filter((table): table is Exclude<LakeTable, "facts"> => table !== "facts");
  return [
    ...(request.from === "events" ? [factsQuery({ ...request, needs: needsOf(request.set) }, shape)] : []),
    ...rest.map((table) => tableQuery(request, table)),
  ];
}

/** Over all that rows hang on, and the number of parts, by which they are told apart. */
function keyOf(
  request: LakeRequest,
  inputs: readonly ManifestInput[],
  sql: readonly string[],
  engine: string,
): string {
  const { tables, from, set, purposes, items, at, known, buckets, keepGoing, version, format } = request;
  const policies = set.chains.flat().map(digestOf);
  return sha256Text(
    JSON.stringify([
      ...[tables, from, policies, purposes ?? null, items, at, known ?? null, buckets ?? null, keepGoing],
      ...[version, format, engine, inputs, sql],
    ]),
  );
}
