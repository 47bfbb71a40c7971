/** Laws of what-if over random policies and logs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, endOf, type Prepared, prepare } from "../src/decision/index.ts";
import { type Event, PURPOSES } from "../src/events/index.ts";
import { type EventLog, indexEvents } from "../src/facts/index.ts";
import { type PolicySet, parsePolicy } from "../src/policy/index.ts";
import {
  type Asking,
  type Comparison,
  compare,
  FactsAt,
  instantsQuestion,
  type Recorded,
  type Transition,
  versionsQuestion,
  type WhatIf,
  type WhatIfQuestion,
  WhatIfTally,
} from "../src/whatif/index.ts";
import { log as arbitraryLog } from "./generate-log.ts";
import { LOG_INSTANTS } from "./generate-log-event.ts";
import { arbitrarySet } from "./generate-set.ts";

const RUNS = { numRuns: 200 };
const LAST = LOG_INSTANTS.at(-1) ?? 0;
const ASKING: Asking = { known: Number.POSITIVE_INFINITY, purposes: PURPOSES };
const at = fc.integer({ min: LOG_INSTANTS[0] ?? 0, max: LAST });

const FOLDER = join(import.meta.dirname, "../../../conformance/whatif/policies");
const VERSIONS = ["2025-01-01", "2026-01-01"].map((version) => {
  const file = join(FOLDER, `${version}.yaml`);
  return parsePolicy(readFileSync(file, "utf8"), file).policy;
});

interface Compared {
  readonly log: EventLog;
  readonly all: readonly { readonly recorded: Recorded; readonly comparison: Comparison }[];
  readonly found: WhatIf;
}

function compareAll(events: readonly Event[], question: WhatIfQuestion): Compared {
  const log = indexEvents(events);
  const finder = new FactsAt(log);
  const tally = new WhatIfTally();
  const all = [...log.accounts.values()].flatMap(({ account, conversations }) =>
    [...conversations].map(([conversation, own]) => {
      const recorded = { account, conversation, events: own };
      const comparison = compare(question, finder, recorded);
      tally.add(comparison);
      return { recorded, comparison };
    }),
  );
  return { log, all, found: tally.result() };
}

/** Two versions of one set, or one set twice; at one instant or two. */
const anyQuestion: fc.Arbitrary<WhatIfQuestion> = fc
  .tuple(arbitrarySet(), arbitrarySet(), at, at, fc.constantFrom("versions", "instants", "sets"))
  .map(([one, other, from, to, form]) => {
    if (form === "instants")
      return instantsQuestion(prepare(one), [Math.min(from, to), Math.max(from, to)], ASKING);
    if (form === "versions") return versionsQuestion(rivalsOf(one, other), from, ASKING);
    const [before, after] = [prepare(one), prepare(other)];
    return {
      before: { prepared: before, at: from, known: ASKING.known },
      after: { prepared: after, at: from, known: ASKING.known },
      dating: { prepared: after, since: undefined, until: from },
      purposes: PURPOSES,
    };
  });

function rivalsOf(one: PolicySet, other: PolicySet): Parameters<typeof versionsQuestion>[0] {
  const [before, after] = [one.chains[0]?.[0], other.chains[0]?.at(-1)];
  if (before === undefined || after === undefined) throw new Error("a set without a policy");
  return { before, after, around: one };
}

const mirrored = ({ purpose, before, after }: Transition): Transition => ({
  purpose,
  before: after,
  after: before,
});

