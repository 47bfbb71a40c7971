/** What must be true of every shipped pack, whatever has happened and whatever is known. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Decision, decide, type Prepared, prepare, type UseAnswer } from "@proviso/core/decision";
import { PURPOSES, type Purpose } from "@proviso/core/events";
import { FACT_INDEX, FACT_NAMES, type Facts } from "@proviso/core/facts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packsFolder } from "../src/packs/find.ts";
import { loadPacks } from "../src/packs/load.ts";
import { answer } from "./answer-history.ts";
import { arbitraryFacts } from "./generate-facts.ts";
import {
  arbitraryEvent,
  arbitraryHistory,
  eventOf,
  type History,
  type Words,
  wordsOf,
} from "./generate-history.ts";
import { STOPS, type Stop, stopEvent, stopsOf } from "./stops.ts";

interface CarveOut {
  readonly policy: string;
  readonly rule: string;
  readonly purposes: readonly Purpose[];
  readonly stops: readonly Stop[];
  readonly facts: readonly string[];
  readonly why: string;
}

const DAY = 86_400_000;
const runs = (numRuns: number): { numRuns: number } => ({ numRuns });
const file = join(import.meta.dirname, "../../../conformance/carve-outs.json");
const carveOuts = JSON.parse(readFileSync(file, "utf8")) as readonly CarveOut[];
const packs = await loadPacks([packsFolder()]);
const products = [...packs.sets].map(([product, set]) => ({
  product,
  set,
  prepared: prepare(set),
  words: wordsOf(set),
}));

/** What opens a use in spite of a stop, if anything does. */
const GROUNDS = [
  ["feedback.given", { kind: "rating" }],
  ["safety.flagged", {}],
  ["review.done", {}],
  ["organisation.opted-in", { in: true }],
  ["item.added", { source: "user" }],
] as const;

/** Histories with something that may open a use, then, now or earlier, something that stops it. */
function stopped(words: Words): fc.Arbitrary<History> {
  return fc
    .record({
      history: arbitraryHistory(words),
      ground: fc.constantFrom(...GROUNDS),
      stop: fc.constantFrom(...STOPS),
      purpose: fc.constantFrom<Purpose>("train-general", "train-general", ...PURPOSES),
      ago: fc.constantFrom(0, 1, DAY, 40 * DAY),
    })
    .map(({ history, ground: [type, data], stop, purpose, ago }) => {
      const at = Math.max(0, history.at - ago);
      const opened = eventOf(
        "ground",
        type,
        Math.max(0, at - 1),
        Math.max(0, at - 1),
        data,
        type.startsWith("org"),
      );
      return { ...history, events: [...history.events, opened, stopEvent(stop, purpose, at)] };
    });
}

/** Each permit against a stop that stands, as `policy rule purpose stop`. */
function breaches(prepared: Prepared, history: History): readonly string[] {
  return answer(prepared, history)
    .flatMap(({ uses }) => uses.filter(({ use }) => use === "permit"))
    .flatMap(({ policy, rule, purpose }) =>
      stopsOf(history, purpose).map((stop) => `${policy?.id} ${rule} ${purpose} ${stop}`),
    );
}

const allowed = new Set(
  carveOuts.flatMap(({ policy, rule, purposes, stops }) =>
    purposes.flatMap((purpose) => stops.map((stop) => `${policy} ${rule} ${purpose} ${stop}`)),
  ),
);

describe.each(products)("$product", ({ set, prepared, words }) => {
  const history = arbitraryHistory(words);
  const facts = arbitraryFacts(words);

  it("permits nothing against a withdrawal, an objection or a deletion, but by a listed carve-out", () => {
    fc.assert(
      fc.property(stopped(words), (one) => {
        expect(breaches(prepared, one).filter((breach) => !allowed.has(breach))).toEqual([]);
      }),
      runs(400),
    );
  });

  it("a hold never turns deny into permit", () => {
    const hold = fc.record({
      name: fc.constantFrom(...words.holds),
      ago: fc.constantFrom(0, DAY, 400 * DAY),
      wide: fc.boolean(),
    });
    fc.assert(
      fc.property(history, hold, (one, { name, ago, wide }) => {
        const at = Math.max(0, one.at - ago);
        const placed = eventOf("hold", "hold.placed", at, Math.min(at, one.known), { hold: name }, wide);
        const before = answer(prepared, one);
        const after = answer(prepared, { ...one, events: [...one.events, placed] });
        expect(gained(before, after)).toEqual([]);
      }),
      runs(150),
    );
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 2e12 }), (one, at) => {
        const free = withSlots(one, { "hold.placedAt": null });
        const held = withSlots(one, { "hold.placedAt": at });
        expect(gained([decide(prepared, free, PURPOSES)], [decide(prepared, held, PURPOSES)])).toEqual([]);
      }),
      runs(150),
    );
  });

  it("forgetting never permits, and learning never shuts out what was certain", () => {
    const mask = fc.array(fc.boolean(), { minLength: FACT_NAMES.length, maxLength: FACT_NAMES.length });
    fc.assert(
      fc.property(facts, mask, (one, forgotten) => {
        const slots = one.slots.map((slot, index) => (forgotten[index] ? undefined : slot));
        const less = { ...one, slots: slots.with(FACT_INDEX["query.at"], one.at) };
        const knew = decide(prepared, one, PURPOSES);
        expect(widened([knew], [decide(prepared, less, PURPOSES)])).toEqual([]);
      }),
      runs(300),
    );
    fc.assert(
      fc.property(history, (one) => {
        const less = { ...one, events: one.events.filter(({ type }) => type !== "log-complete") };
        expect(widened(answer(prepared, one), answer(prepared, less))).toEqual([]);
      }),
      runs(150),
    );
  });

  it("what may be used is exposed", () => {
    fc.assert(
      fc.property(history, facts, (one, slots) => {
        for (const { uses } of [...answer(prepared, one), decide(prepared, slots, PURPOSES)]) {
          expect(uses.filter(({ use, exposure }) => use === "permit" && exposure === "deny")).toEqual([]);
        }
      }),
      runs(150),
    );
  });

  it("order, repetition, the future and what is not yet known change nothing", () => {
    fc.assert(
      fc.property(
        history,
        fc.array(arbitraryEvent(words), { maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (one, more, order) => {
          const later = more.map((event, index) => ({
            ...event,
            id: `later-${index}`,
            at: one.at + 1 + event.at,
          }));
          const unknown = Number.isFinite(one.known)
            ? more.map((event, index) => ({ ...event, id: `unknown-${index}`, recorded: one.known + 1 }))
            : [];
          const all = [...one.events, ...one.events, ...later, ...unknown];
          const shuffled = all.map((event) => ({ event, rank: order.next().value }));
          const events = shuffled.toSorted((a, b) => a.rank - b.rank).map(({ event }) => event);
          expect(answer(prepared, { ...one, events })).toEqual(answer(prepared, one));
        },
      ),
      runs(100),
    );
  });

  it("answers everything, keeps what must be kept, and answers the same again", () => {
    const again = prepare(set);
    fc.assert(
      fc.property(history, facts, (one, slots) => {
        const [decision] = answer(prepared, one);
        for (const made of [decision, decide(prepared, slots, PURPOSES)]) {
          expect(made?.uses.map(({ purpose }) => purpose)).toEqual(PURPOSES);
          if (made !== undefined) checkKeep(made);
        }
        expect(JSON.stringify(answer(again, one))).toBe(JSON.stringify(answer(prepared, one)));
        const placed = one.events.some(
          ({ type, at, recorded }) => type === "hold.placed" && at <= one.at && recorded <= one.known,
        );
        const released = one.events.some(({ type }) => type === "hold.released");
        const isNamed = set.chains.flat().some(({ holds }) => holds.length > 0);
        if (placed && !released && !isNamed) {
          expect(decision?.keep.every(({ atLeast }) => atLeast === "released")).toBe(true);
        }
      }),
      runs(150),
    );
  });
});

