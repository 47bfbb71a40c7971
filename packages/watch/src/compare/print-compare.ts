/** CompareTable -> Markdown, HTML, CSV */
import { dayOf } from "../page/day.ts";
import { escapeHtml, escapeMarkdown } from "../page/escape.ts";
import { htmlTable, plainPage } from "../page/plain-page.ts";
import { COMPARE_COLUMNS, type CompareRow, compareRows } from "./compare-rows.ts";
import type { CompareTable } from "./compare-table.ts";

/** In percent. */
const WIDTHS = [18, 24, 34, 9, 15];
const COLUMNS = COMPARE_COLUMNS.map((name, at) => ({ name, width: WIDTHS[at] ?? 0 }));
const ABOUT =
  "Not found in the text: no sentence was read as saying it; that is not a no. Not visible: the document could not be seen.";

export function compareMarkdown(table: CompareTable): string {
  const lines = [
    `## ${titleOf(table)}`,
    "",
    `| ${COMPARE_COLUMNS.join(" | ")} |`,
    `| ${COMPARE_COLUMNS.map(() => "---").join(" | ")} |`,
    ...rowsToRead(table).map((row) => `| ${cellsOf(row).map(escapeMarkdown).join(" | ")} |`),
    "",
    ABOUT,
  ];
  return `${lines.join("\n")}\n`;
}

/** One file: no script, nothing from a network. */
export function compareHtml(table: CompareTable): string {
  const rows = rowsToRead(table).map((row) => {
    const [document = "", says = "", quote = "", seen = "", note = ""] = cellsOf(row).map(escapeHtml);
    return [
      { html: document, isHead: true },
      {
        html:
          row.is === "fact"
            ? says
            : `<span class="${row.is === "not-found" ? "soft" : "warn"}">${says}</span>`,
      },
      { html: quote === "" ? "" : `<blockquote>${quote}</blockquote>` },
      { html: seen === "" ? "" : `<time datetime="${seen}">${seen}</time>` },
      { html: note === "" ? "" : `<span class="soft">${note}</span>` },
    ];
  });
  const title = titleOf(table);
  return plainPage(title, `<h1>${escapeHtml(title)}</h1>\n${htmlTable(ABOUT, COLUMNS, rows)}`);
}

const CSV_COLUMNS = [
  "service",
  "document",
  "axis",
  "standing",
  "says",
  "quote",
  "text_seen",
  "sight",
  "note",
] as const;

/** RFC 4180, with a head line. */
export function compareCsv(table: CompareTable): string {
  const rows = compareRows(table).map(({ service, document, is, says, quote, seen, sight, note }) =>
    [service, document, table.axis, is, says, quote, seen, sight, note].map(csvCell),
  );
  return [CSV_COLUMNS, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** A sign at its start that a spreadsheet would run as a formula is disarmed, also behind spaces. One `'` less gives the text. */
function csvCell(text: string): string {
  const safe = /^'*\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function titleOf({ axis, at }: CompareTable): string {
  return `${axis} on ${dayOf(at)}`;
}

/** What holds for the document is said once, in its first row. */
function rowsToRead(table: CompareTable): readonly CompareRow[] {
  return compareRows(table).map((row, at, all) =>
    all[at - 1]?.document === row.document ? { ...row, sight: "" } : row,
  );
}

function cellsOf({ document, says, quote, seen, sight, note }: CompareRow): readonly string[] {
  return [document, says, quote, seen, [sight, note].filter(Boolean).join("; ")];
}
