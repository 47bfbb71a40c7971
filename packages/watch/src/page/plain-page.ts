/** Title x body -> **a page** in one file: no script, nothing from a network, light and dark, wide and narrow */
import { createHash } from "node:crypto";
import { escapeHtml } from "./escape.ts";

/** On a narrow screen each row is a block, and each cell says which column it is of. */
const STYLE = `
:root { color-scheme: light dark; --line: #c8ccd0; --soft: #5a6066; --back: #fff; --text: #16191c; --warn: #8a4b00; }
@media (prefers-color-scheme: dark) {
  :root { --line: #43484e; --soft: #a9b0b7; --back: #14171a; --text: #e8eaed; --warn: #f0b060; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 75rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.25; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
caption { text-align: left; color: var(--soft); padding-bottom: .75rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); }
thead th { border-top: 0; }
time { white-space: nowrap; }
blockquote { margin: 0; padding-left: .6rem; border-left: .2rem solid var(--line); }
.soft { color: var(--soft); }
.warn { color: var(--warn); }
@media (max-width: 45rem) {
  table, tbody, tr, th, td, caption { display: block; }
  colgroup { display: none; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border-top: 2px solid var(--line); padding: .5rem 0; }
  th, td { border: 0; padding: .2rem 0; }
  td::before { content: attr(data-column); display: block; font-size: .85rem; color: var(--soft); }
  td:empty { display: none; }
}
`;

/** @param body HTML in which all that others wrote is escaped */
export function plainPage(title: string, body: string): string {
  const hash = createHash("sha256").update(STYLE).digest("base64");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

export interface Cell {
  /** HTML. */
  readonly html: string;
  readonly isHead?: boolean;
}

export interface Column {
  readonly name: string;
  /** Share of the width on a wide screen, in percent. */
  readonly width: number;
}

/** With roles, since a row that is shown as a block would else be no row to a screen reader. */
export function htmlTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): string {
  const heads = columns
    .map(({ name }) => `<th scope="col" role="columnheader">${escapeHtml(name)}</th>`)
    .join("");
  return [
    `<table role="table">`,
    `<caption>${escapeHtml(caption)}</caption>`,
    `<colgroup>${columns.map(({ width }) => `<col width="${width}%">`).join("")}</colgroup>`,
    `<thead role="rowgroup"><tr role="row">${heads}</tr></thead>`,
    `<tbody role="rowgroup">`,
    ...rows.map(
      (cells) =>
        `<tr role="row">${cells.map((cell, at) => cellText(cell, columns[at]?.name ?? "")).join("")}</tr>`,
    ),
    "</tbody>",
    "</table>",
  ].join("\n");
}

function cellText({ html, isHead = false }: Cell, column: string): string {
  return isHead
    ? `<th scope="row" role="rowheader">${html}</th>`
    : `<td role="cell" data-column="${escapeHtml(column)}">${html}</td>`;
}
