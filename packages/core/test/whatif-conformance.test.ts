/** The cases in `conformance/whatif`: two versions, two instants or a day, and what changes between them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { prepare } from "../src/decision/index.ts";
import { type Event, PURPOSES, type Purpose, parseEvent } from "../src/events/index.ts";
import { indexEvents } from "../src/facts/index.ts";
import { assemble, parsePolicy } from "../src/policy/index.ts";
import {
  type Asking,
  type Comparison,
  compare,
  dayQuestion,
  FactsAt,
  type Flow,
  instantsQuestion,
  versionsQuestion,
  type WhatIf,
  type WhatIfQuestion,
  WhatIfTally,
} from "../src/whatif/index.ts";

type Numbers = Readonly<Record<string, number>>;

interface Case {
  readonly id: string;
  readonly title: string;
  /** `policy@version`, with `at`; or two instants. */
  readonly from?: string;
  readonly to?: string;
  readonly on?: readonly [string, string];
  readonly at?: string;
  readonly known?: string;
  readonly items?: boolean;
  readonly events: readonly { readonly type: string }[];
  /** What is left out is none, or not compared where it says so in conformance/README.md. */
  readonly expect: {
    readonly flows: Readonly<Record<string, Numbers>>;
    readonly items?: Readonly<Record<string, Numbers>>;
    readonly otherwise?: Numbers;
    readonly accounts?: number;
    readonly onlyAfter?: number;
    readonly neither?: number;
    readonly due?: readonly string[];
    readonly segments?: object;
    readonly changes: Readonly<Record<string, Readonly<Record<string, object>>>>;
    readonly keeps: Readonly<Record<string, readonly object[]>>;
  };
}

const FOLDER = join(import.meta.dirname, "../../../conformance/whatif");
const CASES = JSON.parse(readFileSync(join(FOLDER, "cases.json"), "utf8")) as readonly Case[];
const VERSIONS = ["2025-01-01", "2026-01-01"].map((version) => {
  const file = join(FOLDER, "policies", `${version}.yaml`);
  return parsePolicy(readFileSync(file, "utf8"), file).policy;
});
const SET = assemble(VERSIONS);

function eventOf(value: Case["events"][number], index: number): Event {
  const event = parseEvent(
    { specversion: "1.0", id: `e-${index}`, source: "urn:test", ...value, type: `proviso.${value.type}` },
    { field: `events[${index}]` },
  );
  if ("foreign" in event) throw new Error(`\`${event.type}\` is no type`);
  return event;
}

function versionNamed(name: string): (typeof VERSIONS)[number] {
  const found = VERSIONS.find(({ id, version }) => `${id}@${version}` === name);
  if (found === undefined) throw new Error(`there is no \`${name}\``);
  return found;
}

function questionOf(one: Case): { readonly question: WhatIfQuestion; readonly due?: readonly string[] } {
  const { from = "", to = "", on, at, known, items } = one;
  const asking: Asking = { known: known === undefined ? Number.POSITIVE_INFINITY : Date.parse(known), items };
  if (on !== undefined) {
    const { question, due } = dayQuestion(prepare(SET), [Date.parse(on[0]), Date.parse(on[1])], asking);
    return { question, due: due.map(({ version }) => version) };
  }
  if (at === undefined) {
    return { question: instantsQuestion(prepare(SET), [Date.parse(from), Date.parse(to)], asking) };
  }
  const rivals = { before: versionNamed(from), after: versionNamed(to), around: SET };
  return { question: versionsQuestion(rivals, Date.parse(at), asking) };
}

function flowName({ before, after }: Pick<Flow, "before" | "after">): string {
  return `${before} ${before === after ? "=" : ">"} ${after}`;
}

/** Purpose -> flow -> a number, without those that are nought. */
function numbers(found: WhatIf, of: (flow: Flow) => number): object {
  return Object.fromEntries(
    found.purposes.map(({ purpose, flows }) => [
      purpose,
      Object.fromEntries(flows.map((flow) => [flowName(flow), of(flow)]).filter(([, times]) => times !== 0)),
    ]),
  );
}

