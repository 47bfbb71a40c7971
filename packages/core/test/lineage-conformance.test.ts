/** The cases in `conformance/lineage`, and the law that no run is excused that began too late. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Event, parseEvent } from "../src/events/index.ts";
import {
  type After,
  LineageHistory,
  type LineageManifest,
  type Members,
  type RunMembers,
  traceConversation,
  traceModel,
  traceRun,
  traceSubject,
} from "../src/lineage/index.ts";

interface Case {
  readonly title: string;
  readonly events: readonly object[];
  readonly manifests: readonly {
    /** A hexadecimal digit: its digest is made of 64 of them. */
    readonly manifest: string;
    readonly purpose: string;
    readonly at: string;
    readonly known?: string;
    /** Null: the set is not at hand. */
    readonly members: readonly string[] | null;
  }[];
  readonly ask: Readonly<Record<string, string>>;
  readonly at?: string;
  readonly known?: string;
  readonly expect: object;
}

const FILE = join(import.meta.dirname, "../../../conformance/lineage/cases.json");
const CASES = JSON.parse(readFileSync(FILE, "utf8")) as readonly Case[];
const digestOf = (digit: string): string => `sha256:${digit.repeat(64)}`;
const instant = (text: string | undefined): number =>
  text === undefined ? Number.POSITIVE_INFINITY : Date.parse(text);

function eventOf(value: object, index: number): Event {
  const { data, ...rest } = value as { data?: Readonly<Record<string, unknown>> };
  const digit = data?.["manifest"];
  const more =
    data === undefined
      ? {}
      : { data: typeof digit === "string" ? { ...data, manifest: digestOf(digit) } : data };
  const event = parseEvent(
    { specversion: "1.0", id: `e-${index}`, source: "urn:test", ...rest, ...more },
    { field: `events[${index}]` },
  );
  if ("foreign" in event) throw new Error(`\`${event.type}\` is no type`);
  return event;
}

function historyOf({ events, manifests, at, known }: Case): LineageHistory {
  const sets = new Map(manifests.map(({ manifest, members }) => [digestOf(manifest), members]));
  return new LineageHistory(events.map(eventOf), {
    manifests: manifests.map(
      (one): LineageManifest => ({
        digest: digestOf(one.manifest),
        purpose: one.purpose,
        at: Date.parse(one.at),
        known: one.known === undefined ? undefined : Date.parse(one.known),
        conversations: one.members?.length ?? 0,
      }),
    ),
    isMember: (manifest, conversation) => sets.get(manifest)?.includes(conversation),
    at: instant(at),
    known: instant(known),
  });
}

/** One word where all are in one list. */
function short(members: Members): unknown {
  const held = Object.entries(members).filter(([, list]) => list.length > 0);
  return held.length === 1 ? held[0]?.[0] : members;
}

const named = (uses: readonly RunMembers[]) => uses.map(({ run }) => run.run);
const runsOf = (uses: readonly RunMembers[]) =>
  Object.fromEntries(uses.map(({ run, members }) => [run.run, short(members)]));
const digitOf = ({ digest }: LineageManifest): string => digest.slice(-1);

function afterOf({ stop, begun, recordedAfter, unaware, later, manifests }: After): object {
  const { kind, account, conversation, endedAt } = stop;
  const what = { kind, account: account === "a" ? undefined : account, conversation };
  return {
    ...what,
    ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt).toISOString().replace(".000Z", "Z") }),
    begun: named(begun),
    recordedAfter: named(recordedAfter),
    unaware: named(unaware),
    later: runsOf(later),
    manifests: Object.fromEntries(
      manifests.map((one) => [digitOf(one.manifest), [short(one.members), one.knew ?? null]]),
    ),
  };
}

function answer(one: Case): unknown {
  const history = historyOf(one);
  const { conversation, subject, run, model } = one.ask;
  if (model !== undefined) {
    const trace = traceModel(history, model);
    return { traces: trace?.runs.map(({ run: name, after }) => ({ run: name, after: after.map(afterOf) })) };
  }
  if (run !== undefined) {
    const trace = traceRun(history, run);
    return {
      runs: runsOf(trace?.uses ?? []),
      manifests: trace?.manifests.map(digitOf),
      after: trace?.after.map(afterOf),
    };
  }
  const lineage =
    subject === undefined ? traceConversation(history, conversation ?? "") : traceSubject(history, subject);
  return {
    accounts: lineage.accounts,
    runs: runsOf(lineage.uses),
    manifests: Object.fromEntries(
      lineage.manifests.map(({ manifest, members }) => [digitOf(manifest), short(members)]),
    ),
    after: lineage.after.map(afterOf),
  };
}

