/** Provisions -> **Sentence**s: each with its lead-in, headings and audience. Headings and questions are none. */
import type { Provision } from "../provisions/provision.ts";
import { sentenceStarts } from "../provisions/sentences.ts";
import { AUDIENCE_CUES } from "./data/subjects.ts";
import { firstCue } from "./rules/cues.ts";
import type { Sentence } from "./sentence.ts";

const ITEM = /^\s*(?:>\s*)?(?:[*+-]\s+)?(?:(?:[*+-]|\d{1,3}\\?[.)]|\([a-z0-9]{1,4}\)|[a-z]\\?[.)])\s+)?/i;
const HEADING_MARK = /^\s{0,3}#{1,6}\s/;
const UNDERLINE = /^[^\n]{0,400}\n\s*(?:=+|-{2,})\s*(?:\n|$)/;
const LEAD_END = /(?::|\bfollowing|\bincluding|\bto|\bfrom|\bnot|\bexcept)\s*[-–—]?$/;
const LONGEST_LEAD = 600;
/** UTF-16 code units at the beginning and the end where dates and titles stand. */
const EDGE = 6_000;
const TITLE = 400;

export function sentencesOf(markdown: string, provisions: readonly Provision[]): readonly Sentence[] {
  const audience = firstCue(AUDIENCE_CUES, plain(markdown.slice(0, TITLE)).toLowerCase());
  const leads: { readonly indent: number; readonly isItem: boolean; readonly text: string }[] = [];
  const found: Sentence[] = [];
  let headings: readonly string[] = [];
  let headingText = "";
  for (const { id, path, text, start, end } of provisions) {
    if (isHeading(markdown, text, start, path)) {
      leads.length = 0;
      continue;
    }
    if (path !== headings) {
      headings = path;
      headingText = path.slice(-2).join(" > ").toLowerCase().replaceAll("’", "'");
    }
    const line = markdown.lastIndexOf("\n", start - 1) + 1;
    const isFirst = markdown.slice(line, start).trim() === "";
    const mark = isFirst ? (ITEM.exec(text)?.[0].length ?? 0) : 0;
    const isItem = mark > 0;
    const indent = start - line;
    if (isFirst) {
      while (leads.length > 0) {
        const last = leads.at(-1);
        if (last === undefined || (isItem ? !last.isItem || last.indent < indent : last.indent < indent))
          break;
        leads.pop();
      }
    }
    const lead = leads.map((one) => one.text).join(" ");
    for (const [from, to] of piecesOf(markdown, start + mark, end)) {
      const said = plain(markdown.slice(from, to));
      const low = straight(said);
      if (LEAD_END.test(low) && low.length <= LONGEST_LEAD) leads.push({ indent, isItem, text: low });
      if (said === "" || low.endsWith("?")) continue;
      const isAtEdge = from < EDGE || from > markdown.length - EDGE;
      found.push({
        start: from,
        end: to,
        provision: id,
        said,
        text: low,
        body: bodyOf(markdown.slice(from, Math.min(to, from + TITLE)), low),
        lead,
        heading: headingText,
        audience,
        isAtEdge,
      });
    }
  }
  return found;
}

function piecesOf(markdown: string, start: number, end: number): readonly (readonly [number, number])[] {
  const starts = sentenceStarts(markdown, start, end);
  return starts.map((from, index) => {
    const text = markdown.slice(from, starts[index + 1] ?? end);
    return [from, from + text.trimEnd().length] as const;
  });
}

function isHeading(markdown: string, text: string, start: number, path: readonly string[]): boolean {
  if (HEADING_MARK.test(text)) return true;
  if (text.length > 400) return false;
  if (UNDERLINE.test(markdown.slice(start, start + 800))) return true;
  const title = path.at(-1);
  return title !== undefined && lettersOf(title) === lettersOf(text);
}

const BOLD_TITLE = /^(?:[\d.]{1,8}\s)?(?:\*\*|__)([^*\n]{1,100}?)(?:\*\*|__)(.?)/u;

function bodyOf(raw: string, text: string): string {
  const match = BOLD_TITLE.exec(raw);
  const title = match?.[1]?.trim() ?? "";
  if (match === null || !(/[.:]$/.test(title) || /[.:–—-]/.test(match[2] ?? ""))) return text;
  const length = straight(plain(match[0])).length;
  return text.length - length > 12 ? text.slice(length).trimStart() : text;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

function straight(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}

/** Linear: a link's text holds no bracket, its address no space. */
function plain(markdown: string): string {
  let text = markdown;
  if (text.includes("]("))
    text = text.replace(/!?\[([^[\]]*)\]\([^\s)]{0,2000}(?:\s"[^"]{0,200}")?\)/g, "$1");
  if (text.includes("<")) text = text.replace(/<\/?[a-z]{1,10}\s?\/?>/gi, " ");
  return text
    .replace(/[*\\\u00AD\u200B-\u200D\u2060\uFEFF]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
