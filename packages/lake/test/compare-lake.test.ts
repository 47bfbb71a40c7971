/** A what-if over tables counts what the one over single conversations counts. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "@proviso/core/decision";
import { type Event, printEvent } from "@proviso/core/events";
import { indexEvents } from "@proviso/core/facts";
import { assemble, needsOf, type PolicySet, parsePolicy } from "@proviso/core/policy";
import {
  type Comparison,
  compare,
  FactsAt,
  type Flow,
  instantsQuestion,
  versionsQuestion,
  type WhatIf,
  type WhatIfQuestion,
  WhatIfTally,
} from "@proviso/core/whatif";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { log } from "../../core/test/generate-log.ts";
import { LOG_INSTANTS } from "../../core/test/generate-log-event.ts";
import { arbitrarySet } from "../../core/test/generate-set.ts";
import { together } from "../../core/test/together.ts";
import type { Row } from "../src/duckdb/duckdb.ts";
import type { LakeRequest } from "../src/run/lake-run.ts";
import { runLake } from "../src/run/run-lake.ts";
import { compareLake } from "../src/whatif/compare-lake.ts";
import type { LakeWhatIfRequest } from "../src/whatif/lake-what-if.ts";
import { request } from "./request.ts";
import { readRows, temporaryFolder, writeEvents, writeSelect } from "./table-file.ts";

const temporary = temporaryFolder();
const EVER = Number.POSITIVE_INFINITY;
/** Of each form two: two instants, two versions, two sets. */
const SEEDS = [1, 26, 27, 36, 43, 49];
const LAST = LOG_INSTANTS.at(-1) ?? 0;

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "policies/anthropic/claude-consumer");
const CONSUMER: PolicySet = assemble(
  readdirSync(FOLDER)
    .filter((name) => /^\d.*[.]yaml$/.test(name))
    .map((name) => parsePolicy(readFileSync(join(FOLDER, name), "utf8"), name).policy),
);

function sample<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  const [one] = fc.sample(arbitrary, { numRuns: 1, seed });
  if (one === undefined) throw new Error("a sample of one");
  return one;
}

/** Many small logs in one; what no reader would take, or is one id about two things, is left out. */
function eventsOf(seed: number): readonly Event[] {
  const all = sample(fc.array(log, { minLength: 60, maxLength: 60 }).map(together), seed);
  const subjectOf = ({ account, conversation }: Event): string =>
    JSON.stringify([conversation === undefined ? account : (account ?? ""), conversation]);
  const about = new Map(all.map((event) => [`${event.source} ${event.id}`, subjectOf(event)]));
  return all
    .filter((event) => event.recorded === 0 || event.recorded > Date.UTC(1990, 0, 1))
    .filter((event) => event.type !== "participant.joined" || event.data.account !== "")
    .filter((event) => about.get(`${event.source} ${event.id}`) === subjectOf(event))
    .map(withoutLanguage);
}

/** The table of events does not hold it. */
function withoutLanguage(event: Event): Event {
  if (event.type !== "notice.shown") return event;
  const { language: _, ...data } = event.data;
  return { ...event, data };
}

function compared(events: readonly Event[], question: WhatIfQuestion): readonly Comparison[] {
  const all = indexEvents(events);
  const finder = new FactsAt(all);
  return [...all.accounts.values()].flatMap(({ account, conversations }) =>
    [...conversations].map(([conversation, own]) =>
      compare(question, finder, { account, conversation, events: own }),
    ),
  );
}

function tallied(comparisons: readonly Comparison[]): WhatIf {
  const tally = new WhatIfTally();
  for (const one of comparisons) tally.add(one);
  return tally.result();
}

/** What both can tell, in one order. */
function counts({ told: _, purposes, keeps, ...rest }: WhatIf): object {
  return {
    ...rest,
    purposes: purposes
      .map(({ flows, ...one }) => ({ ...one, flows: flows.map(flowCounts) }))
      .toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1)),
    keeps: keeps.map(({ copy, kinds, days }) => ({ copy, kinds, days })),
  };
}

