/** One axis across vendors: what is said, not found, or not visible, in every form of print. */
import { rmSync } from "node:fs";
import { AXES, AXIS_VALUES, type Axis, type AxisValues, type DocumentName } from "@proviso/core/terms";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Archive } from "../src/archive/open-archive.ts";
import { compareAxis } from "../src/compare/compare-axis.ts";
import { compareRows } from "../src/compare/compare-rows.ts";
import type { ComparedFact, CompareTable } from "../src/compare/compare-table.ts";
import { FIELD_PHRASES } from "../src/compare/data/phrases.ts";
import { compareCsv, compareHtml, compareMarkdown } from "../src/compare/print-compare.ts";
import { sayValues } from "../src/compare/say-values.ts";
import { toldArchive } from "./told-archive.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const day = (count: number): number => START + count * DAY;
const named = (service: string, type = "Terms of Service"): DocumentName => ({ service, type });

function terms(service: string, ...clauses: readonly string[]): string {
  return [
    `# Terms of ${service}`,
    "You keep all rights to what you write, and you may close your account at any time.",
    ...clauses,
    "These terms are governed by the law of the country in which you live, and its courts decide.",
  ].join("\n\n");
}
const days = (count: number): string =>
  `We keep your conversations for ${count} days after you delete them, and then they are erased.`;

let archive: Archive;
beforeAll(async () => {
  archive = await toldArchive([
    { document: named("Beta"), at: day(0), text: terms("Beta", days(30), "## More", days(30)) },
    { document: named("Alpha"), at: day(0), text: terms("Alpha", days(60)) },
    { document: named("Alpha", "Privacy Policy"), at: day(0), text: terms("Alpha privacy") },
    { document: named("Gamma"), at: day(0), outcome: "refused", signal: "robots" },
    { document: named("Alpha"), at: day(5), text: terms("Alpha", days(90)) },
    { document: named("Beta"), at: day(5), outcome: "failed", signal: "timeout" },
    {
      document: named("Alpha", "Privacy Policy"),
      at: day(5),
      outcome: "doubt",
      signal: "extractors-disagree",
    },
    { document: named("Alpha", "Privacy Policy"), at: day(5), outcome: "unchanged" },
    { document: named("Delta"), at: day(2), text: terms("Delta", days(10)), written: day(300) },
  ]);
});
afterAll(async () => {
  await archive.close();
  rmSync(archive.folder, { recursive: true, force: true });
});

const rowsAt = async (at: number, services?: readonly string[]): Promise<readonly (readonly string[])[]> =>
  compareRows(await compareAxis(archive, "retention", { at, services })).map(
    ({ document, is, says, seen, sight, note }) => [
      document.replace("/Terms of Service", ""),
      is,
      says,
      seen,
      [sight, note].filter(Boolean).join(" | "),
    ],
  );

describe("a table", () => {
  it("says what is said, not found, in doubt, and not visible", async () => {
    expect(await rowsAt(day(6))).toEqual([
      [
        "Alpha/Privacy Policy",
        "not-found",
        "not found in the text",
        "2026-01-01",
        "in doubt since 2026-01-06: reason of extractors-disagree",
      ],
      ["Alpha", "fact", "conversations: at most 90 days; from deletion", "2026-01-06", ""],
      ["Beta", "not-visible", "not visible", "2026-01-01", "not seen since 2026-01-06: reason of timeout"],
      [
        "Beta",
        "fact",
        "conversations: at most 30 days; from deletion",
        "2026-01-01",
        "not seen since 2026-01-06: reason of timeout | as it was when it was last seen; said in 2 sentences",
      ],
      ["Delta", "fact", "conversations: at most 10 days; from deletion", "2026-01-03", ""],
      ["Gamma", "not-visible", "not visible", "", "not seen since 2026-01-01: reason of robots"],
    ]);
  });

  it("is of the time that is asked for, and of the services", async () => {
    expect(await rowsAt(day(1), ["alpha", "Delta"])).toEqual([
      ["Alpha/Privacy Policy", "not-found", "not found in the text", "2026-01-01", ""],
      ["Alpha", "fact", "conversations: at most 60 days; from deletion", "2026-01-01", ""],
      ["Delta", "not-visible", "not visible", "", "not seen: it was not looked at by then"],
    ]);
  });

  it("says when nobody looked for long, and what was said then", async () => {
    const [row] = await rowsAt(day(40), ["Delta"]);
    expect(row?.[1]).toBe("fact");
    expect(row?.[4]).toMatch(/^in doubt since 2026-01-10: no good look for 38 days/);
  });

  it("quotes what stands in the text", async () => {
    const { documents } = await compareAxis(archive, "retention", { at: day(6) });
    for (const { document, facts, text } of documents) {
      const { version } = await archive.latest(document);
      if (version === undefined) continue;
      expect(text?.version).toBe(version.version);
      const markdown = await archive.readVersion(version);
      for (const { quote, start, end } of facts) expect(markdown.slice(start, end)).toBe(quote);
    }
  });

  it("is asked for of a service that is there", async () => {
    await expect(compareAxis(archive, "retention", { at: day(6), services: ["Alpa"] })).rejects.toMatchObject(
      {
        code: "NOT_FOUND",
        hint: "it has Alpha, Beta, Delta, Gamma",
      },
    );
  });
});

