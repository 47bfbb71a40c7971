/** Facts have one meaning: engines derive from a table of events the rows that the fold gives. */
import type { FactsNeeds } from "@proviso/core/facts";
import { type Dialect, duckdb, postgresql } from "@proviso/core/sql";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { log, needs, question } from "../../core/test/generate-log.ts";
import { TIE_LOGS } from "../../core/test/tie-logs.ts";
import { together } from "../../core/test/together.ts";
import type { Backend } from "./parity/compare.ts";
import { duckdbBackend } from "./parity/duckdb.ts";
import { factsDifferences } from "./parity/facts.ts";
import { partedDifferences } from "./parity/parted.ts";
import { postgresBackend } from "./parity/postgres.ts";

const LOGS = Number(process.env["PROVISO_PARITY_LOGS"] ?? 480);

/** A query is dear whatever its rows: several logs share one. */
const LOGS_AT_ONCE = 8;
const logs = fc.array(log, { minLength: LOGS_AT_ONCE, maxLength: LOGS_AT_ONCE }).map(together);

const LATE = { at: Date.UTC(2026, 0, 1), known: undefined };
const TIES = TIE_LOGS.map((events): [typeof events, typeof LATE, FactsNeeds, boolean] => [
  events,
  LATE,
  { acknowledged: [], holdScopes: [] },
  false,
]);

const postgres = await postgresBackend();
afterAll(async () => {
  if (typeof postgres !== "string") await postgres.close();
});

function holds(backend: Backend, dialect: Dialect): void {
  it(`from ${LOGS} logs`, { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(logs, question, needs, fc.boolean(), async (events, asked, needed, items) => {
        expect(await factsDifferences(backend, dialect, events, asked, needed, items)).toEqual([]);
      }),
      { numRuns: LOGS / LOGS_AT_ONCE, examples: TIES },
    );
  });
}

const embedded = await duckdbBackend();
describe("duckdb derives facts as the fold does", () => {
  holds(embedded, duckdb);

  it("in parts by account, that know of each other's participants only", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(logs, question, needs, async (events, asked, needed) => {
        expect(await partedDifferences(embedded, duckdb, events, asked, needed)).toEqual([]);
      }),
      { numRuns: Math.ceil(LOGS / LOGS_AT_ONCE / 4) },
    );
  });
});

if (typeof postgres === "string") it.skip(postgres, () => {});
else describe("postgresql derives facts as the fold does", () => holds(postgres, postgresql));
