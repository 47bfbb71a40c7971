/**
 * **LakeWhatIfRequest** -> **LakeWhatIf**
 *
 * Part by part: facts, the decisions of both sides, a table of pairs, and the counts over it. What lies
 * between is in files, so that memory grows with neither the parts nor the conversations.
 */
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ProvisoError } from "@proviso/core";
import { decisionViews } from "@proviso/core/decision";
import { needsOf } from "@proviso/core/policy";
import { duckdb, query, type View } from "@proviso/core/sql";
import { WhatIfTally } from "@proviso/core/whatif";
import { DuckDb } from "../duckdb/duckdb.ts";
import { readParquet } from "../duckdb/paths.ts";
import { findFiles } from "../input/input-file.ts";
import { derivedFacts, layPart } from "../run/lay-part.ts";
import { FACTS } from "../run/part-queries.ts";
import { copy, type Part } from "../run/run-part.ts";
import { countPairs } from "./count-pairs.ts";
import type { LakeSide, LakeWhatIf, LakeWhatIfRequest } from "./lake-what-if.ts";
import { type PairLayout, pairLayout } from "./layout.ts";
import { changesQuery, requireWritable, writeList } from "./list-file.ts";
import { narrowed } from "./needed-columns.ts";
import { type OpenedSides, openSides } from "./open-sides.ts";
import { CARRIED, oneSidedQuery, type PairInput, pairQuery } from "./pair-query.ts";

interface Comparing {
  readonly db: DuckDb;
  readonly request: LakeWhatIfRequest;
  readonly opened: OpenedSides;
  readonly layout: PairLayout;
  readonly scratch: string;
}

/** @throws ProvisoError for what is wrong with the input, and INTERRUPTED where `signal` said so */
export async function compareLake(request: LakeWhatIfRequest): Promise<LakeWhatIf> {
  const scratch = join(request.work, "scratch");
  let db: DuckDb | undefined;
  const stop = (): void => db?.interrupt();
  try {
    if (request.list !== undefined) await requireWritable(request.list);
    db = await DuckDb.open({ memory: request.memory, threads: request.threads, scratch });
    request.signal?.addEventListener("abort", stop);
    request.signal?.throwIfAborted();
    return await compareIn(db, request, scratch);
  } catch (error) {
    if (request.signal?.aborted !== true) throw error;
    throw new ProvisoError("INTERRUPTED", "interrupted; nothing is kept", {
      hint: "the same command begins anew",
      cause: error,
    });
  } finally {
    request.signal?.removeEventListener("abort", stop);
    db?.close();
    await rm(request.work, { recursive: true, force: true });
  }
}

async function compareIn(db: DuckDb, request: LakeWhatIfRequest, scratch: string): Promise<LakeWhatIf> {
  const { before, after, purposes, list, onProgress, signal } = request;
  onProgress?.({ step: "checking", done: 0, all: 1 });
  const files = await findFiles(db, request.inputs);
  const opened = await openSides(db, request, files);
  const layout = pairLayout(before, after, purposes, opened.from === "events");
  const comparing = { db, request, opened, layout, scratch };
  const tally = new WhatIfTally();
  const listed: string[] = [];
  for (const [index, part] of opened.parts.entries()) {
    onProgress?.({ step: "writing", done: index, all: opened.parts.length });
    signal?.throwIfAborted();
    const pairs = await pairsOf(comparing, part);
    await countPairs({ db, layout, after: after.set, tally }, pairs);
    if (list === undefined) continue;
    const file = join(scratch, "list", `part-${index}.parquet`);
    await copy(db, changesQuery(layout, pairs), file);
    listed.push(file);
  }
  signal?.throwIfAborted();
  if (list !== undefined) await writeList(db, listed, list);
  const { from, notes, foreign } = opened;
  return { found: tally.result(), from, notes, foreign };
}

