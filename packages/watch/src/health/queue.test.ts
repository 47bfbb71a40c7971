import type { RecordClass } from "@proviso/core/terms";
import { expect, it } from "vitest";
import type { CheckEntry, Entry, VersionEntry } from "../archive/archive.ts";
import { healthQueue } from "./queue.ts";

const DAY = 86_400_000;
const DOCUMENT = { service: "Example", type: "Terms of Service" };
const base = (day: number): { seq: number; at: number; document: typeof DOCUMENT; prev: string } => ({
  seq: day + 1,
  at: day * DAY,
  document: DOCUMENT,
  prev: "sha256:0",
});

function version(day: number, id: string, kind: RecordClass, isHealth = false): VersionEntry {
  const standing = isHealth ? "health" : "change";
  const judged = {
    version: id,
    at: day * DAY,
    class: kind,
    standing,
    reason: `${kind} seen`,
    against: undefined,
  } as const;
  return {
    ...base(day),
    kind: "version",
    version: id,
    file: "x.md",
    snapshots: [],
    recipe: "r",
    isUpgrade: false,
    language: undefined,
    judged,
  };
}

function check(day: number, outcome: CheckEntry["outcome"], signal?: string, reason?: string): CheckEntry {
  return { ...base(day), kind: "check", outcome, signal, reason };
}

const queue = (entries: readonly Entry[], day: number): ReturnType<typeof healthQueue> =>
  healthQueue(entries, day * DAY, 3);

it("is empty while the document is seen", () => {
  expect(queue([version(0, "a", "first"), check(1, "unchanged"), check(2, "not-modified")], 3)).toEqual([]);
});

it("counts a collapse that stays as unseen, since the first, with the last good text", () => {
  const entries = [
    version(0, "a", "first"),
    check(1, "unchanged"),
    version(2, "b", "collapse", true),
    check(3, "unchanged"),
  ];
  expect(queue(entries, 4)).toEqual([
    {
      document: DOCUMENT,
      signal: "collapse",
      reason: "collapse seen",
      since: 2 * DAY,
      times: 2,
      lastSeen: DAY,
      lastGood: "a",
    },
  ]);
  expect(queue([...entries, version(4, "a", "recovery")], 4)).toEqual([]);
});

it("ends a failure of the way with the next answer, and shows the latest of several", () => {
  const entries = [
    version(0, "a", "first"),
    check(1, "failed", "timeout", "30 s"),
    check(2, "refused", "robots"),
  ];
  expect(queue(entries, 2)).toMatchObject([
    { signal: "robots", since: DAY, times: 2, lastSeen: 0, lastGood: "a" },
  ]);
  expect(queue([...entries, check(3, "not-modified")], 3)).toEqual([]);
  const unseen = [version(0, "a", "first"), check(1, "unseen", "selector-matches-nothing", "`#a`")];
  // Asked for by what was last seen well: it is there again.
  expect(queue([...unseen, check(2, "not-modified")], 2)).toEqual([]);
});

it("lists a doubt about a document that was seen, until a look has none", () => {
  const doubt = check(1, "doubt", "extractors-disagree", "word F1 0.12");
  const entries = [version(0, "a", "first"), doubt, check(1, "unchanged"), check(2, "not-modified")];
  const expected = {
    signal: "extractors-disagree",
    reason: "word F1 0.12",
    since: DAY,
    times: 1,
    lastSeen: 2 * DAY,
  };
  expect(queue(entries, 2)).toMatchObject([{ ...expected, lastGood: "a" }]);
  expect(queue([...entries, check(3, "unchanged")], 3)).toEqual([]);
  expect(queue([...entries, check(3, "failed", "dns")], 3)).toMatchObject([{ signal: "dns" }]);
});

it("names what it does not know", () => {
  expect(queue([check(0, "failed", "moonlight", "odd")], 0)).toMatchObject([
    {
      signal: "extraction-failed",
      reason: "odd (signal `moonlight` is not known)",
      lastSeen: undefined,
      lastGood: undefined,
    },
  ]);
});

it("queues what nobody looked at, and clocks that cannot be right", () => {
  expect(queue([version(0, "a", "first")], 3)).toEqual([]);
  expect(queue([version(0, "a", "first")], 4)).toMatchObject([
    { signal: "stale-capture", since: 3 * DAY, lastGood: "a" },
  ]);
  expect(queue([version(5, "a", "first")], 4)).toMatchObject([{ signal: "clock-skew" }]);
  expect(queue([version(2, "a", "first"), check(1, "unchanged")], 2)).toMatchObject([
    { signal: "clock-skew" },
  ]);
});

it("sorts by how long a document has not been seen", () => {
  const other = { service: "Other", type: "Privacy Policy", region: "EU" };
  const entries = [check(1, "failed", "dns"), { ...check(0, "failed", "tls"), document: other }];
  expect(queue(entries, 2).map(({ signal }) => signal)).toEqual(["tls", "dns"]);
});
