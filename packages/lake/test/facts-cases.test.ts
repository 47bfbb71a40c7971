/** The log behind every decision case, ours and the shared ones: engines derive the facts that the fold does. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Dialect, duckdb, postgresql } from "@proviso/core/sql";
import { afterAll, describe, expect, it } from "vitest";
import { type CaseLog, readCases } from "../../cli/src/cases/case.ts";
import { together } from "../../core/test/together.ts";
import type { Backend } from "./parity/compare.ts";
import { duckdbBackend } from "./parity/duckdb.ts";
import { factsDifferences } from "./parity/facts.ts";
import { postgresBackend } from "./parity/postgres.ts";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "conformance/decision");
const shared = join(root, "../shared/facts/scenarios.json");
const NEEDS = { acknowledged: ["consumer-terms"], holdScopes: [] };

const files = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name)),
  ...(existsSync(shared) ? [shared] : []),
];
const postgres = await postgresBackend();
const backends: (readonly [Backend, Dialect])[] = [[await duckdbBackend(), duckdb]];
if (typeof postgres !== "string") backends.push([postgres, postgresql]);
afterAll(async () => {
  if (typeof postgres !== "string") await postgres.close();
});

/** Cases that ask for the same instants, of logs that say the same of all accounts, are one log. */
const groups = new Map<string, CaseLog[]>();
for (const file of files) {
  for (const { log } of readCases(readFileSync(file, "utf8"), file)) {
    const forAll = log.events.filter(
      (event) => event.account === undefined && event.conversation === undefined,
    );
    const key = JSON.stringify([log.at, log.known, forAll.map(({ id, ...event }) => event)]);
    groups.set(key, [...(groups.get(key) ?? []), log]);
  }
}

describe.each(backends)("$name derives facts as the fold does", (backend, dialect) => {
  for (const items of [false, true]) {
    it(`from the log of every case, for ${items ? "items" : "conversations"}`, {
      timeout: 300_000,
    }, async () => {
      expect([...groups.values()].flat().length).toBeGreaterThan(300);
      for (const [key, logs] of groups) {
        const [{ at, known } = { at: 0, known: undefined }] = logs;
        const events = together(logs.map((one) => one.events));
        expect(await factsDifferences(backend, dialect, events, { at, known }, NEEDS, items), key).toEqual(
          [],
        );
      }
    });
  }
});

if (typeof postgres === "string") it.skip(postgres, () => {});
if (!existsSync(shared)) {
  it.skip("shared scenarios: ../shared/facts/scenarios.json is not beside the checkout", () => {});
}
