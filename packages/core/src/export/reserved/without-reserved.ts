/**
 * An item's text -> the text without the pages whose publishers reserve them
 *
 * Whatever the policy says of the conversation, its people cannot give away what a third party
 * reserved. Taken out whole: the page, or the tool's answer where its pages cannot be told apart.
 */
import { addCount, type Counts } from "../counts.ts";
import { type Page, pagesOf } from "./pages.ts";
import { maySignal, signalsIn } from "./signals.ts";

export interface Unreserved {
  readonly text: string;
  /** Signal -> pages taken out; `unreadable` -> pages left in whose statement could not be read. */
  readonly signals: ReadonlyMap<string, number>;
}

const NONE: ReadonlyMap<string, number> = new Map();

/**
 * @param fetched the text comes from a tool, a connector or a paste. In what people type a reservation
 *   counts only on what is certainly a page: a question about one is no page
 */
export function withoutReserved(text: string, fetched: boolean): Unreserved {
  if (!maySignal(text)) return { text, signals: NONE };
  const signals: Counts = new Map();
  let kept = "";
  let carried = false;
  for (const page of pagesOf(text)) {
    const isReserved: boolean = noteSignals(text, page, fetched, signals) || carried;
    // Headers stand before the mark of the page that they are about.
    carried = page.leads && isReserved;
    if (!isReserved) kept += text.slice(page.start, page.end);
  }
  return { text: kept, signals };
}

function noteSignals(text: string, page: Page, fetched: boolean, signals: Counts): boolean {
  if (!fetched && !page.marked) return false;
  let isReserved = false;
  for (const signal of signalsIn(text.slice(page.start, page.end))) {
    addCount(signals, signal);
    if (signal !== "unreadable") isReserved = true;
  }
  return isReserved;
}
