/**
 * Links of Markdown. Lengths are bounded and brackets do not nest, so that a text of nothing but brackets
 * takes linear time.
 */
const TARGET = String.raw`\((?:[^()\\\s]|\\.){0,4000}(?: "[^"\n]{0,300}")?\)`;
const LINK = new RegExp(String.raw`\[([^[\]\n]{0,2000})\]${TARGET}`, "g");
const LINK_END = new RegExp(String.raw`\]${TARGET}`, "g");

/** Each link replaced by what `change` makes of its label. */
export function eachLabel(markdown: string, change: (label: string) => string): string {
  return markdown.replace(LINK, (_, label: string) => change(label));
}

/** Labels stay, targets go. A label may itself hold brackets or a picture. */
export function withoutTargets(markdown: string): string {
  return markdown.replace(LINK_END, "]");
}