function hasCarveOuts({ set }: (typeof products)[number]): boolean {
  return set.chains.some(([first]) => carveOuts.some(({ policy }) => policy === first?.id));
}

/** Hold before minimum before maximum. */
function checkKeep({ keep, clocks }: Decision): void {
  const isHeld = clocks.some(({ bound }) => bound === "until-released");
  for (const { copy, until, atLeast } of keep) {
    const own = clocks.filter((clock) => clock.copy === copy && clock.until !== undefined);
    const least = own.filter(({ bound }) => bound === "at-least").map((clock) => clock.until ?? 0);
    const most = own
      .filter(({ bound, applies }) => bound === "at-most" && applies === "yes")
      .map((clock) => clock.until ?? 0);
    expect(atLeast).toBe(isHeld ? "released" : least.length === 0 ? null : Math.max(...least));
    expect(until).toBe(most.length === 0 ? null : Math.min(...most));
  }
}

type Ends = Pick<UseAnswer, "purpose" | "use" | "exposure">;

function compare(
  before: readonly Decision[],
  after: readonly Decision[],
  isWrong: (was: Ends, is: Ends) => boolean,
): readonly string[] {
  return after.flatMap(({ uses }, index) =>
    uses.flatMap((is, number) => {
      const was = before[index]?.uses[number];
      return was !== undefined && isWrong(was, is)
        ? [`${is.purpose} by \`${is.rule}\`, was \`${was.rule}\``]
        : [];
    }),
  );
}

function gained(before: readonly Decision[], after: readonly Decision[]): readonly string[] {
  return compare(before, after, (was, is) => was.use === "deny" && is.use === "permit");
}

/** `less` knows less: it may not permit what `more` denies, nor exclude what `more` exposes. */
function widened(more: readonly Decision[], less: readonly Decision[]): readonly string[] {
  return compare(
    more,
    less,
    (known, forgot) =>
      (known.use === "deny" && forgot.use === "permit") ||
      (known.exposure === "permit" && forgot.exposure === "deny"),
  );
}

function withSlots(facts: Facts, values: Readonly<Record<string, number | null>>): Facts {
  const slots = facts.slots.slice();
  for (const [name, value] of Object.entries(values))
    slots[FACT_NAMES.indexOf(name as (typeof FACT_NAMES)[number])] = value;
  return { ...facts, slots };
}

describe("the list of carve-outs", () => {
  const rules = packs.policies.flatMap(({ policy }) =>
    policy.rules.map((rule) => ({ policy: policy.id, rule })),
  );

  it.each(carveOuts)("$policy $rule is a permit that cites a text", ({ policy, rule, facts, why }) => {
    const named = rules.filter((one) => one.policy === policy && one.rule.id === rule);
    expect(named.length).toBeGreaterThan(0);
    for (const one of named) expect([one.rule.effect, one.rule.cite.length > 0]).toEqual(["permit", true]);
    expect([facts.length > 0, why.length > 0]).toEqual([true, true]);
  });

  it("names nothing that is not needed", () => {
    const needed = new Set(
      products
        .filter(hasCarveOuts)
        .flatMap(({ prepared, words }) =>
          fc
            .sample(stopped(words), { numRuns: 5_000, seed: 20_251_008 })
            .flatMap((one) => breaches(prepared, one)),
        ),
    );
    expect([...allowed].filter((one) => !needed.has(one))).toEqual([]);
  });
});
