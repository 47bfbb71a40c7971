/**
 * Lines of Markdown -> the heading that begins at one of them, if any
 *
 * The same marks count as in citations (`policy/clause.ts`), so that a clause is found under the same
 * path: both styles of Markdown headings, short titles in bold at the head of a paragraph, numbers
 * such as `4.3`; and besides them a numbered line of its own, `1. Definitions`.
 */
import { normaliseClause } from "../../policy/clause.ts";

export interface Heading {
  readonly level: number;
  readonly title: string;
  /** The line is a title and nothing else; otherwise the clause goes on behind it. */
  readonly isWhole: boolean;
  /** Lines it takes: 2 if underlined. */
  readonly lines: 1 | 2;
}

/** Longer bold openings are sentences in bold, not titles. */
const LONGEST_TITLE = 100;
const LONGEST_NUMBERED = 80;
const NUMBERED_LEVEL = 6;
const BOLD_LEVEL = 7;
const NUMBER_LEVEL = 8;

const UNDERLINE = /^\s*(?:=+|-{2,})\s*$/;
const ATX = /^\s{0,3}(#{1,6})\s+(\S.*)$/;
const BOLD = /^\s*(?:(?:[*+-]|\d{1,3}\\?[.)])\s+)?(?:\*{2,4}|__)([^*\n]{1,100}?)(?:\*{2,4}|__)/;
/** "Welcome! Please read on." is two sentences in bold. */
const SENTENCE_END = /[.!?]\s+\p{Lu}\S*\s+\S+\s/u;
const NUMBER = /^\s*(?:[*+-]\s+)?(\d{1,4}(?:\\?\.\d{1,4}){1,6})(?=\\?\.?\s)/;
const NUMBERED = /^ {0,3}\d{1,3}\\?[.)]\s+(\S.*)$/;
export const LIST_ITEM: RegExp = /^\s*(?:[*+-]|\d{1,3}\\?[.)]|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\))\s/;

/** @param following the next line, and the next that is not blank; empty at the end of the text */
export function headingAt(
  line: string,
  following: { readonly next: string; readonly nextFilled: string },
  isBlockStart: boolean,
): Heading | undefined {
  if (UNDERLINE.test(following.next) && !UNDERLINE.test(line) && line.length <= LONGEST_TITLE * 4) {
    return heading(following.next.trimStart().startsWith("=") ? 1 : 2, line, true, 2);
  }
  const atx = ATX.exec(line);
  if (atx) return heading(atx[1]?.length ?? 1, (atx[2] ?? "").replace(/\s#{1,9}\s*$/, ""), true, 1);
  if (!isBlockStart) return undefined;
  const bold = BOLD.exec(line);
  if (bold && !SENTENCE_END.test(bold[1] ?? "")) {
    const rest = line.slice(bold[0].length);
    return heading(BOLD_LEVEL, bold[1] ?? "", !/[\p{L}\p{N}]/u.test(rest), 1);
  }
  const number = NUMBER.exec(line);
  if (number) return heading(NUMBER_LEVEL, number[1] ?? "", false, 1);
  return numbered(line, following.nextFilled);
}

/** A numbered line is a title if a paragraph follows it at the margin, not another item. */
function numbered(line: string, nextFilled: string): Heading | undefined {
  const title = line.length <= LONGEST_NUMBERED ? NUMBERED.exec(line)?.[1]?.trim() : undefined;
  if (title === undefined || /[.;:,!?]$/.test(title) || !/^\p{Lu}/u.test(title)) return undefined;
  if (nextFilled === "" || /^\s/.test(nextFilled) || LIST_ITEM.test(nextFilled)) return undefined;
  return heading(NUMBERED_LEVEL, line, true, 1);
}

function heading(level: number, text: string, isWhole: boolean, lines: 1 | 2): Heading | undefined {
  const title = normaliseClause(text.replace(/^\s*(?:[*+-]|\d+\.)\s{2,}/, ""))
    .replace(/[.:]$/, "")
    .trim();
  return title === "" ? undefined : { level, title, isWhole, lines };
}
