import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import type { DomDocument } from "../html/dom.ts";
import { tidy, toMarkdown } from "../html/markdown.ts";
import { type Candidate, longestMain, removeFurniture } from "./candidate.ts";

/** What each extractor makes of a document; of one that is not light, only what takes linear time. The document is changed and of no use afterwards. */
export async function candidates(
  document: DomDocument,
  isLight: boolean,
  url: string,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  if (isLight) {
    found.push({ extractor: "defuddle", markdown: await byDefuddle(document, url) });
    found.push({ extractor: "readability", markdown: byReadability(document, url) });
  }
  tidy(document, url);
  removeFurniture(document);
  const main = longestMain(document);
  if (main !== undefined) found.push({ extractor: "main", markdown: toMarkdown([main]) });
  const body = document.body === null ? "" : toMarkdown([document.body]);
  found.push({ extractor: "body", markdown: body });
  return found;
}

/** Both libraries change the document they are given, and throw on some; what throws has no vote. */
async function byDefuddle(document: DomDocument, url: string): Promise<string> {
  try {
    // Without `useAsync: false` it may ask other sites for what it does not find.
    const { content } = await Defuddle(document.cloneNode(true) as never, url, { useAsync: false });
    return ofFragment(content, url);
  } catch {
    return "";
  }
}

function byReadability(document: DomDocument, url: string): string {
  try {
    return ofFragment(new Readability(document.cloneNode(true) as never).parse()?.content ?? "", url);
  } catch {
    return "";
  }
}

function ofFragment(html: string, url: string): string {
  const page = `<!doctype html><html><head></head><body>${html}</body></html>`;
  const document = parseHTML(page).document as unknown as DomDocument;
  tidy(document, url);
  return document.body === null ? "" : toMarkdown([document.body]);
}
