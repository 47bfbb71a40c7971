/**
 * A terms document in Markdown -> the clause a citation names, in the form that is fingerprinted
 *
 * The same clause must give the same text however the page was marked up on the day it was read:
 * links, emphasis, escapes and spacing are taken away, words and capitals never. No hashing here.
 */
import { ProvisoError } from "../errors.ts";

/** One section of a document: its headings from the outermost in, and its own text with all below it. */
export interface Clause {
  readonly path: readonly string[];
  readonly text: string;
}

/** Separates headings in a section path: `4. Your Data > How we use Your Data`. */
export const PATH_SEPARATOR = " > ";

/** Longer bold openings are sentences in bold, not titles. */
const LONGEST_TITLE = 100;
const DEEPEST_HEADING = 6;
const BOLD_LEVEL = DEEPEST_HEADING + 1;
const NUMBER_LEVEL = BOLD_LEVEL + 1;

/** Joiners and soft hyphens that publishers scatter in link texts; no reader sees them. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/**
 * Plain words of a stretch of Markdown: NFKC, one space between words, links as their text.
 * Linear also on hostile input: a link text holds no bracket, an address has an end.
 */
export function normaliseClause(markdown: string): string {
  return markdown
    .replace(/^[ \t]*(?:=+|-{2,}|(?:[-*_] ?){3,})[ \t]*$/gm, " ")
    .replace(/!\[[^[\]]*\]\([^)]{0,2000}\)/g, " ")
    .replace(/\[([^[\]]*)\]\((?:[^()]|\([^()]{0,2000}\)){0,2000}\)/g, "$1")
    .replace(/^[ \t]*(?:#{1,6}|>|[*+-])[ \t]+/gm, " ")
    .replace(/\\([^\p{L}\p{N}\s])/gu, "$1")
    .replace(/\*{1,4}|(?<![\p{L}\p{N}])_{1,2}|_{1,2}(?![\p{L}\p{N}])/gu, "")
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * All sections, in the order of the document. Headings are Markdown headings of either style,
 * then paragraphs that open with a short title in bold, then paragraphs that open with a number
 * such as `4.3`. A section without text of its own is its heading alone.
 */
export function clausesOf(markdown: string): readonly Clause[] {
  const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
  const heads = lines.flatMap((_, index) => headAt(lines, index) ?? []);
  const open: Head[] = [];
  return heads.map((current, position) => {
    while ((open.at(-1)?.level ?? 0) >= current.level) open.pop();
    open.push(current);
    let following = position + 1;
    while ((heads[following]?.level ?? 0) > current.level) following += 1;
    const next = heads[following];
    return {
      path: open.map((one) => one.title),
      text: normaliseClause(lines.slice(current.line, next?.line).join("\n")),
    };
  });
}

/**
 * The normalised text of the section with this path. Outer headings may be left out, so `Retention`
 * finds `Privacy policy > 4. Data > Retention`.
 * @throws ProvisoError NOT_FOUND where there is none, USAGE where the path fits several different texts
 */
export function clauseAt(markdown: string, path: string): string {
  const wanted = path.split(PATH_SEPARATOR).map((title) => normaliseClause(title));
  const found = clausesOf(markdown).filter((clause) => isAt(clause.path, wanted));
  const texts = new Set(found.map((clause) => clause.text));
  const [text] = texts;
  if (text === undefined) throw new ProvisoError("NOT_FOUND", `no section \`${path}\``);
  if (texts.size > 1) {
    throw new ProvisoError("USAGE", `\`${path}\` names ${texts.size} different sections`, {
      hint: `write an outer heading before it: ${found.map((clause) => `\`${clause.path.join(PATH_SEPARATOR)}\``).join(", ")}`,
    });
  }
  return text;
}

interface Head {
  readonly line: number;
  readonly level: number;
  readonly title: string;
}

function headAt(lines: readonly string[], index: number): Head | undefined {
  const line = lines[index] ?? "";
  if (line.trim() === "") return undefined;
  const atx = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (atx) return head(index, atx[1]?.length ?? 1, atx[2] ?? "");

  const underline = /^\s*(=+|-{2,})\s*$/.exec(lines[index + 1] ?? "");
  if (underline) return head(index, underline[1]?.startsWith("=") ? 1 : 2, line);

  const bold = /^\s*(?:[*+-]\s+)?\*{2,4}([^*]+?)\*{2,4}/.exec(line);
  if (bold && (bold[1] ?? "").length <= LONGEST_TITLE) return head(index, BOLD_LEVEL, bold[1] ?? "");

  const number = /^\s*(?:[*+-]\s+)?(\d+(?:\\?\.\d+)+)(?=\\?\.?\s)/.exec(line);
  return number ? head(index, NUMBER_LEVEL, number[1] ?? "") : undefined;
}

function head(line: number, level: number, text: string): Head | undefined {
  // A heading inside a list carries the list's own marker: `3.  2\. How we use your data`.
  const title = normaliseClause(text.replace(/^\s*(?:[*+-]|\d+\.)\s{2,}/, ""))
    .replace(/[.:]$/, "")
    .trim();
  return title === "" ? undefined : { line, level, title };
}

/** The last title must be the wanted one; the others must enclose it in this order. */
function isAt(path: readonly string[], wanted: readonly string[]): boolean {
  const last = wanted.at(-1)?.replace(/[.:]$/, "");
  if (path.at(-1) !== last) return false;
  let from = 0;
  return wanted.slice(0, -1).every((title) => {
    const at = path.slice(0, -1).indexOf(title.replace(/[.:]$/, ""), from);
    from = at + 1;
    return at >= 0;
  });
}
