/** Article -> **Claim**s */
import type { Claim, Statement, Subject } from "./claim.ts";
import { OF_BEFORE } from "./data/said-cues.ts";
import { statementsOf } from "./statements.ts";

export interface About {
  /** Names of the service or vendor whose terms are asked for. */
  readonly names: readonly string[];
  /** Names of others: a sentence that names one of these, and none of `names`, is not about these terms. */
  readonly others: readonly string[];
}

/** Free text that no two writers word alike: nothing can be held against it. */
const UNJUDGED: ReadonlySet<Subject> = new Set<Subject>([
  "acceptable-use",
  "commercial-rules",
  "contracting-entity",
  "other",
]);
const BEFORE = new RegExp(OF_BEFORE, "u");

/**
 * The sentences of an article, plain text or Markdown, that say something terms can say, one claim per thing
 * said. What no rule reads gives no claim.
 */
export function claimsOf(article: string, about?: About): readonly Claim[] {
  return statementsOf(article, "article")
    .filter((one) => !isEmpty(one) && !isOfOthers(one.quote, about))
    .map((one) => ({ ...one, of: BEFORE.test(one.quote.toLowerCase()) ? "before" : "now" }));
}

/** That there is a choice, and no word of how, can be said of any terms. */
function isEmpty({ subject, values }: Statement): boolean {
  const isBare =
    subject === "choice" && Object.keys(values).every((field) => field === "of" || field === "who");
  return isBare || UNJUDGED.has(subject);
}

function isOfOthers(quote: string, about: About | undefined): boolean {
  if (about === undefined || about.names.some((name) => isNamed(quote, name))) return false;
  return about.others.some((name) => isNamed(quote, name));
}

/** Does the text hold the name as whole words, in any case? */
export function isNamed(text: string, name: string): boolean {
  const [low, wanted] = [text.toLowerCase(), name.toLowerCase()];
  if (wanted === "") return false;
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + 1)) {
    const isInside = /[\p{L}\p{N}]/u;
    if (!isInside.test(low.charAt(at - 1)) && !isInside.test(low.charAt(at + wanted.length))) return true;
  }
  return false;
}
