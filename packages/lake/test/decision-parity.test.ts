/** One policy has one meaning: engines decide a table of facts as `decide` does. */
import {
  clockRows,
  copyColumns,
  decide,
  decisionRow,
  decisionViews,
  prepare,
  purposesOf,
} from "@proviso/core/decision";
import { type Facts, factsColumns, factsRow } from "@proviso/core/facts";
import { needsOf, type PolicySet } from "@proviso/core/policy";
import { type Dialect, duckdb, postgresql, query, rowsView } from "@proviso/core/sql";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { arbitraryFacts, arbitrarySet } from "../../core/test/generate-set.ts";
import { type Backend, differences, type Row } from "./parity/compare.ts";
import { duckdbBackend } from "./parity/duckdb.ts";
import { postgresBackend } from "./parity/postgres.ts";

const SETS = Number(process.env["PROVISO_PARITY_SETS"] ?? 250);
const FACTS_PER_SET = 8;

const postgres = await postgresBackend();
const backends: readonly { readonly name: string; readonly backend: Backend; readonly dialect: Dialect }[] = [
  { name: "duckdb", backend: await duckdbBackend(), dialect: duckdb },
  ...(typeof postgres === "string" ? [] : [{ name: "postgresql", backend: postgres, dialect: postgresql }]),
];

afterAll(async () => {
  if (typeof postgres !== "string") await postgres.close();
});

if (typeof postgres === "string") it.skip(`PostgreSQL is left out: ${postgres}`, () => undefined);

/** Facts told apart by their account, so that rows can be matched. */
const facts = (item: boolean): fc.Arbitrary<readonly Facts[]> =>
  fc
    .array(arbitraryFacts(item), { minLength: FACTS_PER_SET, maxLength: FACTS_PER_SET })
    .map((all) => all.map((one, index) => ({ ...one, account: `${index} ${one.account}` })));

function byAccount(rows: readonly Row[]): ReadonlyMap<unknown, readonly Row[]> {
  return Map.groupBy(rows, (row) => row["account"]);
}

async function held(
  backend: Backend,
  dialect: Dialect,
  set: PolicySet,
  all: readonly Facts[],
): Promise<void> {
  const needs = needsOf(set);
  const items = all[0]?.item !== undefined;
  const table = rowsView(
    dialect,
    "facts",
    factsColumns(needs, items),
    all.map((one) => factsRow(one, needs)),
  );
  const views = [table, ...decisionViews(dialect, set, "facts", { items })];
  const purposes = purposesOf(set);
  const copies = copyColumns(set, { items });
  const prepared = prepare(set);
  const found = byAccount(await backend.rows(query(views, "decisions")));
  const clocks = items ? undefined : byAccount(await backend.rows(query(views, "clocks")));
  for (const one of all) {
    const decision = decide(prepared, one, purposes);
    const [row, ...more] = found.get(one.account) ?? [];
    expect(more).toEqual([]);
    expect(differences(decisionRow(decision, purposes, copies), row ?? {})).toEqual([]);
    if (clocks === undefined) continue;
    const wanted = clockRows(decision);
    const rows = clocks.get(one.account) ?? [];
    expect(rows.length).toBe(wanted.length);
    for (const clock of wanted) {
      const same = rows.filter(
        (other) => other["clock"] === clock["clock"] && (other["policy"] ?? null) === clock["policy"],
      );
      expect(same.length).toBe(1);
      expect(differences(clock, same[0] ?? {})).toEqual([]);
    }
  }
}

describe.each(backends)("$name decides as the reference does", ({ backend, dialect }) => {
  for (const item of [false, true]) {
    it(`on ${SETS * FACTS_PER_SET} pairs of policies and facts, ${item ? "of items" : "of conversations"}`, async () => {
      await fc.assert(
        fc.asyncProperty(arbitrarySet(), facts(item), (set, all) => held(backend, dialect, set, all)),
        { numRuns: SETS },
      );
    }, 300_000);
  }
});
