/**
 * A Markdown file -> **Document**: its headings, links, fenced blocks and tables, with their lines
 *
 * Reads what these docs use, not all of Markdown. What stands in a fenced block or in code is text.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Heading {
  readonly line: number;
  readonly level: number;
  readonly text: string;
  /** As GitHub makes it, with `-1`, `-2` where a heading comes again. */
  readonly anchor: string;
}

export interface Link {
  readonly line: number;
  readonly target: string;
}

export interface Fence {
  /** Of the first line inside. */
  readonly line: number;
  /** What follows the backticks: language, then marks of ours. */
  readonly info: string;
  readonly lines: readonly string[];
}

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Document {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly lines: readonly string[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly fences: readonly Fence[];
  /** Rows of tables, without heads, by the line of the table's head. */
  readonly tables: ReadonlyMap<number, readonly Row[]>;
}

const FENCE = /^\s*(`{3,}|~{3,})\s*(.*)$/;
const LINK = /\[(?:[^\][]|\[[^\]]*\])*\]\(<?([^()\s>]+)>?(?:\s+"[^"]*")?\)/g;
const RULE = /^\s*\|(?:\s*:?-{3,}:?\s*\|)+\s*$/;

export function readDocument(root: string, file: string): Document {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  const headings: Heading[] = [];
  const links: Link[] = [];
  const fences: Fence[] = [];
  const tables = new Map<number, Row[]>();
  const anchors = new Map<string, number>();
  let fence: { mark: string; line: number; info: string; lines: string[] } | undefined;
  let table: Row[] | undefined;
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line);
    if (fence !== undefined) {
      if (mark?.[1]?.startsWith(fence.mark) && mark[2] === "") {
        fences.push(fence);
        fence = undefined;
      } else fence.lines.push(line);
      continue;
    }
    if (mark?.[1] !== undefined) {
      fence = { mark: mark[1], line: index + 2, info: mark[2] ?? "", lines: [] };
      continue;
    }
    const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    if (heading?.[1] !== undefined && heading[2] !== undefined) {
      const anchor = anchorOf(heading[2], anchors);
      headings.push({ line: index + 1, level: heading[1].length, text: heading[2], anchor });
    }
    for (const [, target = ""] of withoutCode(line).matchAll(LINK)) links.push({ line: index + 1, target });
    if (RULE.test(lines[index + 1] ?? "")) {
      table = [];
      tables.set(index + 1, table);
    } else if (!line.trimStart().startsWith("|")) table = undefined;
    else if (!RULE.test(line)) table?.push({ line: index + 1, cells: cellsOf(line) });
  }
  return { file, lines, headings, links, fences, tables };
}

/** Code spans blanked: a link inside one is text. A link's own text may be code. */
function withoutCode(line: string): string {
  return line.replace(/(?<!\[)`[^`]*`(?!\])/g, (code) => " ".repeat(code.length));
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

function anchorOf(heading: string, seen: Map<string, number>): string {
  const base = heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
  const times = seen.get(base) ?? 0;
  seen.set(base, times + 1);
  return times === 0 ? base : `${base}-${times}`;
}
