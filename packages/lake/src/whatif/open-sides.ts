/**
 * Files -> parts with facts for two sides -> compare-lake
 *
 * Events can be asked for any instant and any policies; a table of facts only for what it was made for.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ProvisoError } from "@proviso/core";
import type { FactsNeeds } from "@proviso/core/facts";
import { needsOf, type PolicySet } from "@proviso/core/policy";
import type { DuckDb } from "../duckdb/duckdb.ts";
import { pathLiteral } from "../duckdb/paths.ts";
import type { InputFile } from "../input/input-file.ts";
import { openFacts } from "../input/open-facts.ts";
import { schemasOf } from "../input/table-schema.ts";
import { needsDigest } from "../run/digests.ts";
import { readJson } from "../run/files.ts";
import { openParts } from "../run/open-parts.ts";
import type { Part } from "../run/run-part.ts";
import type { LakeWhatIfRequest } from "./lake-what-if.ts";
import { holds, union } from "./needed-columns.ts";

export interface OpenedSides {
  readonly from: "events" | "facts";
  readonly parts: readonly Part[];
  /** What the facts of the parts hold, or are to hold, beside the vocabulary. */
  readonly needs: FactsNeeds;
  readonly notes: readonly string[];
  readonly foreign: ReadonlyMap<string, number>;
}

/** @throws ProvisoError as `openEvents` and `openFacts`; USAGE for what facts cannot answer */
export async function openSides(
  db: DuckDb,
  request: LakeWhatIfRequest,
  files: readonly InputFile[],
): Promise<OpenedSides> {
  const { before, after, work } = request;
  if (await isFacts(db, files)) return await openGiven(db, request, files);
  const opened = await openParts(db, { ...request, keepGoing: false }, files, work);
  const needs = union(needsOf(before.set), needsOf(after.set));
  return { ...opened, from: "events", needs };
}

/** A table of facts says for which instant its rows are; a table of events has a type. */
async function isFacts(db: DuckDb, files: readonly InputFile[]): Promise<boolean> {
  const first = files.find(({ format }) => format === "parquet");
  if (first === undefined) return false;
  const [schema] = await schemasOf(db, [first.path]);
  const columns = schema?.columns;
  return columns?.has("query_at") === true && columns.has("is_recorded") && !columns.has("type");
}

async function openGiven(
  db: DuckDb,
  request: LakeWhatIfRequest,
  files: readonly InputFile[],
): Promise<OpenedSides> {
  const { before, after, isAtGiven } = request;
  const isOneInstant = before.at === after.at && before.known === after.known;
  if (!isOneInstant || isAtGiven) {
    const message = isOneInstant
      ? "a table of facts says itself for which instant it is"
      : "a table of facts is of one instant, and two are compared";
    throw new ProvisoError("USAGE", message, {
      place: { file: files[0]?.path },
      hint: isOneInstant ? "leave out --at and --known, or give the events" : "give the events",
    });
  }
  const set = await madeFor(request, files);
  const needs = needsOf(set);
  const isHeld = [before, after].every((side) => holds(needs, needsOf(side.set)));
  if (!isHeld) throw otherNeeds(files[0]?.path);
  const facts = await openFacts(db, files, { needs, needsDigest: needsDigest(set), items: false });
  const selects = files.map(({ path }) => facts.select(path));
  const parts = (await isSplit(db, files)) ? [selects.join("\nUNION ALL BY NAME\n")] : selects;
  return {
    from: "facts",
    parts: parts.map((select) => ({ events: undefined, participants: undefined, facts: select })),
    needs,
    notes: facts.notes,
    foreign: new Map(),
  };
}

/** The set whose columns the facts hold, by their manifest; without one, the likeliest. */
async function madeFor(
  { before, after, madeFor: sets }: LakeWhatIfRequest,
  files: readonly InputFile[],
): Promise<PolicySet> {
  const candidates = [...sets, after.set, before.set];
  for (const folder of new Set(files.map(({ path }) => dirname(dirname(path))))) {
    const file = join(folder, "manifest.json");
    const manifest = existsSync(file)
      ? ((await readJson(file)) as { needs?: unknown } | undefined)
      : undefined;
    if (typeof manifest?.needs !== "string") continue;
    const found = candidates.find((set) => needsDigest(set) === manifest.needs);
    if (found === undefined) throw otherNeeds(file);
    return found;
  }
  return candidates[0] ?? after.set;
}

function otherNeeds(file: string | undefined): ProvisoError {
  return new ProvisoError("USAGE", "the facts were made for other policies than are compared", {
    place: { file },
    hint:
      "make them with `proviso lake facts` for a folder of policies that has both sides, and name it here " +
      "with --policies and --policy; or give the events",
  });
}

/** Whether an account is in two files: then none of them can be counted by itself. */
async function isSplit(db: DuckDb, files: readonly InputFile[]): Promise<boolean> {
  if (files.length < 2) return false;
  const each = files.map(
    ({ path }, index) =>
      `SELECT DISTINCT account, ${index} AS file FROM read_parquet(${pathLiteral(path)}, hive_partitioning = FALSE)`,
  );
  const rows = await db.rows(
    `SELECT account FROM (${each.join(" UNION ALL ")}) GROUP BY account HAVING count(*) > 1 LIMIT 1`,
  );
  return rows.length > 0;
}
