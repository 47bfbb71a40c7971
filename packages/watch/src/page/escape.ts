/** Text that others wrote -> text that stays text in HTML and in Markdown */

const HTML: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Bidi controls make a line read as something else; other controls have no business in a page. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** For content and for quoted attributes; on one line. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign);
}

/** For a paragraph and for a cell of a table; on one line. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>|#!~&]/g, "\\$&")
    .replace(/^([-+=]|\d{1,9}[.)])/, "\\$1");
}

export function oneLine(text: string): string {
  return text.replace(UNSEEN, "\uFFFD").replace(/\s+/gu, " ").trim();
}
