/**
 * Hostile text (titles, file names, ids) -> text that may stand in the page
 */

// Room for any title a person would recognise a chat by; an export may hold one of megabytes.
const TITLE_LENGTH = 240;

/** JSON that cannot end a script element, open a comment or break a line in any parser. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * Text on one line: without control characters and without the bidi controls that could make it
 * read as something else, and well-formed. Marks that right-to-left scripts need are kept.
 */
export function plainText(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
      .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
      .trim()
  );
}

/** A title as {@link plainText}, cut between whole characters. Undefined when nothing is left. */
export function plainTitle(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const plain = plainText(title.slice(0, TITLE_LENGTH * 4));
  if (plain === "") return undefined;
  if (plain.length <= TITLE_LENGTH) return plain;
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(plain);
  let cut = "";
  for (const { segment } of segments) {
    if (cut.length + segment.length > TITLE_LENGTH) break;
    cut += segment;
  }
  return `${cut === "" ? plain.slice(0, TITLE_LENGTH).toWellFormed() : cut}…`;
}
