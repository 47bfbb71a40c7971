/**
 * Visible lines -> **Furnished** -> measure: what is the document's, and what is the page's around it
 *
 * A line is the page's only if the whole of it is known as such, if it is a link to a heading of the
 * same page, or if it stands in a list of links under a heading that is known. All else is the document's.
 */
import { BANNER_MARKS, BANNER_STARTS, FURNITURE_LINES } from "./data/page-words.ts";
import type { VisibleLine } from "./visible.ts";

export interface Furnished {
  /** The document's lines; years of copyright notices are out. */
  readonly lines: readonly Pick<VisibleLine, "text">[];
  /** `cookie banner: accept all`, in the order of the page; each at most 100 code units. */
  readonly furniture: readonly string[];
}

const MAX_LINE = 120;
const MAX_BANNER = 600;
const MAX_SHOWN = 100;
const KINDS = new Map(
  Object.entries(FURNITURE_LINES).flatMap(([kind, lines]) =>
    lines.map((line): [string, string] => [line, kind]),
  ),
);
/** Headings that a list of links may stand under. */
const LISTS: ReadonlySet<string> = new Set(["table of contents", "related links", "navigation"]);
/** Words that are furniture only beside a line that is: an answer may stand in a table of the document. */
const SHORT_ANSWERS: ReadonlySet<string> = new Set([
  "yes",
  "no",
  "contents",
  "company",
  "products",
  "support",
]);
const YEAR = /(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/g;

export function furnished(lines: readonly VisibleLine[]): Furnished {
  const seen = lines.filter(({ text }) => text.trim() !== "");
  const kinds = seen.map(({ text }) => kindOf(text));
  markLists(seen, kinds);
  markBanners(seen, kinds);
  unmarkAnswers(seen, kinds);
  const kept: Pick<VisibleLine, "text">[] = [];
  const furniture: string[] = [];
  for (const [index, line] of seen.entries()) {
    const kind = kinds[index];
    if (kind !== undefined) {
      furniture.push(`${kind}: ${bare(line.text.slice(0, MAX_LINE))}`.slice(0, MAX_SHOWN));
      continue;
    }
    const notice = withoutYears(line.text);
    if (notice !== undefined)
      furniture.push(`year of a copyright notice: ${bare(line.text.slice(0, MAX_LINE))}`.slice(0, MAX_SHOWN));
    if (line.hasToken)
      furniture.push(
        `token of a session or build: ${bare(line.text.slice(0, MAX_LINE))}`.slice(0, MAX_SHOWN),
      );
    kept.push(notice === undefined ? line : { text: notice });
  }
  return { lines: kept, furniture };
}

function kindOf(text: string): string | undefined {
  if (text.length > MAX_LINE) return undefined;
  return KINDS.get(bare(text).replace(/[0-9]+(?:[.,][0-9]+)*k?/g, "#"));
}

/** Without signs of lists, headings and emphasis around it, nor a stop at its end. */
function bare(text: string): string {
  return text
    .replace(/[*_`|#\\]/g, "")
    .replace(/^[\s>•·+\-–—]+/, "")
    .replace(/[\s.:?!>›»→·-]+$/, "")
    .replace(/\s+/g, " ");
}

/** Links alone on their lines: under a known heading, or to headings of the same page. */
function markLists(lines: readonly VisibleLine[], kinds: (string | undefined)[]): void {
  let under: string | undefined;
  for (const [index, line] of lines.entries()) {
    const own = kinds[index];
    if (own !== undefined && LISTS.has(own)) under = own === "navigation" ? "related links" : own;
    else if (!line.isLinks) under = undefined;
    else if (line.targets.length > 0 && line.targets.every((target) => target.startsWith("#"))) {
      kinds[index] = "table of contents";
    } else if (under !== undefined && own === undefined) kinds[index] = under;
  }
}

/** The text of a cookie banner: right before its buttons, and it speaks of clicking. */
function markBanners(lines: readonly VisibleLine[], kinds: (string | undefined)[]): void {
  for (const [index, { text }] of lines.entries()) {
    if (kinds[index] !== undefined || kinds[index + 1] !== "cookie banner" || text.length > MAX_BANNER)
      continue;
    const shown = bare(text);
    if (
      BANNER_STARTS.some((start) => shown.startsWith(start)) &&
      BANNER_MARKS.some((mark) => shown.includes(mark))
    )
      kinds[index] = "cookie banner";
  }
}

function unmarkAnswers(lines: readonly VisibleLine[], kinds: (string | undefined)[]): void {
  for (const [index, { text }] of lines.entries()) {
    if (kinds[index] === undefined || !SHORT_ANSWERS.has(bare(text))) continue;
    const isBeside = [index - 1, index + 1].some((near) => {
      const other = lines[near];
      return other !== undefined && kinds[near] !== undefined && !SHORT_ANSWERS.has(bare(other.text));
    });
    if (!isBeside) kinds[index] = undefined;
  }
}

/** A copyright notice without its years, or undefined if the line is none. */
function withoutYears(text: string): string | undefined {
  if (text.length > MAX_LINE || !/^\W{0,6}(?:©|\(c\)|copyright\b)/.test(text)) return undefined;
  const without = text.replace(YEAR, "");
  return without === text ? undefined : without;
}