describe("any what-if", () => {
  it("counts every conversation once, and every purpose adds up to those compared", () => {
    fc.assert(
      fc.property(arbitraryLog, anyQuestion, (events, asked) => {
        const { all, found } = compareAll(events, asked);
        expect(found.compared + found.onlyBefore + found.onlyAfter + found.neither).toBe(all.length);
        for (const { purpose, flows, changed, otherwise } of found.purposes) {
          const sum = flows.reduce((total, { conversations }) => total + conversations, 0);
          expect([purpose, sum]).toEqual([purpose, found.compared]);
          expect(changed + otherwise).toBeLessThanOrEqual(found.compared);
          for (const { segments, conversations, effects, undated, before, after, list, reasons } of flows) {
            for (const counts of Object.values(segments)) {
              expect(counts.reduce((total, one) => total + one.conversations, 0)).toBe(conversations);
            }
            const dated = effects.reduce((total, one) => total + one.conversations, 0);
            const isChange = before !== after;
            expect(dated + undated).toBe(isChange ? conversations : 0);
            expect(list).toHaveLength(isChange ? conversations : 0);
            const told = reasons.reduce((total, one) => total + one.conversations, 0);
            expect(isChange ? told : conversations - told).toBeGreaterThanOrEqual(
              isChange ? conversations : 0,
            );
          }
        }
      }),
      RUNS,
    );
  });

  it("finds no change between a side and itself", () => {
    fc.assert(
      fc.property(arbitraryLog, arbitrarySet(), at, (events, set, when) => {
        const side = { prepared: prepare(set), at: when, known: ASKING.known };
        const { found } = compareAll(events, {
          before: side,
          after: side,
          dating: undefined,
          purposes: PURPOSES,
        });
        expect([found.changed, found.keeps, found.onlyBefore, found.onlyAfter]).toEqual([0, [], 0, 0]);
        expect(found.purposes.every(({ changed, otherwise }) => changed === 0 && otherwise === 0)).toBe(true);
      }),
      RUNS,
    );
  });

  it("mirrors every transition when the sides are swapped", () => {
    fc.assert(
      fc.property(arbitraryLog, anyQuestion, (events, asked) => {
        const there = compareAll(events, asked);
        const back = compareAll(events, {
          ...asked,
          before: asked.after,
          after: asked.before,
          dating: undefined,
        });
        expect(back.all.map(({ comparison }) => comparison.transitions)).toEqual(
          there.all.map(({ comparison }) => comparison.transitions.map(mirrored)),
        );
        expect(
          back.all.map(({ comparison }) => comparison.keeps.map(({ copy, days }) => [copy, days])),
        ).toEqual(
          there.all.map(({ comparison }) =>
            comparison.keeps.map(({ copy, days }) => [copy, days === undefined ? undefined : 0 - days]),
          ),
        );
        expect([back.found.onlyBefore, back.found.onlyAfter]).toEqual([
          there.found.onlyAfter,
          there.found.onlyBefore,
        ]);
      }),
      RUNS,
    );
  });

  it("tells of every listed one what deciding again tells, and a date at which the answer turns", () => {
    let dated = 0;
    fc.assert(
      fc.property(arbitraryLog, anyQuestion, (events, asked) => {
        const { log, all, found } = compareAll(events, asked);
        const anew = (
          recorded: Recorded,
          prepared: Prepared,
          when: number,
          purpose: Transition["purpose"],
        ) => {
          const facts = new FactsAt(log).of(recorded, when, ASKING.known);
          const [use] = decide(prepared, facts, [purpose]).uses;
          return { exists: facts.exists, end: use === undefined ? undefined : endOf(use) };
        };
        for (const { purpose, flows } of found.purposes) {
          for (const { account, conversation, before, after, effect } of flows.flatMap(({ list }) => list)) {
            const recorded = all.find(
              ({ recorded: one }) => one.account === account && one.conversation === conversation,
            )?.recorded;
            if (recorded === undefined) throw new Error("listed, and not there");
            const [old, now] = [asked.before, asked.after];
            expect(anew(recorded, old.prepared, old.at, purpose).end).toBe(before.end);
            expect(anew(recorded, now.prepared, now.at, purpose).end).toBe(after.end);
            if (effect === "undated" || asked.dating === undefined) continue;
            const { prepared, since } = asked.dating;
            expect(anew(recorded, prepared, effect, purpose)).toEqual({ exists: true, end: after.end });
            if (since !== undefined) expect(effect).toBeGreaterThan(since);
            const earlier = anew(recorded, prepared, effect - 1, purpose);
            expect(earlier.exists && earlier.end === after.end).toBe(false);
            dated += 1;
          }
        }
      }),
      RUNS,
    );
    expect(dated).toBeGreaterThan(20);
  });

  it("has no break between the date and the end, wherever one looks", () => {
    fc.assert(
      fc.property(
        arbitraryLog,
        anyQuestion,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        (events, asked, shares) => {
          const { log, all } = compareAll(events, asked);
          const finder = new FactsAt(log);
          for (const { recorded, comparison } of all) {
            for (const { purpose, after, effect } of comparison.changes) {
              if (effect === "undated" || asked.dating === undefined) continue;
              const { prepared, until } = asked.dating;
              for (const share of [...shares, 1]) {
                const when = effect + Math.floor(share * (until - effect));
                const [use] = decide(prepared, finder.of(recorded, when, ASKING.known), [purpose]).uses;
                expect(use === undefined ? undefined : endOf(use)).toBe(after.end);
              }
            }
          }
        },
      ),
      RUNS,
    );
  });

  it("names only actions that, recorded as an event like any other, bring the answer back or further", () => {
    const REACH = { "not-used": 0, "cannot-tell": 1, used: 2 };
    let tried = 0;
    fc.assert(
      fc.property(arbitraryLog, at, fc.boolean(), (events, instant, isBack) => {
        const [old, now] = isBack ? [...VERSIONS].reverse() : VERSIONS;
        if (old === undefined || now === undefined) throw new Error("two versions are needed");
        const asked = versionsQuestion({ before: old, after: now, around: undefined }, instant, ASKING);
        const { all } = compareAll(events, asked);
        const { prepared, at: when } = asked.after;
        for (const { recorded, comparison } of all) {
          for (const { purpose, before, after, actions } of comparison.changes) {
            for (const { kind } of actions) {
              if (kind !== "delete" && kind !== "object") continue;
              const own = { id: "tried", source: "urn:tried", account: recorded.account, at: when, data: {} };
              const added: Event =
                kind === "object"
                  ? {
                      ...own,
                      type: "objection.filed",
                      conversation: undefined,
                      recorded: Number.MAX_SAFE_INTEGER,
                    }
                  : {
                      ...own,
                      type: "conversation.deleted",
                      conversation: recorded.conversation,
                      recorded: Number.MAX_SAFE_INTEGER,
                    };
              const log = indexEvents([...events, added]);
              const found =
                log.accounts.get(recorded.account)?.conversations.get(recorded.conversation) ?? [];
              const facts = new FactsAt(log).of({ ...recorded, events: found }, when, ASKING.known);
              const [use] = decide(prepared, facts, [purpose]).uses;
              const reach = use === undefined ? Number.NaN : REACH[endOf(use)];
              const isMore = REACH[after.end] > REACH[before.end];
              expect(isMore ? reach <= REACH[before.end] : reach >= REACH[before.end]).toBe(true);
              tried += 1;
            }
          }
        }
      }),
      RUNS,
    );
    expect(tried).toBeGreaterThan(10);
  });

  it("tells the same from counted groups as from single conversations", () => {
    fc.assert(
      fc.property(arbitraryLog, anyQuestion, (events, asked) => {
        const { all, found } = compareAll(events, asked);
        const grouped = new WhatIfTally();
        for (const { comparison } of all) {
          if (comparison.existed !== "both") continue;
          grouped.addCompared(1, comparison.changes.length > 0 || comparison.keeps.length > 0 ? 1 : 0);
          for (const one of comparison.transitions) grouped.addTransition(one, comparison.segments, 1);
        }
        const short = ({ compared, changed, purposes }: WhatIf) => ({
          compared,
          changed,
          purposes: purposes.map(({ purpose, changed: times, otherwise, flows }) => ({
            purpose,
            times,
            otherwise,
            flows: flows.map(({ before, after, conversations, reasons, segments }) => ({
              before,
              after,
              conversations,
              reasons,
              segments,
            })),
          })),
        });
        expect(short(grouped.result())).toEqual(short(found));
      }),
      { numRuns: 50 },
    );
  });
});