/** @returns the table of pairs, as SQL */
async function pairsOf(comparing: Comparing, part: Part): Promise<string> {
  const { db, request, opened, layout, scratch } = comparing;
  const { before, after, purposes } = request;
  await mkdir(scratch, { recursive: true });
  const [oldFacts, newFacts] = await factsOf(comparing, part);
  const input: PairInput = {
    layout,
    before: await decided(comparing, "before", oldFacts),
    after: await decided(comparing, "after", newFacts),
    sureBefore: undefined,
    sureAfter: undefined,
    speaking: purposes === undefined ? { before: before.set, after: after.set } : undefined,
  };
  if (opened.from === "facts") await refuseTwice(db, input.after);
  const sure = {
    sureBefore: await sureCopies(comparing, "before", oldFacts, input),
    sureAfter: await sureCopies(comparing, "after", newFacts, input),
  };
  return await kept(comparing, "pairs", pairQuery({ ...input, ...sure }));
}

/** Relations, as SQL, of the facts of both sides; one and the same where the instant is. */
async function factsOf(comparing: Comparing, part: Part): Promise<readonly [before: string, after: string]> {
  const { db, request, opened } = comparing;
  if (part.facts !== undefined) return [`(${part.facts})`, `(${part.facts})`];
  const { before, after } = request;
  const shape = await layPart(db, part);
  const of = async ({ at, known }: LakeSide, name: string): Promise<string> =>
    await kept(
      comparing,
      name,
      await derivedFacts(db, { needs: opened.needs, items: false, at, known }, shape),
    );
  const facts = await of(before, "facts-before");
  if (before.at === after.at && before.known === after.known) return [facts, facts];
  return [facts, await of(after, "facts-after")];
}

async function decided(comparing: Comparing, side: "before" | "after", facts: string): Promise<string> {
  await layFacts(comparing, side, facts);
  return `SELECT * FROM ${await kept(comparing, side, query(viewsOf(comparing, side), "decisions"))}`;
}

async function layFacts(
  { db, request, opened }: Comparing,
  side: "before" | "after",
  facts: string,
  where = "",
): Promise<void> {
  const own = narrowed(facts, opened.needs, needsOf(request[side].set));
  await db.run(`CREATE OR REPLACE TEMP VIEW ${FACTS} AS SELECT * FROM (${own})${where}`);
}

function viewsOf({ request, opened, layout }: Comparing, side: "before" | "after"): readonly View[] {
  const { set, at, known } = request[side];
  return decisionViews(duckdb, set, FACTS, {
    purposes: layout.purposes.map(({ purpose }) => purpose),
    question: opened.from === "events" ? { at, known } : undefined,
    carried: CARRIED,
  });
}

/** Which copies there are for certain, of conversations that have one on this side only. */
async function sureCopies(
  comparing: Comparing,
  side: "before" | "after",
  facts: string,
  input: PairInput,
): Promise<string | undefined> {
  const { db } = comparing;
  const wanted = oneSidedQuery(input, side);
  if (wanted === undefined) return undefined;
  await db.run(`CREATE OR REPLACE TEMP TABLE one_sided AS ${wanted}`);
  const [first] = await db.rows("SELECT 1 AS one FROM one_sided LIMIT 1");
  if (first === undefined) return undefined;
  await layFacts(comparing, side, facts, " SEMI JOIN one_sided USING (account, conversation)");
  const clocks = query(viewsOf(comparing, side), "clocks");
  const file = await kept(
    comparing,
    `sure-${side}`,
    `SELECT account, conversation, list(DISTINCT copy) AS copies FROM (${clocks}) WHERE applies = 'yes' GROUP BY ALL`,
  );
  return `SELECT * FROM ${file}`;
}

/** What is needed again goes to the disk: in one query all of it would share the memory. */
async function kept({ db, request, scratch }: Comparing, name: string, select: string): Promise<string> {
  request.signal?.throwIfAborted();
  const file = join(scratch, `${name}.parquet`);
  if (existsSync(file)) await rm(file);
  await copy(db, select, file);
  return readParquet([file]);
}

async function refuseTwice(db: DuckDb, decisions: string): Promise<void> {
  const [row] = await db.rows(
    `SELECT account, conversation FROM (${decisions}) GROUP BY ALL HAVING count(*) > 1 LIMIT 1`,
  );
  if (row === undefined) return;
  throw new ProvisoError(
    "INPUT_MALFORMED",
    `conversation \`${String(row["conversation"])}\` of account \`${String(row["account"])}\` has more than one row of facts`,
    { hint: "give one table of facts, with a row per conversation" },
  );
}