describe("lineage", () => {
  it.each(CASES)("$title", (one) => {
    expect(answer(one)).toEqual(one.expect);
  });

  it("has nothing for a run and a model that no event names", () => {
    const history = historyOf({ title: "", events: [], manifests: [], ask: {}, expect: {} });
    expect([traceRun(history, "r"), traceModel(history, "m")]).toEqual([undefined, undefined]);
    expect(traceSubject(history, "a")).toMatchObject({ conversations: [], uses: [], after: [] });
  });

  it("counts an event that is given twice once", () => {
    const [first] = CASES;
    if (first === undefined) throw new Error("there is no case");
    const history = historyOf(first);
    const events = first.events.map(eventOf);
    const twice = new LineageHistory([...events, ...events], {
      manifests: [],
      isMember: () => undefined,
      at: Number.POSITIVE_INFINITY,
      known: Number.POSITIVE_INFINITY,
    });
    expect(twice.runs.map(({ run }) => run)).toEqual(history.runs.map(({ run }) => run));
    expect(twice.stops).toEqual(history.stops);
  });
});

const DAY = 86_400_000;
const START = Date.parse("2026-01-01T00:00:00Z");
const day = fc.integer({ min: 0, max: 9 }).map((number) => START + number * DAY);
const times = fc.tuple(day, day).map(([at, recorded]) => ({ at, recorded }));

function made(events: readonly { type: string; at: number; recorded: number; data: object }[]): Event[] {
  return events.map(({ type, at, recorded, data }, index) =>
    eventOf(
      {
        type: `proviso.${type}`,
        subject: type === "run.started" ? "*" : "accounts/a",
        time: new Date(at).toISOString(),
        recorded: new Date(recorded).toISOString(),
        data,
      },
      index,
    ),
  );
}

const runStart = fc.tuple(times, fc.integer({ min: 0, max: 3 })).map(([when, number]) => ({
  ...when,
  type: "run.started",
  data: { run: `r-${number}`, includes: ["c"] },
}));
const choice = fc.tuple(times, fc.constantFrom("granted", "refused")).map(([when, given]) => ({
  ...when,
  type: "choice.made",
  data: { purpose: "train-general", choice: given },
}));
const objection = times.map((when) => ({ ...when, type: "objection.filed", data: {} }));

describe("any history", () => {
  it("excuses no run that began, or was recorded, once there was a stop, and loses none", () => {
    const history = fc.array(fc.oneof(runStart, choice, objection), { maxLength: 12 });
    fc.assert(
      fc.property(history, (parts) => {
        const created = eventOf(
          {
            type: "proviso.conversation.created",
            subject: "accounts/a/conversations/c",
            time: "2025-12-01T00:00:00Z",
          },
          parts.length,
        );
        const events = [created, ...made(parts)];
        const lineage = traceConversation(
          new LineageHistory(events, {
            manifests: [],
            isMember: () => undefined,
            at: Number.POSITIVE_INFINITY,
            known: Number.POSITIVE_INFINITY,
          }),
          "c",
        );
        const stops = parts.filter(
          ({ type, data }) => type === "objection.filed" || ("choice" in data && data.choice === "refused"),
        );
        expect(lineage.after).toHaveLength(stops.length);
        for (const { stop, begun, recordedAfter, unaware, later } of lineage.after) {
          for (const { run } of begun) {
            expect(run.startedAt).toBeLessThan(stop.at);
            expect(run.recorded).toBeLessThan(stop.recorded);
          }
          for (const { run } of later) expect(run.startedAt).toBeGreaterThanOrEqual(stop.recorded);
          const all = [...begun, ...recordedAfter, ...unaware, ...later];
          expect(new Set(all.map(({ run }) => run))).toEqual(new Set(lineage.uses.map(({ run }) => run)));
          expect(all).toHaveLength(lineage.uses.length);
        }
      }),
    );
  });
});
