/** Cases of conformance/terms/provisions: splitting, following and anchoring. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { anchor } from "../src/terms/provisions/anchor.ts";
import { follow } from "../src/terms/provisions/follow.ts";
import type { Provision } from "../src/terms/provisions/provision.ts";
import { split } from "../src/terms/provisions/split.ts";

const FOLDER = join(import.meta.dirname, "../../../conformance/terms/provisions");

function casesOf<T>(file: string): readonly T[] {
  return (JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as { cases: readonly T[] }).cases;
}

interface SplitCase {
  readonly name: string;
  readonly markdown: string;
  readonly provisions: readonly (readonly [string, string])[];
}

describe("split", () => {
  it.each(casesOf<SplitCase>("split.json"))("$name", ({ markdown, provisions }) => {
    expect(split(markdown).map(({ path, text }) => [path.join(" > "), text])).toEqual(provisions);
  });
});

interface FollowCase {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly succession: readonly (readonly [string, readonly number[], readonly number[]])[];
}

describe("follow", () => {
  it.each(casesOf<FollowCase>("follow.json"))("$name", (one) => {
    const [before, after] = [split(one.before), split(one.after)];
    const followed = follow(before, after);
    const placesIn = (list: readonly Provision[], some: readonly Provision[]): readonly number[] =>
      some.map(({ start }) => list.findIndex((other) => other.start === start));
    expect(
      followed.succession.map(({ fate, before: from, after: to }) => [
        fate,
        placesIn(before, from),
        placesIn(after, to),
      ]),
    ).toEqual(one.succession);
    for (const { fate, before: from, after: to, confidence } of followed.succession) {
      const isCertain = fate === "same" || fate === "moved";
      expect(confidence === 1, `${fate} with confidence ${confidence}`).toBe(isCertain);
      const [first] = from;
      if (first === undefined || to.length === 0) continue;
      const largest = [...to].sort((a, b) => b.text.length - a.text.length)[0];
      expect(largest?.id).toBe(first.id);
    }
  });
});

interface AnchorCase {
  readonly name: string;
  readonly quote: string;
  readonly text: string;
  readonly is: "exact" | "fuzzy" | null;
  readonly at?: string;
  readonly least?: number;
  readonly most?: number;
  readonly changed?: readonly string[];
}

describe("anchor", () => {
  it.each(casesOf<AnchorCase>("anchor.json"))("$name", (one) => {
    const found = anchor(one.quote, one.text);
    expect(found?.is ?? null).toBe(one.is);
    if (found === undefined) return;
    expect(one.text.slice(found.start, found.end)).toBe(one.at);
    expect(found.confidence).toBeGreaterThanOrEqual(one.least ?? 0);
    expect(found.confidence).toBeLessThanOrEqual(one.most ?? 1);
    expect(found.changed).toEqual(one.changed ?? []);
  });
});
