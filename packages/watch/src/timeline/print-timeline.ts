/** Timeline -> Markdown, HTML, JSON */
import { printDocument } from "@proviso/core/terms";
import { dayOf } from "../page/day.ts";
import { escapeHtml, escapeMarkdown } from "../page/escape.ts";
import { htmlTable, plainPage } from "../page/plain-page.ts";
import type { Timeline, TimelineEntry } from "./timeline.ts";
import { TIMELINE_COLUMNS, type TimelineRow, timelineRows } from "./timeline-rows.ts";

/** In percent. */
const WIDTHS = [10, 16, 27, 19, 14, 14];
const COLUMNS = TIMELINE_COLUMNS.map((name, at) => ({ name, width: WIDTHS[at] ?? 0 }));
const ABOUT =
  "Days are those on which we first saw it, in UTC. While a document is not seen, it may have changed.";

export function timelineMarkdown(timeline: Timeline): string {
  const lines = [
    `## ${escapeMarkdown(titleOf(timeline))}`,
    "",
    `| ${TIMELINE_COLUMNS.join(" | ")} |`,
    `| ${TIMELINE_COLUMNS.map(() => "---").join(" | ")} |`,
    ...timelineRows(timeline).map((row) => `| ${cellsOf(row).map(escapeMarkdown).join(" | ")} |`),
    "",
    ABOUT,
  ];
  return `${lines.join("\n")}\n`;
}

/** One file: no script, nothing from a network. */
export function timelineHtml(timeline: Timeline): string {
  const rows = timelineRows(timeline).map((row) => {
    const [day = "", ...cells] = cellsOf(row).map(escapeHtml);
    const [document = "", what = "", ...others] = cells;
    return [
      { html: `<time datetime="${day}">${day}</time>`, isHead: true },
      { html: document },
      { html: row.is === "not-seen" ? `<span class="warn">${what}</span>` : what },
      ...others.map((html) => ({ html })),
    ];
  });
  const title = titleOf(timeline);
  return plainPage(title, `<h1>${escapeHtml(title)}</h1>\n${htmlTable(ABOUT, COLUMNS, rows)}`);
}

/** Instants as ISO 8601 in UTC, and quotes whole; a field that is not known is null. */
export function timelineJson({ service, until, entries }: Timeline): string {
  const value = { service, until: instant(until), entries: entries.map(jsonOf) };
  return `${JSON.stringify(value, (_, one: unknown) => (one === undefined ? null : one), 2)}\n`;
}

function jsonOf(entry: TimelineEntry): unknown {
  const { document, at, ...rest } = entry;
  const common = { is: rest.is, document: printDocument(document), at: instant(at) };
  if (rest.is === "first-seen") return { ...common, version: rest.version };
  if (rest.is === "not-seen") {
    const { until, signal, reason, times } = rest;
    return { ...common, until: instant(until), signal, reason, times };
  }
  const { clocks, ...others } = rest;
  const { stated, inForce, isSilent } = clocks;
  return {
    ...common,
    ...others,
    stated: stated === undefined ? null : { day: dayOf(stated.at), quote: stated.quote },
    inForce:
      inForce === undefined
        ? null
        : inForce.is === "day"
          ? { is: "day", day: dayOf(inForce.at), quote: inForce.quote }
          : {
              is: "per-account",
              latest: inForce.latest === undefined ? null : dayOf(inForce.latest),
              quote: inForce.quote,
            },
    isSilent,
  };
}

function instant(at: number | undefined): string | null {
  return at === undefined || Number.isNaN(new Date(at).getTime()) ? null : new Date(at).toISOString();
}

function titleOf({ service, until }: Timeline): string {
  return `${service}: what became of its terms, up to ${dayOf(until)}`;
}

function cellsOf({ day, document, what, user, dates, notice }: TimelineRow): readonly string[] {
  return [day, document, what, user, dates, notice];
}
