/** What is due has passed its end for certain, and nothing keeps it, or may: two laws, both ways. */
import {
  type ClockAnswer,
  type Decision,
  decide,
  decisionViews,
  dueView,
  prepare,
} from "@proviso/core/decision";
import { FACT_INDEX, type Facts, factsColumns, factsRow } from "@proviso/core/facts";
import { factsOf, needsOf, type PolicySet } from "@proviso/core/policy";
import { type Dialect, duckdb, postgresql, query, rowsView } from "@proviso/core/sql";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { arbitraryFacts, arbitrarySet } from "../../core/test/generate-set.ts";
import type { Backend, Row } from "./parity/compare.ts";
import { duckdbBackend } from "./parity/duckdb.ts";
import { postgresBackend } from "./parity/postgres.ts";

/** So many that some rows are due in every run: of sixty sets it happened that none had any. */
const SETS = Number(process.env["PROVISO_PARITY_DUE"] ?? 400);

/** Half of them surely free of holds, long after all that happened: else hardly anything is ever due. */
function late(one: Facts, index: number): Facts {
  const at = index % 2 === 0 ? Date.UTC(2090, 0, 1) : one.at;
  const slots = [...one.slots];
  slots[FACT_INDEX["query.at"]] = at;
  const free = index % 4 < 3;
  if (free) for (const name of ["hold.placedAt", "hold.releasedAt"] as const) slots[FACT_INDEX[name]] = null;
  const none = free ? { holds: [], holdsComplete: true } : {};
  return { ...one, ...none, slots, at, exists: true, account: `${index} ${one.account}` };
}

const facts = fc.array(arbitraryFacts(false), { minLength: 8, maxLength: 8 }).map((all) => all.map(late));

/** One version that binds everyone, or the set as it is. */
const sets = fc.tuple(arbitrarySet(), fc.boolean()).map(([set, isOne]): PolicySet => {
  const [first] = set.chains.flat();
  if (!isOne || first === undefined) return set;
  const effective = { acknowledged: undefined, signedUpSince: undefined, fixed: [] };
  return { ...set, chains: [[{ ...first, effective, target: undefined, supersedes: undefined }]] };
});

function dueSql(dialect: Dialect, set: PolicySet, all: readonly Facts[]): string {
  const needs = needsOf(set);
  const rows = all.map((one) => factsRow(one, needs));
  const table = rowsView(dialect, "facts", factsColumns(needs, false), rows);
  return query([table, ...decisionViews(dialect, set, "facts"), dueView(dialect, set)], "due");
}

const isPassed = (clock: ClockAnswer, at: number): boolean => clock.until !== undefined && clock.until < at;

/** Minima of a copy that stand, or may. */
function minima({ clocks }: Decision, copy: string): readonly ClockAnswer[] {
  return clocks.filter((clock) => clock.copy === copy && clock.bound === "at-least");
}

/** What is not known of when a duty begins; whether it applies at all may be unknown beside. */
function unknownStart(set: PolicySet, { clock, policy, unknowns }: ClockAnswer): readonly string[] {
  const version = set.chains
    .flat()
    .find(({ id, version: name }) => id === policy?.id && name === policy.version);
  const from = version?.clocks.find(({ id }) => id === clock)?.from;
  return from === undefined ? unknowns : [...factsOf(from)].filter((fact) => unknowns.includes(fact));
}

let seen = 0;

async function holds(
  backend: Backend,
  dialect: Dialect,
  set: PolicySet,
  all: readonly Facts[],
): Promise<void> {
  const found = await backend.rows(dueSql(dialect, set, all));
  const prepared = prepare(set);
  seen += found.length;
  for (const one of all) {
    const decision = decide(prepared, one);
    const isHeld = decision.clocks.some(({ bound }) => bound === "until-released");
    const rows = found.filter((row: Row) => row["account"] === one.account);
    const copies = new Set(rows.map((row) => row["copy"]));
    expect(copies.size).toBe(rows.length);
    for (const row of rows) {
      expect(isHeld).toBe(false);
      const ended = decision.clocks.filter(
        (clock) => clock.copy === row["copy"] && clock.bound === "at-most",
      );
      const said = ended.find(({ clock }) => clock === row["clock"]);
      expect(said?.applies).toBe("yes");
      expect(said !== undefined && isPassed(said, decision.at)).toBe(true);
      for (const least of minima(decision, String(row["copy"]))) {
        // A duty that is dated has ended; one that is not has certainly not begun.
        if (least.until === undefined) expect(unknownStart(set, least)).toEqual([]);
        else expect(isPassed(least, decision.at)).toBe(true);
      }
    }
    for (const { copy, until } of decision.keep) {
      if (isHeld || until === null || until >= decision.at) continue;
      if (minima(decision, copy).every((least) => isPassed(least, decision.at)))
        expect(copies).toContain(copy);
    }
  }
}

const postgres = await postgresBackend();
afterAll(async () => {
  if (typeof postgres !== "string") await postgres.close();
});
const backends: readonly { readonly name: string; readonly backend: Backend; readonly dialect: Dialect }[] = [
  { name: "duckdb", backend: await duckdbBackend(), dialect: duckdb },
  ...(typeof postgres === "string" ? [] : [{ name: "postgresql", backend: postgres, dialect: postgresql }]),
];

describe.each(backends)("$name", ({ backend, dialect }) => {
  it(`lists what is due, and no more, of ${SETS} sets of policies`, { timeout: 300_000 }, async () => {
    seen = 0;
    await fc.assert(
      fc.asyncProperty(sets, facts, (set, all) => holds(backend, dialect, set, all)),
      { numRuns: SETS },
    );
    expect(seen).toBeGreaterThan(0);
  });
});