function changesOf(comparisons: readonly Comparison[], expected: Case["expect"]["changes"]): object {
  const changed = comparisons.filter(({ changes }) => changes.length > 0);
  return Object.fromEntries(
    changed.map(({ conversation, changes }) => [
      conversation,
      Object.fromEntries(
        changes.map(({ purpose, effect, actions, unknowns }) => [
          purpose,
          {
            since: effect === "undated" ? null : new Date(effect).toISOString().replace(".000Z", "Z"),
            actions: actions.map(({ kind, plan }) => (plan === undefined ? kind : `${kind} ${plan}`)),
            ...("unknowns" in (expected[conversation]?.[purpose] ?? {}) ? { unknowns } : {}),
          },
        ]),
      ),
    ]),
  );
}

function keepsOf(comparisons: readonly Comparison[]): object {
  return Object.fromEntries(
    comparisons
      .filter(({ keeps }) => keeps.length > 0)
      .map(({ conversation, keeps }) => [
        conversation,
        keeps.map(({ copy, kind, days }) => ({ copy, kind, ...(days === undefined ? {} : { days }) })),
      ]),
  );
}

const NO_SEGMENTS: Partial<Flow["segments"]> = {};

function segmentsOf(found: WhatIf, expected: object): object {
  const wanted = expected as Readonly<Record<string, Readonly<Record<string, object>>>>;
  return Object.fromEntries(
    Object.entries(wanted).map(([purpose, flows]) => [
      purpose,
      Object.fromEntries(
        Object.keys(flows).map((name) => {
          const all = found.purposes.find((one) => one.purpose === purpose)?.flows ?? [];
          const segments = all.find((flow) => flowName(flow) === name)?.segments;
          const counts = Object.entries(segments ?? NO_SEGMENTS).map(([segment, values]) => [
            segment,
            Object.fromEntries(values.map(({ value, conversations }) => [value ?? "?", conversations])),
          ]);
          return [name, Object.fromEntries(counts)];
        }),
      ),
    ]),
  );
}

function isPurpose(text: string): text is Purpose {
  return (PURPOSES as readonly string[]).includes(text);
}

describe("what-if", () => {
  it.each(CASES)("$id: $title", (one) => {
    const log = indexEvents(one.events.map(eventOf));
    const finder = new FactsAt(log);
    const { question, due } = questionOf(one);
    const tally = new WhatIfTally();
    const comparisons: Comparison[] = [];
    for (const { account, conversations } of log.accounts.values()) {
      for (const [conversation, events] of conversations) {
        const compared = compare(question, finder, { account, conversation, events });
        tally.add(compared);
        comparisons.push(compared);
      }
    }
    const found = tally.result();
    const { expect: wanted } = one;
    expect(numbers(found, ({ conversations }) => conversations)).toEqual(wanted.flows);
    expect(changesOf(comparisons, wanted.changes)).toEqual(wanted.changes);
    expect(keepsOf(comparisons)).toEqual(wanted.keeps);
    expect([found.onlyBefore, found.onlyAfter, found.neither]).toEqual([
      0,
      wanted.onlyAfter ?? 0,
      wanted.neither ?? 0,
    ]);
    expect(found.accounts).toEqual({ count: wanted.accounts ?? 1, exact: true });
    expect(due).toEqual(wanted.due);
    if (wanted.otherwise !== undefined) {
      const told = found.purposes.flatMap(({ purpose, otherwise }) =>
        otherwise > 0 ? [[purpose, otherwise]] : [],
      );
      expect(Object.fromEntries(told)).toEqual(wanted.otherwise);
    }
    if (wanted.items !== undefined) expect(numbers(found, ({ items }) => items)).toEqual(wanted.items);
    if (wanted.segments !== undefined) expect(segmentsOf(found, wanted.segments)).toEqual(wanted.segments);
    expect(found.purposes.map(({ purpose }) => purpose).every(isPurpose)).toBe(true);
  });
});
