import TurndownService from "turndown";
import type { DomDocument, DomElement } from "./dom.ts";
import { addTables, markLayoutTables } from "./tables.ts";

/** Never part of a document's text. */
const NOT_TEXT =
  "script, style, noscript, template, svg, canvas, iframe, object, embed, video, audio, img, picture, input, select, textarea, button, [role=button]:not(a), dialog, [role=dialog], [role=alertdialog]";

/**
 * What a page hides until a click. Long running text among it is the document's (folded sections), short
 * text is the page's (hints, menus).
 */
const HIDDEN =
  "[hidden], [aria-hidden=true], [style*='display:none'], [style*='display: none'], [style*='visibility:hidden'], [style*='visibility: hidden']";
const FOLDED_WORDS = 25;

const LINKABLE = /^(?:https?:|mailto:|tel:)/i;

/** Prepares a document in place: out goes what is not text, links become absolute. */
export function tidy(document: DomDocument, url: string): void {
  for (const element of [...document.querySelectorAll(NOT_TEXT)]) {
    if (!isFolder(element)) element.remove();
  }
  for (const element of [...document.querySelectorAll(HIDDEN)]) {
    if (wordsIn(element.textContent) < FOLDED_WORDS) element.remove();
  }
  const base = absolute(document.querySelector("base[href]")?.getAttribute("href") ?? "", url) ?? url;
  for (const link of document.querySelectorAll("a[href]")) {
    const target = absolute(link.getAttribute("href") ?? "", base);
    if (target !== undefined && LINKABLE.test(target)) link.setAttribute("href", target);
    else link.removeAttribute("href");
  }
  markLayoutTables(document);
}

/** Markdown of elements of a tidied document, in GitHub's flavour: tables and links kept. */
export function toMarkdown(elements: readonly DomElement[]): string {
  const service = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
    emDelimiter: "_",
  });
  addTables(service);
  service.addRule("struck", {
    filter: ["del", "s", "strike" as "s"],
    replacement: (content) => `~~${content}~~`,
  });
  service.remove(["script", "style", "noscript", "title", "head"] as never);
  const parts = elements.map((element) => service.turndown(element as never).trim());
  return parts.filter((part) => part !== "").join("\n\n");
}

/** A button that opens a section often is, or holds, that section's heading. */
function isFolder(element: DomElement): boolean {
  const isButton = element.tagName === "BUTTON" || element.getAttribute("role") === "button";
  return isButton && element.closest("h1, h2, h3, h4, h5, h6") !== null;
}

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function absolute(href: string, base: string): string | undefined {
  return URL.canParse(href, base) ? new URL(href, base).href : undefined;
}