function flowCounts({ before, after, conversations, accounts, ...flow }: Flow): object {
  const { segments, advice, unknowns } = flow;
  // Of one rule, whichever policy was met first is named.
  const reasons = flow.reasons.map((one) => [
    ...[one.before.reason, one.before.rule, one.after.reason, one.after.rule, one.conversations],
  ]);
  const { plan, region, kind } = segments;
  return { before, after, conversations, accounts, reasons, plan, region, kind, advice, unknowns };
}

function asked(
  question: WhatIfQuestion,
  inputs: readonly string[],
  more: Partial<LakeWhatIfRequest> = {},
): LakeWhatIfRequest {
  const side = ({ prepared, at, known }: WhatIfQuestion["before"]) => ({
    set: prepared.set,
    at,
    known: known === EVER ? undefined : known,
  });
  return {
    inputs,
    before: side(question.before),
    after: side(question.after),
    madeFor: [],
    isAtGiven: false,
    purposes: question.purposes,
    work: join(temporary.path, "work"),
    memory: 500_000_000,
    threads: 1,
    ...more,
  };
}

function questionOf(seed: number): WhatIfQuestion {
  const [one, other] = [sample(arbitrarySet(), seed), sample(arbitrarySet(), seed + 1000)];
  const at = sample(fc.integer({ min: LOG_INSTANTS[3] ?? 0, max: LAST }), seed);
  const known = seed % 3 === 0 ? LAST : EVER;
  const asking = { known, ...(seed % 2 === 0 ? { purposes: ["train-general", "share"] as const } : {}) };
  if (seed % 4 === 1) return instantsQuestion(prepare(one), [at, LAST], asking);
  if (seed % 4 === 2) return versionsQuestion(rivals(one, other), at, asking);
  const [before, after] = [prepare(one), prepare(other)];
  const sides = { before: { prepared: before, at, known }, after: { prepared: after, at, known } };
  return { ...sides, dating: undefined, ...asking };
}

function rivals(one: PolicySet, other: PolicySet): Parameters<typeof versionsQuestion>[0] {
  const [before, after] = [one.chains[0]?.[0], other.chains[0]?.at(-1)];
  if (before === undefined || after === undefined) throw new Error("a set without a policy");
  return { before, after, around: one };
}

/** Accounts that differ in plan, choice and what happened, so that much of what the policies ask is met. */
function consumerEvents(): readonly Event[] {
  const at = Date.UTC(2025, 7, 1);
  const event = (index: number, type: string, time: number, data: object, conversation?: string): Event =>
    ({
      ...{ id: `${type} ${index} ${conversation ?? ""}`, source: "urn:test", type, data, conversation },
      ...{ account: `a-${index}`, at: time, recorded: time },
    }) as unknown as Event;
  const complete = { ...event(0, "log-complete", 0, { kinds: ["*"] }), account: undefined };
  const own = Array.from({ length: 48 }, (_, index): readonly Event[] => {
    const plan = ["free", "pro", "max", "team"][index % 4];
    const choice = ["granted", "refused", undefined][index % 3];
    const made =
      choice === undefined ? [] : [event(index, "choice.made", at, { purpose: "train-general", choice })];
    const chats = Array.from({ length: 1 + (index % 3) }, (_one, chat): readonly Event[] => {
      const [id, began] = [`c-${chat}`, at + chat * 40 * 86_400_000];
      return [
        event(index, "conversation.created", began, { plan }, id),
        event(index, "item.added", began + 1000, { item: "i", role: "user" }, id),
        ...(index % 5 === 0 ? [event(index, "conversation.deleted", began + 86_400_000, {}, id)] : []),
        ...(index % 7 === 0 ? [event(index, "feedback.given", began + 2000, { kind: "rating" }, id)] : []),
      ];
    });
    return [event(index, "account.created", at - 1000, { plan, region: "US" }), ...made, ...chats.flat()];
  });
  return [complete, ...own.flat()];
}

function writeLines(events: readonly Event[]): string {
  const file = join(temporary.path, "events.jsonl");
  writeFileSync(file, events.map((event) => `${JSON.stringify(printEvent(event))}\n`).join(""));
  return file;
}

