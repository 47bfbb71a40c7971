import type { Filter } from "../rules.ts";

type DropLines = Extract<Filter, { readonly name: "dropLines" }>;

/** Markup a line may begin with: headings, quotes, list items. */
const LEAD = /^[\s#>*+-]*/;

export function dropLines(markdown: string, { equal, startsWith, contains }: DropLines): string {
  const lines = markdown.split("\n").filter((line) => {
    const text = line.replace(LEAD, "").replace(/[*_]/g, "").trim();
    const isDropped =
      equal?.includes(text) === true ||
      startsWith?.some((start) => text.startsWith(start)) === true ||
      contains?.some((part) => text.includes(part)) === true;
    return !isDropped;
  });
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
