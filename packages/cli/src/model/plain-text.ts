/**
 * Texts of a document -> the one **text** a model is asked about
 *
 * Without what no name can be read in: runs of base64 and the like, which would be most of the work.
 * What such a run holds is looked into by the recognizers.
 */
const BLOB = /[A-Za-z0-9+/=_-]{256,}/g;
const LETTER = /\p{L}/u;

/** A model reads a blank line as the end of what was said. */
const BETWEEN = "\n\n";

export function plainText(texts: readonly string[]): string {
  return texts
    .filter((text) => LETTER.test(text))
    .map((text) => text.replace(BLOB, " ").toWellFormed())
    .filter((text) => LETTER.test(text))
    .join(BETWEEN);
}
