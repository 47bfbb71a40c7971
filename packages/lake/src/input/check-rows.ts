/**
 * RowKinds -> **CheckedRows** -> buckets
 *
 * What the reader of events refuses must not mean something else in a table, so it stops the run. With
 * `keepGoing` every account with a refused row is left out whole: without its refusal, what is left
 * of an account could permit.
 */
import { ProvisoError } from "@proviso/core";
import type { DuckDb } from "../duckdb/duckdb.ts";
import type { Columns } from "./columns.ts";
import type { Canonical } from "./event-table.ts";
import { judge, type Verdict } from "./kind-event.ts";
import { kindRelation, type RowKind, rowKinds } from "./row-kinds.ts";

export interface RowFault {
  readonly file: string;
  /** Of one of the rows. */
  readonly id: string | null;
  readonly column: string | undefined;
  readonly says: string;
  readonly rows: number;
}

export interface CheckedRows {
  readonly canonical: Canonical;
  /** Event types without effect, with their rows. */
  readonly foreign: ReadonlyMap<string, number>;
  readonly faults: readonly RowFault[];
  /** SELECT of the column `account` of all that is left out; undefined: nothing is. */
  readonly leftOut: string | undefined;
}

const SHOWN = 20;

interface Faulty {
  readonly kind: RowKind;
  readonly verdict: Extract<Verdict, { is: "faulty" }>;
}

/** @param from relation with the columns of the files and `filename`, as SQL @throws ProvisoError EVENT_INVALID */
export async function checkRows(
  db: DuckDb,
  columns: Columns,
  from: string,
  { keepGoing }: { readonly keepGoing: boolean },
): Promise<CheckedRows> {
  const canonical = new Map<string, Map<string, string>>();
  const foreign = new Map<string, number>();
  const faulty: Faulty[] = [];
  for (const kind of await rowKinds(db, columns, from)) {
    const verdict = judge(kind);
    if (verdict.is === "foreign") foreign.set(verdict.type, (foreign.get(verdict.type) ?? 0) + kind.rows);
    if (verdict.is === "faulty") faulty.push({ kind, verdict });
    if (verdict.is === "fine") merge(canonical, verdict.written);
  }
  if (faulty.length === 0) return { canonical, foreign, faults: [], leftOut: undefined };
  const relation = kindRelation(columns, from, "id", "filename", "account", "conversation");
  const faults: RowFault[] = [];
  for (const one of faulty.slice(0, SHOWN)) faults.push(await example(db, relation, one));
  const isShared = faulty.some(({ kind: { states } }) => isOfNobody(states));
  if (!keepGoing || isShared) throw refused(faulty, faults, keepGoing);
  const conditions = faulty.map(({ kind }) => kind.condition).join(" OR ");
  const leftOut = `SELECT DISTINCT coalesce(account, '') AS account FROM (${relation}) WHERE ${conditions}`;
  return { canonical, foreign, faults, leftOut };
}

/** It may concern every account, or any. */
function isOfNobody(states: ReadonlyMap<string, string>): boolean {
  return states.get("account") === "none" && states.get("conversation") === "none";
}

function merge(into: Map<string, Map<string, string>>, from: Canonical): void {
  for (const [column, texts] of from) {
    into.set(column, new Map([...(into.get(column) ?? []), ...texts]));
  }
}

async function example(db: DuckDb, relation: string, { kind, verdict }: Faulty): Promise<RowFault> {
  const [row] = await db.rows(`SELECT id, filename FROM (${relation}) WHERE ${kind.condition} LIMIT 1`);
  const { says, column, hint } = verdict;
  return {
    file: String(row?.["filename"] ?? ""),
    id: typeof row?.["id"] === "string" ? row["id"] : null,
    column,
    says: hint === undefined ? says : `${says}; ${hint}`,
    rows: kind.rows,
  };
}

function refused(faulty: readonly Faulty[], shown: readonly RowFault[], keepGoing: boolean): ProvisoError {
  const rows = faulty.reduce((sum, { kind }) => sum + kind.rows, 0);
  const [first] = shown;
  const lines = shown.map(
    ({ file, id, column, says, rows: alike }) =>
      `\`${file}\`: event ${id === null ? "without an id" : `\`${id}\``}: ${column === undefined ? "" : `\`${column}\`: `}${says}${alike > 1 ? ` (${alike} rows are so)` : ""}`,
  );
  if (faulty.length > shown.length) lines.push(`and ${faulty.length - shown.length} more kinds of rows`);
  lines.push(
    keepGoing
      ? "a row without an account may concern every account, so that there is no going on without it"
      : "mend them, or leave out the accounts they are of with `--keep-going`",
  );
  const message = rows === 1 ? "a row is no event" : `${rows} rows are no events`;
  return new ProvisoError("EVENT_INVALID", message, {
    place: { file: first?.file, field: first?.column },
    hint: lines.join("\n"),
  });
}
