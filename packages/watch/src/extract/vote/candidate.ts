/** **Candidate**: what one extractor takes for the document. */
import type { DomDocument, DomElement } from "../html/dom.ts";

export interface Candidate {
  readonly extractor: "defuddle" | "readability" | "main" | "body";
  readonly markdown: string;
}

/** Around a document, not of it. A header or footer within `main` or `article` may be the document's own. */
const FURNITURE =
  "nav, aside, form, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary]";
const OUTER = "header, footer";

/** The longest of what the page itself marks as its main part, if it marks one. */
export function longestMain(document: DomDocument): DomElement | undefined {
  let longest: DomElement | undefined;
  for (const element of document.querySelectorAll("main, article, [role=main]")) {
    if (element.textContent.length > (longest?.textContent.length ?? 0)) longest = element;
  }
  return longest;
}

/** Takes menus, forms and the page's own header and footer out, unless most of the text is in them. */
export function removeFurniture(document: DomDocument): void {
  const total = document.body?.textContent.length ?? 0;
  for (const element of [...document.querySelectorAll(`${FURNITURE}, ${OUTER}`)]) {
    const isOwn = /^(?:HEADER|FOOTER)$/.test(element.tagName) && element.closest("main, article") !== null;
    if (!isOwn && element.textContent.length * 2 < total) element.remove();
  }
}
