import type { Line } from "./line.ts";

/** Pages a line must be repeated on, and the share of all pages. */
const MIN_PAGES = 3;
const MIN_SHARE = 0.6;
/** Lines from the top or bottom of a page that a running head can be. */
const EDGE = 2;

/** Pages without the lines that repeat at their edges (titles, page numbers), whatever their digits. */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const edge = new Set([...page.slice(0, EDGE), ...page.slice(-EDGE)].map(shape));
    for (const text of edge) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const needed = Math.max(MIN_PAGES, pages.length * MIN_SHARE);
  return pages.map((page) =>
    page.filter((line, at) => {
      const isEdge = at < EDGE || at >= page.length - EDGE;
      return !(isEdge && (seen.get(shape(line)) ?? 0) >= needed);
    }),
  );
}

function shape({ text }: Line): string {
  return text.replace(/\d+/g, "0").toLowerCase();
}
