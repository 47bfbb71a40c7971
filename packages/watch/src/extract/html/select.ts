import type { HealthSignal } from "../../health/signals.ts";
import type { Place, SelectorRange } from "../rules.ts";
import { type DomDocument, type DomElement, type DomNode, walk } from "./dom.ts";

/** Counts of where a node opens and closes: one lies in another if both of its counts do. */
type Spans = Map<DomNode, { readonly open: number; close: number }>;

/** Takes the declared places out of the document itself. One that is not there needs no removing. */
export function removePlaces(document: DomDocument, places: readonly Place[]): void {
  for (const place of places) {
    if (typeof place === "string") {
      for (const element of matches(document, place)) element.remove();
      continue;
    }
    const range = boundsOf(document, place);
    if (range === undefined) continue;
    const inside = [...range.spans].filter(
      ([, { open, close }]) => open >= range.start && close <= range.end,
    );
    for (const [node] of inside) node.remove();
  }
}

/** The declared places in the order declared, each with its markup; what is not there is a signal. */
export function selectPlaces(
  document: DomDocument,
  places: readonly Place[],
): { readonly elements: readonly DomElement[]; readonly signals: readonly HealthSignal[] } {
  const elements: DomElement[] = [];
  const signals: HealthSignal[] = [];
  for (const place of places) {
    const found = typeof place === "string" ? outermost(matches(document, place)) : within(document, place);
    if (found.every((element) => element.textContent.trim() === "")) {
      signals.push({ signal: "selector-matches-nothing", reason: reasonFor(document, place, found.length) });
    }
    elements.push(...found.filter((element) => !elements.some((before) => before.contains(element))));
  }
  return { elements, signals };
}

/** Why a selector cannot be used, or undefined if it can. */
function selectorProblem(document: DomDocument, selector: string): string | undefined {
  try {
    document.querySelector(selector);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function matches(document: DomDocument, selector: string): readonly DomElement[] {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    // A selector that cannot be read matches nothing; the signal that follows names it.
    return [];
  }
}

function outermost(elements: readonly DomElement[]): readonly DomElement[] {
  const kept: DomElement[] = [];
  for (const element of elements) {
    if (kept.at(-1)?.contains(element) !== true) kept.push(element);
  }
  return kept;
}

function within(document: DomDocument, range: SelectorRange): readonly DomElement[] {
  const copy = document.cloneNode(true);
  const bounds = boundsOf(copy, range);
  if (bounds === undefined || copy.body === null) return [];
  const outside = [...bounds.spans].filter(
    ([, { open, close }]) => close < bounds.start || open > bounds.end,
  );
  for (const [node] of outside) node.remove();
  return [copy.body];
}

function boundsOf(
  document: DomDocument,
  { startBefore, startAfter, endBefore, endAfter }: SelectorRange,
): { readonly spans: Spans; readonly start: number; readonly end: number } | undefined {
  const root = document.body;
  if (root === null) return undefined;
  const spans: Spans = new Map();
  let count = 0;
  walk(
    root,
    (node) => spans.set(node, { open: count++, close: Number.POSITIVE_INFINITY }),
    (node) => {
      const span = spans.get(node);
      if (span !== undefined) span.close = count++;
    },
  );
  const first = spanOf(spans, matches(document, startBefore ?? startAfter ?? ""), 0);
  if (first === undefined) return undefined;
  const start = startBefore === undefined ? first.close + 1 : first.open;
  const last = spanOf(
    spans,
    matches(document, endBefore ?? endAfter ?? ""),
    start + (endBefore === undefined ? 0 : 1),
  );
  if (last === undefined) return undefined;
  return { spans, start, end: endBefore === undefined ? last.close : last.open - 1 };
}

function spanOf(
  spans: Spans,
  elements: readonly DomElement[],
  from: number,
): { readonly open: number; readonly close: number } | undefined {
  for (const element of elements) {
    const span = spans.get(element);
    if (span !== undefined && span.open >= from) return span;
  }
  return undefined;
}

function reasonFor(document: DomDocument, place: Place, found: number): string {
  for (const selector of typeof place === "string" ? [place] : Object.values(place)) {
    const problem = typeof selector === "string" ? selectorProblem(document, selector) : undefined;
    if (problem !== undefined) return `\`${selector}\` is not a CSS selector: ${problem}`;
  }
  const name =
    typeof place === "string"
      ? `\`${place}\``
      : `from \`${place.startBefore ?? place.startAfter ?? ""}\` to \`${place.endBefore ?? place.endAfter ?? ""}\``;
  return found === 0 ? `${name} is not on the page` : `${name} is on the page but empty`;
}