describe("values in words", () => {
  it.each<[Axis, AxisValues, string]>([
    [
      "retention",
      { period: "P5Y", if: "training-allowed", start: "collection" },
      "5 years if training is allowed; from collection",
    ],
    [
      "retention",
      { copy: "backend", bound: "at-most", period: "P1Y6M" },
      "copies in the back end: at most 1 year 6 months",
    ],
    ["retention", { copy: "logs" }, "logs"],
    [
      "training-use",
      { use: "permitted", data: "conversations", unless: "opt-out" },
      "conversations may be used for training unless users opt out",
    ],
    [
      "training-use",
      { use: "not-permitted", who: "business", model: "general" },
      "data of business customers may not be used to train the vendor's models",
    ],
    ["choice", { of: "training", default: "on", path: "settings" }, "training on by default in the settings"],
    ["children", { minimumAge: 13, regions: "EU,US" }, "from the age of 13 in EU, US"],
    ["sharing", { with: "service-providers", sale: "no" }, "with service providers; not sold"],
    ["effective-date", { is: "day", day: "2025-09-28" }, "on a day 2025-09-28"],
    ["other", { topic: "arbitration", more: true }, "arbitration; more: yes"],
    ["human-review", {}, ""],
  ])("%s %j", (axis, values, said) => {
    expect(sayValues(axis, values)).toBe(said);
  });

  it("has a phrase for every field, and says every value differently", () => {
    for (const axis of AXES) {
      for (const [field, set] of Object.entries(AXIS_VALUES[axis])) {
        const words = "words" in set ? set.words : ["2025-09-28"];
        const said = words.map((word) => sayValues(axis, { [field]: word }));
        expect(FIELD_PHRASES[axis].map(([known]) => known)).toContain(field);
        expect(said.filter((one) => one === "" || one.includes("{}"))).toEqual([]);
        expect(new Set(said).size).toBe(words.length);
      }
    }
  });
});

const EVIL = [
  '=HYPERLINK("http://x")',
  "<script>alert(1)</script>",
  "a|b\nc",
  "+1",
  " @x",
  "[x](javascript:1)",
  '"',
  "'=1",
];

function tableOf(quotes: readonly string[]): CompareTable {
  const facts = quotes.map((quote): ComparedFact => {
    const more = { start: 0, end: quote.length, confidence: 1, basis: "rule", times: 1 } as const;
    return { axis: "other", values: { topic: quote }, says: quote, quote, ...more };
  });
  const text = { version: "a", at: START };
  return {
    axis: "other",
    at: START,
    documents: [{ document: named("=A"), sight: { is: "seen" }, text, facts }],
  };
}

/** As RFC 4180 has it. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

describe("prints", () => {
  it("as a page without anything of the text's own", () => {
    const html = compareHtml(tableOf(EVIL));
    const { document } = parseHTML(html);
    expect(document.querySelectorAll("script, a, img, link")).toHaveLength(0);
    expect([...document.querySelectorAll("blockquote")].map((one) => one.textContent)).toEqual(
      EVIL.map((one) => one.replace("\n", " ").trim()),
    );
    expect(document.querySelectorAll("thead [role=columnheader][scope=col]")).toHaveLength(5);
    expect(document.querySelectorAll("tbody [role=rowheader][scope=row]")).toHaveLength(EVIL.length);
    expect(document.querySelector("html")?.getAttribute("lang")).toBe("en");
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).not.toMatch(/https?:(?!\/\/x)/);
  });

  it("as Markdown, a line for each row", () => {
    const lines = compareMarkdown(tableOf(EVIL)).split("\n");
    expect(lines.filter((line) => line.startsWith("| "))).toHaveLength(EVIL.length + 2);
    for (const line of lines.filter((one) => one.startsWith("| "))) {
      expect(line.replace(/\\./g, "").split("|")).toHaveLength(7);
      expect(line.replace(/\\./g, "")).not.toMatch(/[<>[\]]/);
    }
  });

  it("as CSV that is read back, and runs nothing", () => {
    const property = fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.constantFrom(...EVIL),
          fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",; ') }),
        ),
      ),
      (quotes) => {
        const table = tableOf(quotes);
        const rows = readCsv(compareCsv(table));
        expect(rows).toHaveLength(Math.max(1, quotes.length) + 1);
        for (const [at, row] of rows.entries()) {
          expect(row).toHaveLength(9);
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
          const wanted = compareRows(table)[at - 1];
          if (wanted !== undefined) expect(row[5]?.replace(/^'(?='*\s*[=+\-@])/, "")).toBe(wanted.quote);
        }
      },
    );
    fc.assert(property);
  });
});
