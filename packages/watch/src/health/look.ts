import type { Extracted } from "../extract/extracted.ts";
import type { ExtractRules } from "../extract/rules.ts";
import { blocksOf, linkWords } from "../extract/vote/blocks.ts";
import { DOCUMENT_KINDS, TELLS, TERMS_LANGUAGES, TERMS_STEMS } from "./data/page-words.ts";
import type { HealthSignal } from "./signals.ts";

/** Fewer words than this are no terms: the shortest real document seen has three times as many. */
const SHELL_WORDS = 40;
/** Share of the words that stand in links, from which a page is an index of them. */
const INDEX_SHARE = 0.5;
/** Lines that are nothing but a link, from which a page is an index if there are no more other lines. */
const INDEX_LINKS = 5;
/** A longer text with many links is a document with references. */
const INDEX_WORDS = 1_500;
/** Different words of terms that must be there, and the length from which they are asked for. */
const TERMS_STEMS_NEEDED = 4;
/** Words of each of two documents on one page. */
const DOCUMENT_WORDS = 300;
const HEADING = /^(#{1,2}) +(.+)$/;

/** What a text says of itself, without any earlier one: is it a document of terms, and only one? */
export function signalsOf(
  extracted: Pick<Extracted, "markdown" | "language" | "signals">,
  rules: ExtractRules,
): readonly HealthSignal[] {
  const { markdown, language } = extracted;
  const { words, linked } = linkWords(markdown);
  if (words === 0) {
    // Whoever found nothing has said why, unless the page itself is empty.
    return extracted.signals.length > 0 ? [] : [{ signal: "empty-shell", reason: "no words on the page" }];
  }
  const text = markdown.toLowerCase().replace(/[’]/g, "'");
  const signals: HealthSignal[] = [];
  const tell = tellOf(text, words);
  if (tell !== undefined) signals.push(tell);
  else if (words < SHELL_WORDS) signals.push({ signal: "empty-shell", reason: `${words} words on the page` });
  else if (isIndex(markdown, words, linked)) {
    const { links, others } = blocksOf(markdown);
    const reason = `${linked} of ${words} words stand in links, and ${links} of ${links + others} lines are links`;
    signals.push({ signal: "index-page", reason });
  } else if (!readsLikeTerms(text, language)) {
    const reason = `fewer than ${TERMS_STEMS_NEEDED} words that terms have, in ${words}`;
    signals.push({ signal: "not-terms", reason });
  }
  const documents = documentsOn(markdown);
  if (documents.length > 1) {
    signals.push({
      signal: "several-documents",
      reason: documents.map((title) => `\`${title}\``).join(", "),
    });
  }
  if (rules.language !== undefined && language !== undefined && rules.language !== language) {
    signals.push({ signal: "language-flip", reason: `\`${language}\`, watched in \`${rules.language}\`` });
  }
  return signals;
}

function tellOf(text: string, words: number): HealthSignal | undefined {
  for (const { signal, maxWords, phrases } of TELLS) {
    if (words > maxWords) continue;
    const phrase = phrases.find((one) => text.includes(one));
    if (phrase !== undefined && !isDocument(text, words)) {
      return { signal, reason: `\`${phrase}\` on a page of ${words} words` };
    }
  }
  return undefined;
}

function isIndex(markdown: string, words: number, linked: number): boolean {
  if (words > INDEX_WORDS) return false;
  const { links, others } = blocksOf(markdown);
  return linked >= words * INDEX_SHARE || (links >= INDEX_LINKS && links >= others);
}

/** A short policy may speak of cookies or passwords; then its other words are those of terms. */
function isDocument(text: string, words: number): boolean {
  return words >= SHELL_WORDS * 2 && stemsIn(text) >= TERMS_STEMS_NEEDED * 2;
}

function readsLikeTerms(text: string, language: string | undefined): boolean {
  const isCovered = language === undefined || TERMS_LANGUAGES.includes(language);
  return !isCovered || stemsIn(text) >= TERMS_STEMS_NEEDED;
}

function stemsIn(text: string): number {
  return TERMS_STEMS.filter((stem) => text.includes(stem)).length;
}

/** Titles of documents of different kinds, each at the highest heading level used and with a text. */
function documentsOn(markdown: string): readonly string[] {
  const sections: { level: number; title: string; words: number }[] = [];
  for (const line of markdown.split("\n")) {
    const heading = HEADING.exec(line);
    if (heading?.[1] !== undefined && heading[2] !== undefined) {
      sections.push({ level: heading[1].length, title: heading[2].trim(), words: 0 });
    }
    const last = sections.at(-1);
    if (last !== undefined) last.words += line.match(/\S+/g)?.length ?? 0;
  }
  for (const level of [1, 2]) {
    const titles = new Map<string, string>();
    for (const [at, section] of sections.entries()) {
      if (section.level !== level || totalFrom(sections, at) < DOCUMENT_WORDS) continue;
      const kind = kindOf(section.title);
      if (kind !== undefined && !titles.has(kind)) titles.set(kind, section.title);
    }
    if (titles.size > 1) return [...titles.values()];
  }
  return [];
}

function totalFrom(
  sections: readonly { readonly level: number; readonly words: number }[],
  at: number,
): number {
  const level = sections[at]?.level ?? 0;
  let total = sections[at]?.words ?? 0;
  for (const section of sections.slice(at + 1)) {
    if (section.level <= level) break;
    total += section.words;
  }
  return total;
}

/** A title names its document alone or with the vendor's name before it, not in the middle of a sentence. */
function kindOf(title: string): string | undefined {
  const text = title.toLowerCase().replace(/[*_`]/g, "").replace(/’/g, "'").trim();
  if (text.split(/\s+/).length > 8) return undefined;
  return DOCUMENT_KINDS.find(({ titles }) => titles.some((one) => text.startsWith(one) || text.endsWith(one)))
    ?.kind;
}
