/** Changes, clocks and notice, held against cases in conformance/terms/change. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Axis, AxisFact, AxisValues } from "../src/terms/axes/axis.ts";
import { clocksOf } from "../src/terms/change/clocks.ts";
import { compareFacts } from "../src/terms/change/compare.ts";
import { directionOfAll } from "../src/terms/change/direction.ts";
import { noticeOf } from "../src/terms/change/notice.ts";
import type { ChangeClocks } from "../src/terms/change/terms-change.ts";
import type { Version } from "../src/terms/document.ts";
import type { Succession } from "../src/terms/provisions/provision.ts";
import { factOf, provisionOf } from "./terms-facts.ts";

const FOLDER = join(import.meta.dirname, "../../../conformance/terms/change");

interface CaseFact {
  readonly axis: Axis;
  readonly values: AxisValues;
  readonly provision?: string;
}

interface CompareCase {
  readonly name: string;
  readonly before: readonly CaseFact[];
  readonly after: readonly CaseFact[];
  readonly changes: readonly object[];
  readonly direction?: string;
}

interface ClockCase {
  readonly name: string;
  readonly text: string;
  readonly stated?: string;
  readonly inForce?: { readonly is: string; readonly at?: string; readonly latest?: string };
}

interface NoticeCase {
  readonly name: string;
  readonly promised?: string;
  readonly how?: string;
  readonly firstSeen: string;
  readonly stated?: string;
  readonly inForce?: string;
  readonly isChange?: boolean;
  readonly kept: string | null;
  readonly days?: number;
}

describe("compare", () => {
  it.each(read<CompareCase>("compare.json"))("$name", ({ before, after, changes, direction }) => {
    const [from, to] = [facts(before), facts(after)];
    const found = compareFacts(from, to, lineageOf(from, to));
    expect(found.map(({ axis, kind, direction: way, why }) => ({ axis, kind, direction: way, why }))).toEqual(
      changes,
    );
    if (direction !== undefined) expect(directionOfAll(found)).toBe(direction);
  });
});

describe("clocks", () => {
  it.each(read<ClockCase>("clocks.json"))("$name", ({ text, stated, inForce }) => {
    const clocks = clocksOf(version(0, "Before."), version(1, text));
    expect(clocks.stated?.at).toBe(instant(stated));
    expect(clocks.inForce?.is).toBe(inForce?.is);
    const day = clocks.inForce?.is === "day" ? clocks.inForce.at : clocks.inForce?.latest;
    expect(day).toBe(instant(inForce?.at ?? inForce?.latest));
    for (const clock of [clocks.stated, clocks.inForce]) {
      if (clock !== undefined) expect(text).toContain(clock.quote);
    }
  });
});

describe("notice", () => {
  it.each(read<NoticeCase>("notice.json"))("$name", (one) => {
    const at = instant(one.inForce);
    const stated = instant(one.stated);
    const clocks: ChangeClocks = {
      firstSeen: instant(one.firstSeen) ?? 0,
      stated: stated === undefined ? undefined : { at: stated, quote: "" },
      inForce: at === undefined ? undefined : { is: "day", at, quote: "" },
      isSilent: false,
    };
    const values = {
      ...(one.promised === undefined ? {} : { promised: one.promised }),
      ...(one.how === undefined ? {} : { how: one.how }),
    };
    const found = noticeOf([factOf("notice", values)], clocks, one.isChange ?? true);
    expect(found?.kept ?? null).toBe(one.kept);
    expect(found?.givenDays).toBe(one.days);
  });
});

function read<Case>(file: string): readonly Case[] {
  return JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as readonly Case[];
}

function facts(cases: readonly CaseFact[]): readonly AxisFact[] {
  return cases.map(({ axis, values, provision }, index) =>
    factOf(axis, values, { provision, start: index * 10 }),
  );
}

/** Provisions of the same id are one and the same, reworded. */
function lineageOf(before: readonly AxisFact[], after: readonly AxisFact[]): readonly Succession[] {
  const shared = before
    .map((fact) => fact.provision)
    .filter((id) => after.some((fact) => fact.provision === id));
  return [...new Set(shared)].map((id) => ({
    fate: "reworded",
    before: [provisionOf(id)],
    after: [provisionOf(id)],
    confidence: 0.9,
  }));
}

function version(at: number, text: string): Version {
  return { id: `v${at}`, at, text, isUpgrade: false };
}

function instant(day: string | undefined): number | undefined {
  return day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`);
}
