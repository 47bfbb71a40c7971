import { describe, expect, test } from "vitest";
import { csvBlob, csvCell } from "./client/csv.ts";
import { columns, type Data, titleOf } from "./client/data.ts";
import { dateText, distanceText, monthOf, monthText, timeText } from "./client/dates.ts";
import { countEnds, longestEnds } from "./client/ends.ts";
import { filterRows } from "./client/filter.ts";
import { overTime } from "./client/months.ts";
import { reasonText } from "./client/reasons.ts";
import { countTicks, timeTicks } from "./client/scale.ts";
import { hashOf, readState } from "./client/state.ts";
import { countAnswers, countQuestions, countReasons } from "./client/tally.ts";
import type { WireTables } from "./client/wire.ts";
import { fromCode, percentText, periodText } from "./client/words.ts";
import { Encoder } from "./encode.ts";
import { sampleModel, sampleRows } from "./sample-rows.ts";

const SIZE = 500;
const data = sampleData();
const PURPOSE = "train-general";

function sampleData(): Data {
  const model = sampleModel([], SIZE);
  const encoder = new Encoder(model.policies, model.vocabulary);
  const rows = [...sampleRows(SIZE)].map((row) => encoder.row(row));
  const { texts, groups, policies, uses, clocks, traces, lists, shapes } = encoder;
  const tables = {
    ...model,
    texts: texts.items,
    groups: groups.items,
    policies,
    uses: uses.items,
    clocks: clocks.items,
    traces: traces.items,
    lists: lists.items,
    shapes: shapes.items,
  };
  return columns(rows, JSON.parse(JSON.stringify(tables)) as WireTables);
}

describe("the hash", () => {
  test.each([
    ["summary", {}, ""],
    ["chats", { q: "a&b=c #?/", sort: "-created" }, ""],
    ["chat", { purpose: "sale" }, "id/with?odd#parts%20ü"],
    ["about", {}, ""],
  ] as const)("%s comes back", (view, params, id) => {
    const state = readState(hashOf(view, params, id));
    expect(state).toEqual({ view, id, params: new Map(Object.entries(params)) });
  });

  test.each(["", "#", "#/nowhere", "#/%E0%A4%A"])("%j shows the summary", (hash) => {
    expect(readState(hash).view).toBe("summary");
  });

  test("a mangled id is kept as it is", () => {
    expect(readState("#/chat/%E0%A4%A").id).toBe("%E0%A4%A");
  });
});

describe("counts", () => {
  test("answers, reasons and unknowns each add up", () => {
    const answers = countAnswers(data, PURPOSE);
    const sum = (counted: readonly { count: number }[]) => counted.reduce((all, { count }) => all + count, 0);
    expect(answers.used + answers.not + answers.unknown).toBe(SIZE);
    expect(sum(countReasons(data, PURPOSE))).toBe(SIZE);
    expect(sum(countReasons(data, PURPOSE, "used"))).toBe(answers.used);
    expect(answers.unknown).toBeGreaterThan(0);
  });

  test("every question leads to as many rows", () => {
    const questions = countQuestions(data, PURPOSE);
    expect(questions.map(({ fact }) => fact)).toEqual(["training.choice", "feedback.at", "safety.flaggedAt"]);
    for (const { fact, alone, among } of questions) {
      const found = (params: Record<string, string>) =>
        filterRows(data, PURPOSE, new Map(Object.entries({ asks: fact, ...params }))).length;
      expect([found({}), found({ alone: "1" })]).toEqual([alone + among, alone]);
    }
  });

  test("a purpose that no decision speaks of cannot be told", () => {
    expect(countAnswers(data, "sale")).toEqual({ used: 0, not: 0, unknown: SIZE });
  });

  test.each(["answer", "reason"] as const)("spans by %s hold every dated conversation", (by) => {
    const { spans, series, undated } = overTime(data, PURPOSE, by);
    expect(undated).toBe(0);
    expect(spans.flatMap(({ counts }) => counts).reduce((all, each) => all + each, 0)).toBe(SIZE);
    expect(spans.length).toBeLessThanOrEqual(48);
    expect(series.length).toBeLessThanOrEqual(7);
    spans.slice(1).forEach((span, index) => {
      expect(span.from).toBe((spans[index]?.to ?? 0) + 1);
    });
  });
});

