/**
 * A table of pairs -> counted groups -> tally
 *
 * Only groups leave the engine: as many as there are answers, values and days, not conversations.
 */
import type { End } from "@proviso/core/decision";
import { LIST_SEPARATOR } from "@proviso/core/decision";
import type { PolicySet } from "@proviso/core/policy";
import { type Answer, adviceOf, KEEP_CHANGES, type WhatIfTally } from "@proviso/core/whatif";
import type { DuckDb, Row } from "../duckdb/duckdb.ts";
import type { PairLayout } from "./layout.ts";
import { isChanged, SEGMENT_COLUMNS } from "./pair-query.ts";

export interface Counting {
  readonly db: DuckDb;
  readonly layout: PairLayout;
  /** The policies of the side after. */
  readonly after: PolicySet;
  readonly tally: WhatIfTally;
}

/** @param pairs relation, as SQL, that holds all conversations of its accounts */
export async function countPairs(counting: Counting, pairs: string): Promise<void> {
  await countAll(counting, pairs);
  const advice = adviceOf(counting.after);
  for (const one of counting.layout.purposes) await countPurpose(counting, one, pairs, advice);
  for (const one of counting.layout.copies) await countCopy(counting, one, pairs);
}

async function countAll({ db, tally }: Counting, pairs: string): Promise<void> {
  const where = (name: string): string => `count(*) FILTER (WHERE existed = '${name}')`;
  const [row = {}] = await db.rows(
    [
      `SELECT ${where("both")} AS compared, ${where("before")} AS only_before,`,
      `${where("after")} AS only_after, ${where("neither")} AS neither,`,
      "count(*) FILTER (WHERE is_changed) AS changed,",
      "count(DISTINCT account) FILTER (WHERE existed = 'both') AS accounts,",
      `count(DISTINCT account) FILTER (WHERE is_changed) AS changed_accounts FROM ${pairs}`,
    ].join(" "),
  );
  tally.addCounted({
    compared: Number(row["compared"]),
    onlyBefore: Number(row["only_before"]),
    onlyAfter: Number(row["only_after"]),
    neither: Number(row["neither"]),
    changed: Number(row["changed"]),
    accounts: Number(row["accounts"]),
    changedAccounts: Number(row["changed_accounts"]),
  });
}

async function countPurpose(
  { db, tally }: Counting,
  { purpose, prefix }: PairLayout["purposes"][number],
  pairs: string,
  advice: ReturnType<typeof adviceOf>,
): Promise<void> {
  const answer = (side: "before" | "after"): readonly string[] =>
    ["", "_reason", "_rule", "_policy"].map((part) => `${prefix}_${side}${part} AS ${side}${part}`);
  const grouped = async (by: readonly string[], where: string): Promise<readonly Row[]> => {
    const order = ["number DESC", ...by.map((_, index) => index + 1)].join(", ");
    return await db.rows(
      `SELECT ${by.join(", ")}, count(*) AS number FROM ${pairs} WHERE ${where} GROUP BY ALL ORDER BY ${order}`,
    );
  };
  const isAsked = `${prefix}_before IS NOT NULL`;
  for (const row of await grouped([...answer("before"), ...answer("after")], isAsked)) {
    const transition = { purpose, before: answerIn(row, "before"), after: answerIn(row, "after") };
    tally.addTransition(transition, undefined, Number(row["number"]));
  }
  const ends = [`${prefix}_before AS before`, `${prefix}_after AS after`];
  const accounts = await db.rows(
    `SELECT ${ends.join(", ")}, count(DISTINCT account) AS number FROM ${pairs} WHERE ${isAsked} GROUP BY ALL`,
  );
  for (const row of accounts) tally.addFlowAccounts({ purpose, ...endsIn(row) }, Number(row["number"]));
  for (const name of SEGMENT_COLUMNS) {
    for (const row of await grouped([...ends, `${name} AS value`], isAsked)) {
      tally.addSegment({ purpose, ...endsIn(row) }, name, textIn(row, "value"), Number(row["number"]));
    }
  }
  const told = [`${prefix}_unknowns AS unknowns`, `${prefix}_possible AS possible`];
  const columns = [...ends.slice(0, 1), ...answer("after"), ...told];
  for (const row of await grouped(columns, isChanged(prefix))) {
    const unknowns = textIn(row, "unknowns") ?? "";
    const said = {
      advice: advice(answerIn(row, "after"), textIn(row, "possible") ?? ""),
      unknowns: unknowns === "" ? [] : unknowns.split(LIST_SEPARATOR),
    };
    tally.addTold({ purpose, ...endsIn(row) }, said, Number(row["number"]));
  }
}

async function countCopy(
  { db, tally }: Counting,
  { copy, prefix }: PairLayout["copies"][number],
  pairs: string,
): Promise<void> {
  const isMoved = `${prefix}_kind IN ('longer', 'shorter')`;
  const rows = await db.rows(
    `SELECT ${prefix}_kind AS kind, CASE WHEN ${isMoved} THEN ${prefix}_days END AS days, count(*) AS number FROM ${pairs} WHERE ${prefix}_kind IS NOT NULL GROUP BY ALL ORDER BY ALL`,
  );
  for (const row of rows) {
    const kind = KEEP_CHANGES.find((one) => one === row["kind"]);
    if (kind === undefined) throw new RangeError(`no kind \`${String(row["kind"])}\``);
    const days = row["days"] === null ? undefined : Number(row["days"]);
    tally.addKeeps({ copy, kind, days }, Number(row["number"]));
  }
}

function answerIn(row: Row, side: "before" | "after"): Answer {
  return {
    end: String(row[side]) as End,
    reason: String(row[`${side}_reason`]),
    rule: textIn(row, `${side}_rule`),
    policy: textIn(row, `${side}_policy`),
  };
}

function endsIn(row: Row): { readonly before: End; readonly after: End } {
  return { before: String(row["before"]) as End, after: String(row["after"]) as End };
}

function textIn(row: Row, name: string): string | undefined {
  const value = row[name];
  return value === null || value === undefined ? undefined : String(value);
}
