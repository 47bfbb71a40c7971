/** One policy has one meaning: engines decide tables of facts, and raw events, as `decide` does. */
import { type Dialect, duckdb, postgresql } from "@proviso/core/sql";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { log, question } from "../../core/test/generate-log.ts";
import { arbitraryFacts, arbitrarySet } from "../../core/test/generate-set.ts";
import { together } from "../../core/test/together.ts";
import type { Backend } from "./parity/compare.ts";
import { decisionDifferences, logDifferences } from "./parity/decisions.ts";
import { duckdbBackend } from "./parity/duckdb.ts";
import { postgresBackend } from "./parity/postgres.ts";

const SETS = Number(process.env["PROVISO_PARITY_SETS"] ?? 100);
const FACTS_PER_SET = 8;
const LOGS = Number(process.env["PROVISO_PARITY_PAIRS"] ?? 2_000);
const LOGS_PER_SET = 10;
const HOURS = 3_600_000;

const postgres = await postgresBackend();
afterAll(async () => {
  if (typeof postgres !== "string") await postgres.close();
});

function suite(backend: Backend, dialect: Dialect): void {
  for (const item of [false, true]) {
    const facts = fc.array(arbitraryFacts(item), { minLength: FACTS_PER_SET, maxLength: FACTS_PER_SET });
    it(`on ${SETS * FACTS_PER_SET} policies and facts of ${item ? "items" : "conversations"}`, {
      timeout: HOURS,
    }, async () => {
      await fc.assert(
        fc.asyncProperty(arbitrarySet(), facts, async (set, all) => {
          const told = all.map((one, index) => ({ ...one, account: `${index} ${one.account}` }));
          expect(await decisionDifferences(backend, dialect, set, told)).toEqual([]);
        }),
        { numRuns: SETS },
      );
    });
  }

  const logs = fc.array(log, { minLength: LOGS_PER_SET, maxLength: LOGS_PER_SET }).map(together);
  it(`on ${LOGS} policies and event logs`, { timeout: HOURS }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySet(), logs, question, fc.boolean(), async (set, events, asked, items) => {
        expect(await logDifferences(backend, dialect, set, events, asked, items)).toEqual([]);
      }),
      { numRuns: LOGS / LOGS_PER_SET },
    );
  });
}

describe("duckdb decides as the reference does", async () => suite(await duckdbBackend(), duckdb));

if (typeof postgres === "string") it.skip(postgres, () => undefined);
else describe("postgresql decides as the reference does", () => suite(postgres, postgresql));
