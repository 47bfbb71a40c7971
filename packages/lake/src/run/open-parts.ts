/**
 * Files of events -> **OpenedParts** -> run, what-if
 *
 * All of the input is looked at first; then it lies in parts, each with all that is said of its accounts.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { adoptBuckets, bucketCount, makeBuckets, selectEvents } from "../bucket/make-buckets.ts";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { readParquet } from "../duckdb/paths.ts";
import type { RowFault } from "../input/check-rows.ts";
import type { InputFile } from "../input/input-file.ts";
import { openEvents } from "../input/open-events.ts";
import { refuseTorn } from "../input/refuse-torn.ts";
import type { LakeRequest } from "./lake-run.ts";
import type { Part } from "./run-part.ts";

export interface OpenedParts {
  readonly parts: readonly Part[];
  readonly notes: readonly string[];
  readonly foreign: ReadonlyMap<string, number>;
  readonly faults: readonly RowFault[];
  readonly leftOut: number;
  readonly events: number | null;
}

/** @param work folder for what is laid out @throws ProvisoError as `openEvents`; INPUT_EMPTY */
export async function openParts(
  db: DuckDb,
  request: Pick<LakeRequest, "keepGoing" | "buckets" | "onProgress" | "signal">,
  files: readonly InputFile[],
  work: string,
): Promise<OpenedParts> {
  const bytes = files.reduce((sum, one) => sum + (one.format === "jsonl" ? (one.bytes ?? 0) : 0), 0);
  let read = 0;
  const opened = await openEvents(db, files, {
    keepGoing: request.keepGoing,
    folder: join(work, "read"),
    onBytes: (more) => {
      read += more;
      request.onProgress?.({ step: "reading", done: read, all: bytes });
      request.signal?.throwIfAborted();
    },
  });
  const { events, parts } = opened;
  request.onProgress?.({ step: "parting", done: 0, all: events.rows });
  const laid = join(work, "buckets");
  if (!existsSync(laid)) await refuseTorn(db, selectEvents(events, events.files));
  const buckets =
    parts === undefined || request.buckets !== undefined
      ? await makeBuckets(db, events, laid, request.buckets ?? bucketCount(events.rows))
      : await adoptBuckets(db, events, parts, laid);
  const whole = (given: readonly string[]): string =>
    given.length === 0 ? "" : `SELECT * FROM ${readParquet(given)}`;
  const own = (given: readonly string[]): string =>
    buckets.isOwn || given.length === 0 ? whole(given) : selectEvents(events, given, ["account IS NOT NULL"]);
  const [left] = events.leftOut === undefined ? [] : await db.rows("SELECT count(*) AS number FROM left_out");
  const [first] = buckets.shared;
  if (buckets.buckets.length === 0 && first === undefined) {
    throw new ProvisoError("INPUT_EMPTY", "there is no event in the input that counts");
  }
  // Without accounts there is still a table, of no rows.
  const all = buckets.buckets.length > 0 ? buckets.buckets : [{ files: [], participants: [] }];
  return {
    ...opened,
    parts: all.map((bucket) => ({
      events: [own(bucket.files), whole(buckets.shared)]
        .filter((one) => one !== "")
        .join(" UNION ALL BY NAME "),
      participants: bucket.participants.length === 0 ? undefined : whole(bucket.participants),
      facts: undefined,
    })),
    leftOut: Number(left?.["number"] ?? 0),
    events: events.rows,
  };
}
