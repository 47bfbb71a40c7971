/** What an engine of many machines must agree on: random pairs, and every decision case. */
import type { PolicySet } from "@proviso/core/policy";
import type { Dialect } from "@proviso/core/sql";
import fc from "fast-check";
import { expect, it } from "vitest";
import { log, question } from "../../../core/test/generate-log.ts";
import { arbitraryFacts, arbitrarySet } from "../../../core/test/generate-set.ts";
import { together } from "../../../core/test/together.ts";
import { allCases, type CasesOf, HAS_SHARED } from "./cases.ts";
import type { Backend } from "./compare.ts";
import { decisionDifferences, logDifferences } from "./decisions.ts";
import { foldedFacts } from "./facts.ts";

/** Planning takes such an engine seconds, whatever the rows: few policies, each over many logs. */
const SETS = Number(process.env["PROVISO_ENGINE_SETS"] ?? 5);
const PER_SET = 40;
const HOURS = 3_600_000;

/** @param mostVersions in one query: an engine may refuse what is too long, and is asked an instant at a time */
export async function engineParity(
  backend: Backend,
  dialect: Dialect,
  {
    mostVersions = Number.POSITIVE_INFINITY,
    notFromEvents,
  }: { readonly mostVersions?: number; readonly notFromEvents?: string } = {},
): Promise<void> {
  for (const item of [false, true]) {
    const facts = fc.array(arbitraryFacts(item), { minLength: PER_SET, maxLength: PER_SET });
    const what = `on ${SETS * PER_SET} policies and facts of ${item ? "items" : "conversations"}`;
    it(what, { timeout: HOURS }, async () => {
      await fc.assert(
        fc.asyncProperty(arbitrarySet(), facts, async (set, all) => {
          const told = all.map((one, index) => ({ ...one, account: `${index} ${one.account}` }));
          expect(await decisionDifferences(backend, dialect, set, told)).toEqual([]);
        }),
        { numRuns: SETS, endOnFailure: true },
      );
    });
  }

  if (notFromEvents !== undefined) it.skip(`from event logs: ${notFromEvents}`, () => {});
  else
    it(`on ${SETS * PER_SET} policies and event logs`, { timeout: HOURS }, async () => {
      const logs = fc.array(log, { minLength: PER_SET, maxLength: PER_SET }).map(together);
      await fc.assert(
        fc.asyncProperty(arbitrarySet(), logs, question, fc.boolean(), async (set, events, asked, items) => {
          expect(await logDifferences(backend, dialect, set, events, asked, items)).toEqual([]);
        }),
        { numRuns: SETS, endOnFailure: true },
      );
    });

  if (!HAS_SHARED)
    it.skip("shared scenarios: ../shared/facts/scenarios.json is not beside the checkout", () => {});
  for (const { policy, set, logs } of await allCases()) {
    it(`${policy}: decisions of ${logs.length} cases`, { timeout: HOURS }, async () => {
      for (const group of askedTogether(set, logs, mostVersions)) {
        const facts = group.flatMap((one) =>
          foldedFacts(one.events, one, false).map((each) => ({
            ...each,
            account: `${one.id} ${each.account}`,
          })),
        );
        const [first] = group;
        const asked = group.length < logs.length ? first : undefined;
        expect(await decisionDifferences(backend, dialect, set, facts, asked)).toEqual([]);
      }
    });
  }
}

function askedTogether(
  set: PolicySet,
  logs: CasesOf["logs"],
  mostVersions: number,
): readonly CasesOf["logs"][] {
  if (set.chains.flat().length <= mostVersions) return [logs];
  return [...Map.groupBy(logs, ({ at, known }) => `${at} ${known}`).values()];
}