function published(): WhatIfQuestion {
  const [before, after] = ["2025-05-01", "2025-10-08"].map((version) =>
    CONSUMER.chains.flat().find((policy) => policy.version === version),
  );
  if (before === undefined || after === undefined) throw new Error("two versions are needed");
  return versionsQuestion({ before, after, around: CONSUMER }, Date.UTC(2026, 0, 1), { known: EVER });
}

describe("what-if over tables", () => {
  it.each(SEEDS)("counts from events what `compare` counts (seed %i)", async (seed) => {
    const [events, question] = [eventsOf(seed), questionOf(seed)];
    const file = join(temporary.path, "events.parquet");
    await writeEvents(temporary.path, events, file);
    const wanted = tallied(compared(events, question));
    const { found, from } = await compareLake(asked(question, [file], { buckets: seed % 2 === 0 ? 3 : 1 }));
    expect(from).toBe("events");
    expect(counts(found)).toEqual(counts(wanted));
    expect([found.told, existsSync(join(temporary.path, "work"))]).toEqual(["counts", false]);
  });

  it("moves the ends of copies as the published change does, from events and from facts", async () => {
    const events = consumerEvents();
    const file = writeLines(events);
    const question = published();
    const wanted = tallied(compared(events, question));
    const moved = wanted.keeps.flatMap(({ kinds }) => kinds.map(({ value }) => value));
    expect(moved).toEqual(expect.arrayContaining(["appears", "disappears", "shorter"]));
    expect(wanted.keeps.some(({ days }) => days !== undefined)).toBe(true);
    expect(wanted.purposes.some(({ changed }) => changed > 0)).toBe(true);
    expect(counts((await compareLake(asked(question, [file]))).found)).toEqual(counts(wanted));

    const out = join(temporary.path, "facts");
    const made = {
      out,
      set: CONSUMER,
      tables: ["facts"] as const,
      inputs: [file],
      buckets: 3,
      at: question.after.at,
    };
    await runLake(request(made));
    const given = await compareLake(asked(question, [out], { madeFor: [CONSUMER] }));
    expect(given.from).toBe("facts");
    expect(counts(given.found)).toEqual(counts(wanted));
  });

  it("counts an account once, wherever its rows of facts lie", async () => {
    const file = writeLines(consumerEvents());
    const question = published();
    const out = join(temporary.path, "facts");
    await runLake(request({ out, set: CONSUMER, tables: ["facts"], inputs: [file], at: question.after.at }));
    const split = join(temporary.path, "split");
    const [facts] = readdirSync(join(out, "facts")).map((name) => join(out, "facts", name));
    for (const part of [0, 1]) {
      const select = `SELECT * FROM read_parquet('${facts}') WHERE hash(conversation) % 2 = ${part}`;
      await writeSelect(temporary.path, select, join(split, `${part}.parquet`));
    }
    const wanted = tallied(compared(consumerEvents(), question));
    const { found } = await compareLake(asked(question, [split], { madeFor: [CONSUMER] }));
    expect(counts(found)).toEqual(counts(wanted));
  });

  it.each(["parquet", "jsonl"])("lists every change and no other, as %s", async (form) => {
    const file = writeLines(consumerEvents());
    const question = published();
    const list = join(temporary.path, `list.${form}`);
    await compareLake(asked(question, [file], { list, buckets: 2 }));
    const rows: readonly Row[] =
      form === "parquet"
        ? await readRows(temporary.path, [list])
        : readFileSync(list, "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line) as Row);
    const instant = (at: number | null | undefined): string | null =>
      at === null || at === undefined
        ? null
        : form === "jsonl"
          ? new Date(at).toISOString()
          : new Date(at)
              .toISOString()
              .replace("T", " ")
              .replace(/[.]?0*Z$/, "");
    const wanted = compared(consumerEvents(), question).flatMap(
      ({ account, conversation, segments, changes, keeps }) => [
        ...changes.map(({ purpose, before, after }) =>
          JSON.stringify([account, conversation, segments.plan, purpose, before, after]),
        ),
        ...keeps.map(({ copy, kind, days, before, after }) =>
          JSON.stringify([
            ...[account, conversation, segments.plan, copy, kind, days ?? null],
            ...[instant(before?.until), instant(after?.until)],
          ]),
        ),
      ],
    );
    const listed = rows.map((row) => {
      const who = [row["account"], row["conversation"], row["plan"]];
      if (row["purpose"] === null) {
        const days = row["days"] === null ? null : Number(row["days"]);
        return JSON.stringify([
          ...[...who, row["copy"], row["change"], days, row["before_until"], row["after_until"]],
        ]);
      }
      const [before, after] = ["before", "after"].map((side) => ({
        end: row[side],
        reason: row[`${side}_reason`],
        rule: row[`${side}_rule`] ?? undefined,
        policy: row[`${side}_policy`] ?? undefined,
      }));
      return JSON.stringify([...who, row["purpose"], before, after]);
    });
    expect(wanted.length).toBeGreaterThan(20);
    expect(listed.toSorted()).toEqual(wanted.toSorted());
    expect(readdirSync(temporary.path).sort()).toEqual(
      ["events.jsonl", `list.${form}`, "scratch"].slice(0, form === "parquet" ? 3 : 2),
    );
  });
});

describe("what a what-if over tables refuses", () => {
  const facts = async (more: Partial<LakeRequest> = {}): Promise<string> => {
    const out = join(temporary.path, "facts");
    const inputs = [writeLines(consumerEvents())];
    await runLake(request({ out, set: CONSUMER, tables: ["facts"], inputs, ...more }));
    return out;
  };
  const refused = async (given: LakeWhatIfRequest): Promise<void> => {
    await expect(compareLake(given)).rejects.toMatchObject({ code: "USAGE" });
    expect(existsSync(given.work)).toBe(false);
  };

  it("two instants of one table of facts, and an instant of its own", async () => {
    const out = await facts();
    const instants = instantsQuestion(prepare(CONSUMER), [LAST - 1, LAST], { known: EVER });
    await refused(asked(instants, [out], { madeFor: [CONSUMER] }));
    await refused(asked(published(), [out], { madeFor: [CONSUMER], isAtGiven: true }));
  });

  it("facts made for other policies, by their manifest or by what they hold", async () => {
    const [other] = fc.sample(
      arbitrarySet().filter((set) => needsOf(set).holdScopes.length > 0),
      { numRuns: 1, seed: 3 },
    );
    if (other === undefined) throw new Error("a sample of one");
    const question = { ...published(), before: { ...published().before, prepared: prepare(other) } };
    await refused(asked(question, [await facts()], { madeFor: [CONSUMER] }));
    const alien = await facts({ set: other, force: true });
    await refused(asked(published(), [alien], { madeFor: [CONSUMER] }));
  });

  it("a list whose ending says no form", async () => {
    await refused(asked(published(), ["nowhere"], { list: "list.txt" }));
  });

  it("two rows of facts about one conversation", async () => {
    const out = await facts();
    const [one = ""] = readdirSync(join(out, "facts")).map((name) => join(out, "facts", name));
    const file = join(temporary.path, "twice.parquet");
    await writeSelect(
      temporary.path,
      `FROM read_parquet('${one}') UNION ALL FROM read_parquet('${one}')`,
      file,
    );
    const given = asked(published(), [file], { madeFor: [CONSUMER] });
    await expect(compareLake(given)).rejects.toMatchObject({ code: "INPUT_MALFORMED" });
  });

  it("to go on once it is interrupted, and leaves nothing", async () => {
    const aborter = new AbortController();
    const given = asked(published(), [writeLines(consumerEvents())], {
      signal: aborter.signal,
      list: join(temporary.path, "list.jsonl"),
      onProgress: ({ step }) => {
        if (step === "writing") aborter.abort();
      },
    });
    await expect(compareLake(given)).rejects.toMatchObject({ code: "INTERRUPTED" });
    expect(readdirSync(temporary.path)).toEqual(["events.jsonl"]);
  });
});
