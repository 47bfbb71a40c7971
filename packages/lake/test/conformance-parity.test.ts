/** Every decision case on every engine: the facts from its events, and the decisions from the facts. */

import { needsOf } from "@proviso/core/policy";
import { type Dialect, duckdb, postgresql } from "@proviso/core/sql";
import { afterAll, describe, expect, it } from "vitest";
import { allCases, HAS_SHARED } from "./parity/cases.ts";
import type { Backend } from "./parity/compare.ts";
import { decisionDifferences } from "./parity/decisions.ts";
import { duckdbBackend } from "./parity/duckdb.ts";
import { factsDifferences, foldedFacts } from "./parity/facts.ts";
import { postgresBackend } from "./parity/postgres.ts";

const postgres = await postgresBackend();
afterAll(async () => {
  if (typeof postgres !== "string") await postgres.close();
});

const groups = await allCases();
const GRAINS = [
  ["conversations", false],
  ["items", true],
] as const;

if (!HAS_SHARED)
  it.skip("shared scenarios: ../shared/facts/scenarios.json is not beside the checkout", () => {});

function suite(backend: Backend, dialect: Dialect): void {
  for (const { policy, set, logs } of groups) {
    for (const [grain, items] of GRAINS) {
      it(`${policy}: decisions of ${logs.length} cases, ${grain}`, async () => {
        const facts = logs.flatMap((log) =>
          foldedFacts(log.events, log, items).map((one) => ({ ...one, account: `${log.id} ${one.account}` })),
        );
        if (facts.length > 0) expect(await decisionDifferences(backend, dialect, set, facts)).toEqual([]);
      });
    }

    it(`${policy}: facts of ${logs.length} cases`, { timeout: 600_000 }, async () => {
      for (const { id, events, ...asked } of logs) {
        const found = await factsDifferences(backend, dialect, events, asked, needsOf(set), false);
        expect(found, id).toEqual([]);
      }
    });
  }
}

describe("duckdb", async () => suite(await duckdbBackend(), duckdb));

if (typeof postgres === "string") it.skip(postgres, () => {});
else describe("postgresql", () => suite(postgres, postgresql));
