import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hypeOf } from "./hype.ts";
import type { NewsItem } from "./news-item.ts";
import { canonicalUrl, onceEach } from "./same-news.ts";
import { toneOf } from "./tone.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 10);

function item(title: string, more: Partial<NewsItem> = {}): NewsItem {
  const url = `https://a.example/${encodeURIComponent(title)}`;
  return {
    url,
    title,
    summary: "",
    at: NOW,
    publisher: "a.example",
    alsoBy: [],
    services: ["Acme"],
    ...more,
  };
}

describe("hype", () => {
  it("is nothing without news, and halves its mentions in a half-life", () => {
    expect(hypeOf([], { now: NOW })).toMatchObject({ score: 0, mentions: 0, publishers: 0, tone: 0 });
    const old = item("Acme terms", { at: NOW - 10 * DAY });
    expect(hypeOf([old], { now: NOW, halfLifeDays: 10 }).mentions).toBe(0.5);
    expect(hypeOf([old], { now: NOW, halfLifeDays: 5 }).mentions).toBe(0.25);
  });

  it("does not know of news that is still to come", () => {
    expect(hypeOf([item("Acme terms", { at: NOW + DAY })], { now: NOW }).mentions).toBe(0);
  });

  it("counts each publisher once, reprints included", () => {
    const items = [
      item("one", { alsoBy: ["b.example"] }),
      item("two"),
      item("three", { publisher: "b.example" }),
    ];
    expect(hypeOf(items, { now: NOW }).publishers).toBe(2);
  });

  it("stays within 0 and 100, and never falls when news is added or fresher", () => {
    const news = fc.record({
      age: fc.integer({ min: 0, max: 100 }),
      host: fc.constantFrom("a", "b", "c", "d"),
    });
    fc.assert(
      fc.property(fc.array(news, { maxLength: 40 }), news, (list, more) => {
        const of = (all: typeof list): number => {
          const items = all.map(({ age, host }, index) =>
            item(`n ${index}`, { at: NOW - age * DAY, publisher: host }),
          );
          return hypeOf(items, { now: NOW }).score;
        };
        const score = of(list);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(of([...list, more])).toBeGreaterThanOrEqual(score);
        expect(of(list.map((one) => ({ ...one, age: Math.floor(one.age / 2) })))).toBeGreaterThanOrEqual(
          score,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("tone", () => {
  it.each([
    ["Outrage over secretly stolen chats", -1],
    ["A welcome and transparent choice", 1],
    ["Acme updates its terms", 0],
    ["This is not a breach", 1],
  ])("of `%s`", (text, sign) => {
    expect(Math.sign(toneOf(text))).toBe(sign);
    expect(Math.abs(toneOf(text))).toBeLessThanOrEqual(1);
  });
});

describe("the same news", () => {
  it("is told by its address, whatever tracks its readers", () => {
    const plain = "https://a.example/x?id=3";
    for (const address of [
      "http://www.a.example/x/?utm_source=rss&id=3#top",
      "https://A.example/x?id=3&fbclid=z",
    ]) {
      expect(canonicalUrl(address)).toBe(plain);
    }
    expect(canonicalUrl("https://a.example/x?id=4")).not.toBe(plain);
    expect(canonicalUrl("javascript:alert(1)")).toBeUndefined();
    expect(canonicalUrl("not an address")).toBeUndefined();
  });

  it("is told by nearly equal titles within days", () => {
    const first = item("Acme will train its models on your chats unless you opt out", { at: NOW - DAY });
    const copy = item("Acme will train its models on your chats unless you opt out | Daily B", {
      url: "https://b.example/1",
      publisher: "b.example",
    });
    const later = { ...copy, url: "https://c.example/1", at: NOW + 30 * DAY };
    const other = item("Acme opens a new office in Rome");
    const once = onceEach([other, later, copy, first]);
    expect(once.map(({ url }) => url)).toEqual([first.url, other.url, later.url]);
    expect(once[0]?.alsoBy).toEqual(["b.example"]);
  });

  it("stays the same when it is told again", () => {
    const title = fc.constantFrom(
      "Acme terms",
      "Acme changes its terms of service today",
      "Acme changes its terms today",
      "x",
    );
    const some = fc.record({
      title,
      at: fc.integer({ min: NOW - 9 * DAY, max: NOW }),
      host: fc.constantFrom("a.example", "b.example"),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (list) => {
        const items = list.map(({ title: said, at, host }, index) =>
          item(said, { at, publisher: host, url: `https://${host}/${index}` }),
        );
        const once = onceEach(items);
        expect(onceEach(once)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });
});