describe("the list", () => {
  const rows = (params: Record<string, string>) => [
    ...filterRows(data, PURPOSE, new Map(Object.entries(params))),
  ];

  test.each(["used", "not", "unknown"] as const)("answer=%s agrees with the count", (answer) => {
    expect(rows({ answer })).toHaveLength(countAnswers(data, PURPOSE)[answer]);
  });

  test("every cell of the table of ends leads to as many rows", () => {
    for (const [copy, buckets] of countEnds(data)) {
      for (const [ends, count] of buckets)
        expect([copy, ends, rows({ copy, ends }).length]).toEqual([copy, ends, count]);
    }
  });

  test("every bar leads to as many rows", () => {
    for (const { from, to, counts } of overTime(data, PURPOSE, "answer").spans) {
      expect(rows({ month: `${from}-${to}` })).toHaveLength(counts.reduce((all, each) => all + each, 0));
    }
  });

  test("searches without regard to case, accents and word order", () => {
    const found = rows({ q: "KUNDIGEN vertrage" });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((row) => titleOf(data, row).startsWith("Verträge"))).toBe(true);
  });

  test.each(["created", "last", "ends", "items"] as const)(
    "sorts by %s both ways, the undated last",
    (key) => {
      const values = { created: data.created, last: data.last, ends: longestEnds(data), items: data.items }[
        key
      ];
      for (const direction of [1, -1]) {
        const sorted = rows({ sort: direction === 1 ? key : `-${key}` }).map(
          (row) => values[row] ?? Number.NaN,
        );
        const dated = sorted.filter((value) => !Number.isNaN(value));
        expect(sorted.slice(0, dated.length)).toEqual(dated);
        expect(
          dated.every(
            (value, index) => index === 0 || direction * (dated[index - 1] ?? 0) <= direction * value,
          ),
        ).toBe(true);
      }
    },
  );
});

describe("CSV", () => {
  test.each([
    ["plain", "plain"],
    ['say "a", b', '"say ""a"", b"'],
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM", "'@SUM"],
    ["two\nlines", '"two\nlines"'],
  ])("%j becomes %j", (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  test("has a line per row and a mark for spreadsheets", async () => {
    const blob = csvBlob(data, filterRows(data, PURPOSE, new Map()));
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await blob.text()).split("\r\n")).toHaveLength(SIZE + 2);
  });
});

describe("words", () => {
  test.each([
    ["P1Y6M", "1 year 6 months"],
    ["P30D", "30 days"],
    ["PT5H", "PT5H"],
  ])("period %s is %j", (period, text) => {
    expect(periodText(period)).toBe(text);
  });

  test.each([
    [0, 10, "0 %"],
    [1, 1000, "< 1 %"],
    [999, 1000, "> 99 %"],
    [10, 10, "100 %"],
    [0, 0, "–"],
  ])("%d of %d is %j", (part, whole, text) => {
    expect(percentText(part, whole)).toBe(text);
  });

  test("a reason is the report's sentence, else the common one, else its code as words", () => {
    expect(reasonText("X", { X: "Because." })).toBe("Because.");
    expect(reasonText("NO_RULE", {})).toMatch(/silence is never consent/);
    expect(reasonText("SOME_CODE", {})).toBe("Some code");
    expect(reasonText("constructor", {})).toBe("Constructor");
    expect(fromCode("chat-history")).toBe("Chat history");
  });

  test("instants are UTC and ISO, whatever they are", () => {
    const at = Date.UTC(2026, 2, 9, 23, 59);
    expect(dateText(at)).toBe("2026-03-09");
    expect(timeText(at)).toBe("2026-03-09 23:59 UTC");
    expect([Number.NaN, Number.POSITIVE_INFINITY, 9e15, null, undefined].map(dateText)).toEqual(
      Array(5).fill("–"),
    );
    expect(monthText(monthOf(at))).toBe("2026-03");
    expect(distanceText(at + 5 * 365.25 * 86_400_000, at)).toBe("in 5 years");
  });
});

test("ticks are few, round and cover the range", () => {
  for (const max of [0, 1, 3, 7, 99, 1234, 2e5]) {
    const ticks = countTicks(max);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
    expect(ticks.length).toBeLessThanOrEqual(7);
    expect(ticks.every(Number.isInteger)).toBe(true);
  }
  const labels = timeTicks(Date.UTC(2023, 5, 5), Date.UTC(2031, 1, 1), 4).map(({ label }) => label);
  expect(labels).toEqual(["2024", "2026", "2028", "2030"]);
});
