/** A vendor's timeline: what changed, when, how it stands to what was promised, and when we saw nothing. */
import { rmSync } from "node:fs";
import type { DocumentName } from "@proviso/core/terms";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Archive } from "../src/archive/open-archive.ts";
import { timelineHtml, timelineJson, timelineMarkdown } from "../src/timeline/print-timeline.ts";
import type { NotSeen, TimelineEntry } from "../src/timeline/timeline.ts";
import { timelineOf } from "../src/timeline/timeline-of.ts";
import { timelineRows } from "../src/timeline/timeline-rows.ts";
import { type Told, toldArchive } from "./told-archive.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const TERMS: DocumentName = { service: "Example", type: "Terms of Service" };
const PRIVACY: DocumentName = { service: "Example", type: "Privacy <Policy>" };

/** Long enough that one changed sentence is no other document. */
function terms(stated: string, training: string, retention = "30 days"): string {
  return [
    "# Terms of Example",
    `Last updated: ${stated}. Effective: ${stated}.`,
    "## Notice",
    "We will notify you by post at least 30 days before changes to these terms take effect.",
    "## Training",
    training,
    "## Retention",
    `We keep your conversations for ${retention} after you delete them.`,
    "## Law",
    "These terms are governed by the law of the country in which you live, and its courts decide.",
    "You keep all rights to what you write, and you may close your account at any time.",
  ].join("\n\n");
}
const OFF = "We do not use your conversations to train our models.";
const ON = "We use your conversations to train our models unless you opt out in your settings.";

async function told<T>(records: readonly Told[], use: (archive: Archive) => Promise<T>): Promise<T> {
  const archive = await toldArchive(records);
  try {
    return await use(archive);
  } finally {
    await archive.close();
    rmSync(archive.folder, { recursive: true, force: true });
  }
}

const day = (count: number): number => START + count * DAY;
const entriesOf = async (records: readonly Told[], until: number): Promise<readonly TimelineEntry[]> =>
  (await told(records, (archive) => timelineOf(archive, "example", until))).entries;
const stretches = async (records: readonly Told[], until: number): Promise<readonly NotSeen[]> =>
  (await entriesOf(records, until)).filter((one) => one.is === "not-seen");

const CHANGED: readonly Told[] = [
  { document: TERMS, at: day(0), text: terms("January 1, 2026", OFF) },
  { document: PRIVACY, at: day(1), text: terms("January 1, 2026", OFF).replaceAll("Terms", "Privacy") },
  { document: TERMS, at: day(3), text: terms("January 4, 2026", ON, "5 years") },
];

describe("changes", () => {
  it("come with title, direction, impact, axes, dates and notice", async () => {
    const entries = await entriesOf(CHANGED, day(4));
    expect(entries.map(({ is, at }) => [is, at])).toEqual([
      ["first-seen", day(0)],
      ["first-seen", day(1)],
      ["changed", day(3)],
    ]);
    const changed = entries[2];
    if (changed?.is !== "changed") throw new Error("it is a change");
    expect(changed.direction).toBe("worse");
    expect(changed.axes).toEqual(expect.arrayContaining(["training-use", "retention"]));
    expect(changed.impact.score).toBeGreaterThan(0);
    expect(changed.clocks.stated?.at).toBe(day(3));
    expect(changed.notice?.kept).toBe("no");
  });

  it("end with the day that is asked for", async () => {
    expect((await entriesOf(CHANGED, day(2))).map(({ is }) => is)).toEqual(["first-seen", "first-seen"]);
  });

  it("are not made of what was silenced", async () => {
    const same = terms("January 1, 2026", OFF).replaceAll("conversations", "**conversations**");
    const entries = await entriesOf(
      [
        { document: TERMS, at: day(0), text: terms("January 1, 2026", OFF) },
        { document: TERMS, at: day(1), text: same },
      ],
      day(2),
    );
    expect(entries.map(({ is }) => is)).toEqual(["first-seen"]);
  });

  it("are asked for by a name that is there", async () => {
    await told(CHANGED, async (archive) => {
      await expect(timelineOf(archive, "Exmple", day(4))).rejects.toMatchObject({
        code: "NOT_FOUND",
        hint: "it has Example",
      });
    });
  });
});

