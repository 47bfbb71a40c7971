import type TurndownService from "turndown";
import type { DomDocument, DomElement } from "./dom.ts";

const PRESENTATION = "presentation";

/**
 * Marks tables that only arrange a page: those around other tables and those of one column. Their cells are
 * read as blocks, one after another.
 */
export function markLayoutTables(document: DomDocument): void {
  for (const table of document.querySelectorAll("table")) {
    if (table.querySelector("table") !== null || !hasColumns(table)) table.setAttribute("role", PRESENTATION);
  }
}

/** Tables in GitHub's flavour of Markdown. What stands in a cell becomes one line, for that is all it allows. */
export function addTables(service: TurndownService): void {
  service.addRule("cell", {
    filter: ["td", "th"],
    replacement: (content, node) => (isLayout(node) ? `\n\n${content.trim()}\n\n` : ` ${oneLine(content)} |`),
  });
  service.addRule("row", {
    filter: "tr",
    replacement: (content, node) => (isLayout(node) ? content : `|${content.replaceAll("\n", "")}\n`),
  });
  service.addRule("part", {
    filter: ["thead", "tbody", "tfoot", "caption"],
    replacement: (content, node) => (node.nodeName === "CAPTION" ? `\n\n${content.trim()}\n\n` : content),
  });
  service.addRule("table", {
    filter: "table",
    replacement: (content, node) =>
      isLayout(node) ? `\n\n${content}\n\n` : `\n\n${withHeader(content, node as unknown as DomElement)}\n\n`,
  });
}

function hasColumns(table: DomElement): boolean {
  for (const row of table.querySelectorAll("tr")) {
    if (row.querySelectorAll("td, th").length > 1) return true;
  }
  return false;
}

function isLayout(node: unknown): boolean {
  const role = (node as DomElement).closest("table")?.getAttribute("role");
  return role === PRESENTATION || role === "none";
}

/** A table must begin with a header; one without gets an empty one, not its first row's facts. */
function withHeader(content: string, table: DomElement): string {
  const lines = content.split("\n").filter((line) => line.trim() !== "");
  const captions = lines.filter((line) => !line.startsWith("|"));
  const rows = lines.filter((line) => line.startsWith("|"));
  const [first] = table.querySelectorAll("tr");
  if (first === undefined || rows.length === 0) return lines.join("\n\n");
  const columns = first.querySelectorAll("td, th").length;
  const isHeaded = first.querySelector("th") !== null || first.closest("thead") !== null;
  const border = `|${" --- |".repeat(columns)}`;
  const header = isHeaded ? [rows[0] ?? "", border] : [`|${"  |".repeat(columns)}`, border];
  return [...captions, ...(captions.length > 0 ? [""] : []), ...header, ...rows.slice(isHeaded ? 1 : 0)].join(
    "\n",
  );
}

function oneLine(content: string): string {
  return content
    .split("\n")
    .map((line) => line.trim().replace(/^(?:#{1,6}|[-*>]|\d{1,3}\.) +/, ""))
    .filter((line) => line !== "")
    .join(" ")
    .replaceAll("|", "\\|");
}
