import { eachLabel } from "../link.ts";
import { type WordBag, wordBag } from "./word-bag.ts";

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter blocks are headings, buttons and menu entries as often as text. */
const PROSE_WORDS = 8;
const PROSE_LINK_SHARE = 0.5;

/** Words of a Markdown text, and how many of them stand in links. */
export function linkWords(markdown: string): { readonly words: number; readonly linked: number } {
  let linked = 0;
  const text = eachLabel(markdown, (label) => {
    linked += wordsIn(label);
    return label;
  });
  return { words: wordsIn(text), linked };
}

/** Lines that are nothing but links, and all others except headings. */
export function blocksOf(markdown: string): { readonly links: number; readonly others: number } {
  let [links, others] = [0, 0];
  for (const line of markdown.split("\n")) {
    const { words, linked } = linkWords(line);
    if (words === 0 || line.startsWith("#")) continue;
    if (linked === words) links += 1;
    else others += 1;
  }
  return { links, others };
}

/** The running text of a page: its lines without menus, buttons and lists of links. */
export function proseOf(markdown: string): WordBag {
  const lines = markdown.split("\n").filter((line) => {
    const { words, linked } = linkWords(line);
    return words >= PROSE_WORDS && linked < words * PROSE_LINK_SHARE;
  });
  return wordBag(lines.join("\n"));
}

function wordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
