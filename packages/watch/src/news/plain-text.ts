import { parseHTML } from "linkedom";

/** HTML of a feed as one line of text. What holds no tag or entity is text already. */
export function plainText(html: string, longest: number): string {
  const cut = html.slice(0, longest * 4);
  const text = /[<&]/u.test(cut) ? textOf(cut) : cut;
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

function textOf(html: string): string {
  const { document } = parseHTML(
    `<html><body>${html.replace(/<(?:br|\/p|\/li|\/div)\b[^>]{0,200}>/giu, "$& ")}</body></html>`,
  );
  for (const one of document.querySelectorAll("script, style")) one.remove();
  return document.body.textContent ?? "";
}