const FIRST: Told = { document: TERMS, at: day(0), text: terms("January 1, 2026", OFF) };
const look = (count: number, outcome: NonNullable<Told["outcome"]>, signal?: string): Told => ({
  document: TERMS,
  at: day(count),
  outcome,
  ...(signal === undefined ? {} : { signal }),
});

describe("stretches without sight", () => {
  it.each<[string, readonly Told[], number, readonly (readonly unknown[])[]]>([
    ["none", [FIRST, look(1, "unchanged")], 2, []],
    ["a doubt is none", [FIRST, look(1, "doubt", "extractors-disagree"), look(1, "unchanged")], 2, []],
    [
      "from the first failed look to the next good one",
      [FIRST, look(1, "failed", "timeout"), look(2, "failed", "dns"), look(3, "unchanged")],
      4,
      [[day(1), day(3), "dns", 2]],
    ],
    ["to this day", [FIRST, look(1, "refused", "robots")], 3, [[day(1), undefined, "robots", 1]]],
    [
      "what is as it was when it was seen is seen again",
      [FIRST, look(1, "unseen", "cookie-wall"), look(2, "not-modified"), look(3, "not-modified")],
      4,
      [[day(1), day(2), "cookie-wall", 1]],
    ],
    [
      "an answer as before after a broken connection is sight",
      [FIRST, look(1, "failed", "timeout"), look(2, "not-modified")],
      4,
      [[day(1), day(2), "timeout", 1]],
    ],
    [
      "nobody looked",
      [FIRST, look(20, "unchanged")],
      40,
      [
        [day(0), day(20), "stale-capture", 0],
        [day(20), undefined, "stale-capture", 0],
      ],
    ],
    [
      "a text that went to health",
      [
        FIRST,
        { document: TERMS, at: day(1), text: "Sign in." },
        look(2, "unchanged"),
        look(3, "failed", "timeout"),
      ],
      4,
      [[day(1), undefined, "timeout", 3]],
    ],
  ])("%s", async (_, records, until, expected) => {
    const found = await stretches(records, day(until));
    expect(found.map((one) => [one.at, one.until, one.signal, one.times])).toEqual(expected);
  });

  it("are not made of an import, of whose looks nothing is known", async () => {
    const imported = { ...FIRST, written: day(400) };
    expect(await stretches([imported], day(500))).toEqual([]);
  });
});

describe("prints", () => {
  it("say the same, and what others wrote stays text", async () => {
    const records = [...CHANGED, look(4, "failed", "timeout")];
    await told(records, async (archive) => {
      const timeline = await timelineOf(archive, "Example", day(5));
      const rows = timelineRows(timeline);
      expect(rows.map(({ what }) => what.slice(0, 8))).toEqual([
        "first se",
        "first se",
        "Example ",
        "not seen",
      ]);
      const { document } = parseHTML(timelineHtml(timeline));
      const cells = [...document.querySelectorAll("tbody tr")].map((row) => row.children.length);
      expect(cells).toEqual([6, 6, 6, 6]);
      expect(document.querySelector("policy")).toBeNull();
      expect(document.querySelectorAll("script, link, img")).toHaveLength(0);
      expect(document.querySelectorAll("tbody td:nth-child(2)")[1]?.textContent).toBe(
        "Example/Privacy <Policy>",
      );
      const markdown = timelineMarkdown(timeline);
      expect(markdown).toContain("Example/Privacy \\<Policy\\>");
      expect(markdown.split("\n").filter((line) => line.startsWith("| 2026"))).toHaveLength(4);
      const json = JSON.parse(timelineJson(timeline)) as { entries: { at: string; until: unknown }[] };
      expect(json.entries.map(({ at }) => at.slice(0, 10))).toEqual(rows.map((row) => row.day));
      expect(json.entries[3]?.until).toBeNull();
    });
  });
});
