/**
 * Markdown -> its words with their places, for comparing texts whatever their markup, spacing and case
 *
 * Punctuation is no word, but signs that carry meaning are (`%`, `$`, `§`). Addresses of links are left
 * out: readers see the words of a link only. Scripts without spaces give one word per character.
 */
export interface Words {
  /** Lower case, NFKC, straight apostrophes. */
  readonly words: readonly string[];
  /** Offsets into the text, in UTF-16 code units, of each word's first unit and of the one after its last. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * A link's address to be passed over, or a word. Linear: every repetition is of one class of characters
 * and ends where the next part begins.
 */
const TOKEN =
  /\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:[ \t]{1,9}"[^"\n]{0,300}")?\)|<https?:[^<>\s]{0,2000}>|[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]+(?:['’]\p{L}+|(?<=\p{N})[.,]\p{N}+)*|[%$€£¥§]/gu;
const PLAIN = /^[a-z0-9]+$/;
const INVISIBLE = /[\u00AD\u200B-\u200D\uFEFF]/g;
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

export function wordsOf(markdown: string): Words {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of markdown.matchAll(TOKEN)) {
    const token = match[0];
    if (token.startsWith("](") || token.startsWith("<")) continue;
    const start = match.index;
    if (PLAIN.test(token)) {
      words.push(token);
      starts.push(start);
      ends.push(start + token.length);
    } else if (SPACELESS.test(token)) {
      let at = start;
      for (const character of token) {
        words.push(plain(character));
        starts.push(at);
        at += character.length;
        ends.push(at);
      }
    } else {
      const word = plain(token);
      if (word === "") continue;
      words.push(word);
      starts.push(start);
      ends.push(start + token.length);
    }
  }
  return { words, starts, ends };
}

function plain(token: string): string {
  return token.normalize("NFKC").replace(INVISIBLE, "").replace(/’/g, "'").toLowerCase();
}

/** `1.`, `2\)`, `(a)`, `iv)`, `4.3 We`, `#`, `>`, `*`: marks that renumbering or restyling changes. */
const MARK =
  /^\s*(?:[#>*+-]+\s+)?(?:\*\*)?(?:\d{1,3}(?:\\?\.\d{1,3})*\\?[.)]|\d{1,3}(?:\\?\.\d{1,3})+(?=\s+\p{Lu})|\(?(?:[a-z]|[ivx]{1,5})\\?\))(?=\s)/u;

/** The words of a clause or heading, marks of numbering left out, with one space between them. */
export function canonicalOf(text: string): string {
  return wordsOf(text.replace(MARK, "")).words.join(" ");
}
