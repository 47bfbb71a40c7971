import type { HealthSignal } from "../../health/signals.ts";
import type { Filter } from "../rules.ts";
import { dropLines } from "./drop-lines.ts";
import { removeFragments, removeQueryParams, removeTrackingIds } from "./links.ts";
import { endAtHeading, keepSection, startAtHeading } from "./sections.ts";

/** A text after its filters. A heading that is not there leaves nothing, and a signal naming it. */
export function filtered(
  markdown: string,
  filters: readonly Filter[],
): { readonly markdown: string; readonly signals: readonly HealthSignal[] } {
  let text = markdown;
  for (const filter of filters) {
    const result = apply(text, filter);
    if (result === undefined) {
      const heading = "heading" in filter ? filter.heading : "";
      const reason = `${filter.name}: no heading \`${heading}\` on the page`;
      return { markdown: "", signals: [{ signal: "selector-matches-nothing", reason }] };
    }
    text = result;
  }
  return { markdown: text, signals: [] };
}

function apply(text: string, filter: Filter): string | undefined {
  switch (filter.name) {
    case "removeQueryParams":
      return removeQueryParams(text, filter.params);
    case "removeFragments":
      return removeFragments(text);
    case "removeTrackingIds":
      return removeTrackingIds(text);
    case "dropLines":
      return dropLines(text, filter);
    case "keepSection":
      return keepSection(text, filter.heading);
    case "startAtHeading":
      return startAtHeading(text, filter.heading);
    case "endAtHeading":
      return endAtHeading(text, filter.heading);
  }
}
