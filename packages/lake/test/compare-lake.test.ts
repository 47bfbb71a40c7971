/** A what-if over tables counts what the one over single conversations counts. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "@proviso/core/decision";
import type { Event } from "@proviso/core/events";
import type { PolicySet } from "@proviso/core/policy";
import { instantsQuestion, versionsQuestion, type WhatIfQuestion } from "@proviso/core/whatif";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../cli/test/temporary-folder.ts";
import { log } from "../../core/test/generate-log.ts";
import { LOG_INSTANTS } from "../../core/test/generate-log-event.ts";
import { arbitrarySet } from "../../core/test/generate-set.ts";
import { together } from "../../core/test/together.ts";
import type { Row } from "../src/duckdb/duckdb.ts";
import { runLake } from "../src/run/run-lake.ts";
import { compareLake } from "../src/whatif/compare-lake.ts";
import { request } from "./request.ts";
import { readRows, writeEvents, writeSelect } from "./table-file.ts";
import {
  asked,
  CONSUMER,
  compared,
  consumerEvents,
  counts,
  EVER,
  published,
  tallied,
  writeLines,
} from "./what-if-sample.ts";

const temporary = temporaryFolder();
/** Of each form two: two instants, two versions, two sets. */
const SEEDS = [1, 49, 26, 58, 27, 43];
const LAST = LOG_INSTANTS.at(-1) ?? 0;

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

describe("what-if over tables", () => {
  it.each(SEEDS)("counts from events what `compare` counts (seed %i)", async (seed) => {
    const [events, question] = [eventsOf(seed), questionOf(seed)];
    const file = join(temporary.path, "events.parquet");
    await writeEvents(temporary.path, events, file);
    const wanted = tallied(compared(events, question));
    const { found, from } = await compareLake(
      asked(temporary.path, question, [file], { buckets: seed % 2 === 0 ? 3 : 1 }),
    );
    expect(from).toBe("events");
    expect(counts(found)).toEqual(counts(wanted));
    expect([found.told, existsSync(join(temporary.path, "work"))]).toEqual(["counts", false]);
  });

  it("moves the ends of copies as the published change does, from events and from facts", async () => {
    const events = consumerEvents();
    const file = writeLines(temporary.path, events);
    const question = published();
    const wanted = tallied(compared(events, question));
    const moved = wanted.keeps.flatMap(({ kinds }) => kinds.map(({ value }) => value));
    expect(moved).toEqual(expect.arrayContaining(["appears", "disappears", "shorter"]));
    expect(wanted.keeps.some(({ days }) => days !== undefined)).toBe(true);
    expect(wanted.purposes.some(({ changed }) => changed > 0)).toBe(true);
    expect(counts((await compareLake(asked(temporary.path, question, [file]))).found)).toEqual(
      counts(wanted),
    );

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
    const given = await compareLake(asked(temporary.path, question, [out], { madeFor: [CONSUMER] }));
    expect(given.from).toBe("facts");
    expect(counts(given.found)).toEqual(counts(wanted));
  });

  it("counts an account once, wherever its rows of facts lie", async () => {
    const file = writeLines(temporary.path, consumerEvents());
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
    const { found } = await compareLake(asked(temporary.path, question, [split], { madeFor: [CONSUMER] }));
    expect(counts(found)).toEqual(counts(wanted));
  });

  it.each(["parquet", "jsonl"])("lists every change and no other, as %s", async (form) => {
    const file = writeLines(temporary.path, consumerEvents());
    const question = published();
    const list = join(temporary.path, `list.${form}`);
    await compareLake(asked(temporary.path, question, [file], { list, buckets: 2 }));
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
