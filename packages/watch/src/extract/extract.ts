import { ReadingThread } from "./apart/thread.ts";
import type { Extracted, Page } from "./extracted.ts";

const THREAD = new ReadingThread();

/**
 * The document on a page, as Markdown. Never throws over what a page holds: a page that cannot be read,
 * or not within the limits, gives an empty text and a signal.
 *
 * Runs in a thread of its own, one page at a time.
 */
export async function extract(page: Page, thread: ReadingThread = THREAD): Promise<Extracted> {
  const outcome = await thread.read(page);
  if ("extracted" in outcome) return outcome.extracted;
  return {
    markdown: "",
    recipe: "none",
    chosen: "none",
    title: undefined,
    language: undefined,
    votes: [],
    signals: [{ signal: outcome.problem, reason: outcome.reason }],
  };
}
