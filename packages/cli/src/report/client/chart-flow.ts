/**
 * Flows of one purpose -> **picture and table** of where conversations go -> view of what changes
 *
 * Every band is a link to what is told of it below; the same numbers, and links, stand in a table.
 */
import { answerBadge } from "./badge.ts";
import { h, svg } from "./dom.ts";
import { bandPath, type FlowNode, layOutFlows } from "./flow-layout.ts";
import { plotOf } from "./plot.ts";
import { withTooltip } from "./tooltip.ts";
import type { WireWhatIfFlow } from "./wire-what-if.ts";
import { answerLabel, count, numberText, percentText } from "./words.ts";

const TALL = 220;
const BAR = 12;
const LABEL = 9;

export interface FlowLinks {
  /** The hash of what is told of one flow. */
  readonly href: (flow: WireWhatIfFlow) => string;
  readonly chosen: WireWhatIfFlow | undefined;
}

export function flowLabel({ before, after }: WireWhatIfFlow): string {
  return before === after
    ? `${answerLabel(after)}, as before`
    : `${answerLabel(before)} → ${answerLabel(after)}`;
}

export function flowPicture(flows: readonly WireWhatIfFlow[], links: FlowLinks): HTMLElement {
  return plotOf((width) => picture(flows, links, width));
}

function picture(flows: readonly WireWhatIfFlow[], links: FlowLinks, width: number): SVGElement {
  const layout = layOutFlows(flows, TALL);
  const total = flows.reduce((sum, { conversations }) => sum + conversations, 0);
  const bands = layout.bands.map((band) => {
    const flow = flows.find(({ before, after }) => before === band.flow.before && after === band.flow.after);
    if (flow === undefined) return undefined;
    const kind = flow.before === flow.after ? "stays" : "moves";
    const label = `${flowLabel(flow)}: ${count(flow.conversations, "conversation")}`;
    const link = svg(
      "a",
      {
        href: links.href(flow),
        class: `band ${kind}`,
        "aria-label": label,
        "aria-current": flow === links.chosen ? "true" : undefined,
      },
      svg("path", { d: bandPath(band, BAR, width - BAR), class: `fill-${flow.after}` }),
    );
    return withTooltip(link, [
      flowLabel(flow),
      `${count(flow.conversations, "conversation")}, ${percentText(flow.conversations, total)}`,
    ]);
  });
  return svg(
    "svg",
    {
      class: "flows",
      width,
      height: layout.height + 2,
      role: "group",
      "aria-label": "Where conversations go",
    },
    bands,
    layout.left.map((node) => nodeMark(node, 0, width)),
    layout.right.map((node) => nodeMark(node, width - BAR, width)),
  );
}

function nodeMark({ answer, conversations, y, height }: FlowNode, x: number, width: number): SVGElement[] {
  const isLeft = x === 0;
  const place = isLeft ? BAR + LABEL : width - BAR - LABEL;
  return [
    svg("rect", { x, y, width: BAR, height, class: `fill-${answer}` }),
    svg(
      "text",
      {
        class: "flow-label",
        x: place,
        y: y + Math.max(height, 20) / 2 + 5,
        "text-anchor": isLeft ? "start" : "end",
        "aria-hidden": "true",
      },
      `${answerLabel(answer)} ${numberText(conversations)}`,
    ),
  ];
}

export function flowTable(flows: readonly WireWhatIfFlow[], links: FlowLinks): HTMLElement {
  const total = flows.reduce((sum, { conversations }) => sum + conversations, 0);
  const hasItems = flows.some(({ items }) => items > 0);
  return h(
    "div",
    { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Where conversations go, table" },
    h(
      "table",
      { class: "numbers flow-table" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "From, to"),
          h("th", { scope: "col" }, "Conversations"),
          h("th", { scope: "col", class: "wide" }, "Share"),
          hasItems && h("th", { scope: "col" }, "Items"),
        ),
      ),
      h(
        "tbody",
        {},
        flows.map((flow) =>
          h(
            "tr",
            { class: flow === links.chosen ? "here" : undefined },
            h(
              "th",
              { scope: "row" },
              h(
                "a",
                { href: links.href(flow), "aria-current": flow === links.chosen ? "true" : undefined },
                flow.before === flow.after
                  ? [answerBadge(flow.after), " as before"]
                  : [answerBadge(flow.before), " → ", answerBadge(flow.after)],
              ),
            ),
            h("td", {}, numberText(flow.conversations)),
            h("td", { class: "wide" }, percentText(flow.conversations, total)),
            hasItems && h("td", {}, numberText(flow.items)),
          ),
        ),
      ),
    ),
  );
}
