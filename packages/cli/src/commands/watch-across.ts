/**
 * `proviso watch compare`, `timeline`: one axis of all services, and one service through time
 */
import { ProvisoError } from "@proviso/core";
import { AXES, type Axis } from "@proviso/core/terms";
import {
  Archive,
  type CompareTable,
  compareAxis,
  compareCsv,
  compareHtml,
  compareMarkdown,
  compareRows,
  type Timeline,
  timelineHtml,
  timelineJson,
  timelineMarkdown,
  timelineOf,
  timelineRows,
} from "@proviso/watch";
import { print } from "../output/stdout.ts";
import { hang } from "../terminal/layout.ts";
import { EXIT } from "../terminal/print-error.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { counted, dateText } from "../terminal/words.ts";
import type { Context } from "./options.ts";
import type { AcrossOptions } from "./watch-options.ts";

export async function watchCompare(
  { terminal, now }: Context,
  typed: string,
  options: AcrossOptions,
): Promise<number> {
  const { at = now, service: services, format } = options;
  const archive = await Archive.open(options.archive, { write: false });
  const table = await compareAxis(archive, axisOf(typed), { at, services });
  const forms = {
    text: (one: CompareTable) => compareText(one, terminal),
    markdown: compareMarkdown,
    html: compareHtml,
    csv: compareCsv,
  };
  await print(terminal.json ? `${JSON.stringify(table)}\n` : forms[format](table));
  return EXIT.ok;
}

export async function watchTimeline(
  { terminal, now }: Context,
  service: string,
  { archive: folder, format }: AcrossOptions,
): Promise<number> {
  const archive = await Archive.open(folder, { write: false });
  const timeline = await timelineOf(archive, service, now);
  if (terminal.json) await print(timelineJson(timeline));
  else if (format === "html") await print(timelineHtml(timeline));
  else if (format === "markdown") await print(timelineMarkdown(timeline));
  else await print(timelineText(timeline, terminal));
  return EXIT.ok;
}

/** @throws ProvisoError USAGE */
function axisOf(typed: string): Axis {
  const axis = AXES.find((one) => one === typed);
  if (axis !== undefined) return axis;
  throw new ProvisoError("USAGE", `\`${typed}\` is no axis`, { hint: `one of ${AXES.join(", ")}` });
}

function compareText(table: CompareTable, { out, columns }: Terminal): string {
  const lines = [`${out.bold(table.axis)}, as of ${dateText(table.at)}`];
  let last = "";
  for (const { document, is, says, quote, seen, sight, note } of compareRows(table)) {
    if (document !== last) {
      lines.push("", `${out.bold(printable(document))}${seen === "" ? "" : out.dim(` text of ${seen}`)}`);
      if (sight !== "") lines.push(...hang("  ", out.yellow(printable(sight)), columns));
      last = document;
    }
    const said = is === "fact" ? says : out.dim(says);
    lines.push(...hang("  - ", `${printable(said)}${note === "" ? "" : ` (${note})`}`, columns));
    if (quote !== "") lines.push(...hang("    ", out.dim(`“${printable(quote)}”`), columns));
  }
  return `${lines.join("\n")}\n`;
}

function timelineText(timeline: Timeline, { out, columns }: Terminal): string {
  const lines = [`${out.bold(printable(timeline.service))}, until ${dateText(timeline.until)}`];
  for (const { day, document, what, user, dates, notice } of timelineRows(timeline)) {
    lines.push("", `${out.bold(day)}  ${printable(document)}`, ...hang("  ", printable(what), columns));
    for (const line of [user, dates, notice].filter((one) => one !== "")) {
      lines.push(...hang("  ", out.dim(printable(line)), columns));
    }
  }
  lines.push("", counted(timeline.entries.length, "entry", "entries"));
  return `${lines.join("\n")}\n`;
}
