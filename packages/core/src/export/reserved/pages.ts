/**
 * Text of a tool or a paste -> the pages in it
 *
 * Only what surely begins another page cuts: a boundary too few removes more than it must, one too
 * many would let the rest of a reserved page through. So of all marks in a text the outermost kind
 * alone cuts, and a code sample with `<html>` in it is no new page.
 */
export interface Page {
  readonly start: number;
  readonly end: number;
  /** Has a mark that only a page has, wherever it came from. */
  readonly marked: boolean;
  /** Stands before the first mark: headers, perhaps, of the page that follows. */
  readonly leads: boolean;
}

/** From the outermost to the innermost. */
const MARKS: readonly RegExp[] = [
  /^<(?:document|page|source|result)\b[^<>]{0,300}>/gim,
  /^(?:\W{0,4})url\W{1,4}https?:\/\//gim,
  /^(?:< )?HTTP\/\d(?:\.\d)? +\d{3}\b/gim,
  /^\s{0,8}<!doctype\s+html\b/gim,
];
const PAGE_ONLY = /^(?:< )?HTTP\/\d(?:\.\d)? +\d{3}\b|<!doctype\s+html\b|<html[\s>]|^user-agent\s*:/im;

/** They lie one after the other and cover the text. */
export function pagesOf(text: string): readonly Page[] {
  for (const mark of MARKS) {
    const starts = [...text.matchAll(mark)].map(({ index }) => index);
    if (starts.length === 0) continue;
    const first = starts[0] ?? 0;
    const cuts = first === 0 ? starts : [0, ...starts];
    return cuts.map((start, index) => pageOf(text, start, cuts[index + 1] ?? text.length, start < first));
  }
  return [pageOf(text, 0, text.length, false)];
}

function pageOf(text: string, start: number, end: number, leads: boolean): Page {
  return { start, end, marked: PAGE_ONLY.test(text.slice(start, end)), leads };
}
