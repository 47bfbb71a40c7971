import type { Reading } from "../extracted.ts";
import { LIMITS } from "../limits.ts";
import type { ExtractRules } from "../rules.ts";
import { candidates } from "../vote/candidates.ts";
import { elect } from "../vote/vote.ts";
import { tidy, toMarkdown } from "./markdown.ts";
import { parse } from "./parse.ts";
import { removePlaces, selectPlaces } from "./select.ts";

/**
 * The document on a page: by the declared places if there are any, else by vote. Declared places that are
 * not there are never replaced by a guess.
 */
export async function readHtml(html: string, url: string, rules: ExtractRules): Promise<Reading> {
  const parsed = parse(html);
  if ("problem" in parsed) {
    return { markdown: "", chosen: "none", title: undefined, votes: [], signals: [parsed.problem] };
  }
  const { document, elements } = parsed;
  const title = titleOf(document.title);
  removePlaces(document, rules.remove ?? []);
  if (rules.select === undefined || rules.select.length === 0) {
    const isLight = elements <= LIMITS.votingElements && html.length <= LIMITS.votingCharacters;
    return { ...elect(await candidates(document, isLight, url)), title };
  }
  tidy(document, url);
  const { elements: selected, signals } = selectPlaces(document, rules.select);
  return { markdown: toMarkdown(selected), chosen: "declared", title, votes: [], signals };
}

function titleOf(title: string): string | undefined {
  const line = title.replace(/\s+/g, " ").trim();
  return line === "" ? undefined : line;
}
