/**
 * Text -> **words** as BERT's vocabularies were made from, each with its place in the text
 *
 * Control characters are left out, punctuation and Chinese characters stand alone, and for a vocabulary
 * without case letters are small and have no accents. Character by character, so that every letter of
 * a word knows where it was.
 */
export interface BasicWord {
  /** As it is looked up. */
  readonly text: string;
  /** In UTF-16 code units of the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface WordForm {
  readonly lowercase: boolean;
  readonly stripAccents: boolean;
}

/** Of the control characters these part words; the others, U+FEFF among them, are nothing. */
const BREAK = /[\t\n\r]/;
/** U+FFFD stands for what could not be read. */
const NOTHING = /[\p{C}\ufffd]/u;
const SPACE = /\s/u;
const ACCENT = /\p{Mn}/gu;
const PUNCTUATION = /[\p{P}!-/:-@[-`{-~]/u;
/** The blocks that BERT takes for Chinese; Japanese and Korean syllables are not among them. */
const CHINESE =
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;

export function basicWords(text: string, form: WordForm): readonly BasicWord[] {
  const words: BasicWord[] = [];
  let word = "";
  let start = 0;
  let end = 0;
  const finish = (): void => {
    if (word !== "") words.push({ text: word, start, end });
    word = "";
  };
  let at = 0;
  for (const character of text) {
    const from = at;
    at += character.length;
    if (BREAK.test(character)) finish();
    else if (NOTHING.test(character)) continue;
    else if (SPACE.test(character)) finish();
    else if (PUNCTUATION.test(character) || CHINESE.test(character)) {
      finish();
      words.push({ text: normalised(character, form), start: from, end: at });
    } else {
      if (word === "") start = from;
      word += normalised(character, form);
      end = at;
    }
  }
  finish();
  return words;
}

function normalised(character: string, { lowercase, stripAccents }: WordForm): string {
  const lower = lowercase ? character.toLowerCase() : character;
  return stripAccents ? lower.normalize("NFD").replace(ACCENT, "") : lower;
}
