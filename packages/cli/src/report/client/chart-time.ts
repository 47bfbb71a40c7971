/**
 * Counts over time -> **stacked bars** -> summary
 *
 * Each bar is a link to its conversations. One tab stop; arrow keys go from bar to bar. The same
 * numbers stand in a table below.
 */
import { type Context, link } from "./context.ts";
import { h, replace, svg } from "./dom.ts";
import { type OverTime, overTime, type Span } from "./months.ts";
import { fillClasses, patternDefs, swatch } from "./patterns.ts";
import { plotOf } from "./plot.ts";
import { countTicks } from "./scale.ts";
import { withTooltip } from "./tooltip.ts";
import { count, numberText } from "./words.ts";

const HEIGHT = 240;
const EDGE = { top: 12, right: 4, bottom: 26, left: 48 };

export function timeChart(context: Context): HTMLElement {
  const body = h("div");
  const draw = (by: "answer" | "reason") => {
    const data = overTime(context.data, context.purpose, by);
    replace(
      body,
      data.spans.length === 0 ? h("p", {}, "No conversation has a date.") : chart(context, data, by),
    );
  };
  draw("answer");
  return h(
    "section",
    { class: "card", "aria-labelledby": "over-time" },
    h(
      "div",
      { class: "card-head" },
      h("h2", { id: "over-time" }, "When the conversations began"),
      byChoice(draw),
    ),
    body,
  );
}

function byChoice(draw: (by: "answer" | "reason") => void): HTMLElement {
  const choice = (by: "answer" | "reason", label: string) =>
    h(
      "label",
      {},
      h("input", {
        type: "radio",
        name: "by",
        value: by,
        checked: by === "answer",
        onchange: () => draw(by),
      }),
      h("span", {}, label),
    );
  return h(
    "fieldset",
    { class: "segments" },
    h("legend", { class: "hidden" }, "Colour the bars"),
    choice("answer", "By answer"),
    choice("reason", "By reason"),
  );
}

function chart(context: Context, data: OverTime, by: "answer" | "reason"): HTMLElement[] {
  const classes = fillClasses(
    data.series.map(({ key }) => key),
    by,
  );
  const plot = plotOf((width) => bars(context, data, classes, width));
  const legend = h(
    "ul",
    { class: "legend" },
    data.series.map(({ label, params }, index) => {
      const name = classes[index] ?? "";
      const text =
        Object.keys(params).length === 0 ? label : h("a", { href: link(context, "chats", params) }, label);
      return h("li", {}, swatch(name, index), text);
    }),
  );
  const undated =
    data.undated === 0
      ? []
      : [h("p", { class: "note" }, `${count(data.undated, "conversation")} without a date not shown.`)];
  return [plot, legend, ...undated, asTable(data)];
}

function bars(context: Context, data: OverTime, classes: readonly string[], width: number): SVGElement {
  const ticks = countTicks(Math.max(...data.spans.map(total)));
  const top = ticks.at(-1) ?? 1;
  const y = (value: number) => EDGE.top + (HEIGHT - EDGE.top - EDGE.bottom) * (1 - value / top);
  const step = (width - EDGE.left - EDGE.right) / data.spans.length;
  const grid = ticks.map((tick) => [
    svg("line", { class: "grid", x1: EDGE.left, x2: width - EDGE.right, y1: y(tick), y2: y(tick) }),
    svg("text", { class: "tick", x: EDGE.left - 8, y: y(tick) + 4, "text-anchor": "end" }, numberText(tick)),
  ]);
  const every = Math.ceil(64 / step);
  const labels = data.spans.map((span, index) => {
    if (index % every !== 0) return undefined;
    // The last label must not leave the drawing.
    const x = Math.min(EDGE.left + step * (index + 0.5), width - 28);
    return svg("text", { class: "tick", x, y: HEIGHT - 8, "text-anchor": "middle" }, span.label);
  });
  const links = data.spans.map((span, index) => {
    const x = EDGE.left + step * index;
    return bar(context, data, span, { x, width: step, y, tab: index === data.spans.length - 1 });
  });
  const group = svg("g", { onkeydown: arrows }, links);
  return svg(
    "svg",
    { width, height: HEIGHT, role: "group", "aria-label": "Conversations by time of beginning, as bars" },
    patternDefs("fill", classes),
    grid,
    labels,
    group,
  );
}

function bar(
  context: Context,
  data: OverTime,
  span: Span,
  at: { x: number; width: number; y: (value: number) => number; tab: boolean },
): SVGElement {
  const gap = Math.min(6, at.width * 0.15);
  let base = 0;
  const parts = span.counts.map((value, index) => {
    const y = at.y(base + value);
    const height = at.y(base) - y;
    base += value;
    if (value === 0) return undefined;
    return svg("rect", {
      x: at.x + gap,
      y,
      width: Math.max(1, at.width - 2 * gap),
      height,
      fill: `url(#fill${index})`,
    });
  });
  const lines = span.counts
    .map((value, index) => (value === 0 ? "" : `${numberText(value)}  ${data.series[index]?.label ?? ""}`))
    .filter((line) => line !== "");
  const title = `${span.label}: ${count(total(span), "conversation")}`;
  const element = svg(
    "a",
    {
      href: link(context, "chats", {
        month: span.from === span.to ? String(span.from) : `${span.from}-${span.to}`,
      }),
      class: "bar",
      tabindex: at.tab ? 0 : -1,
      "aria-label": [title, ...lines].join(", "),
    },
    svg("rect", {
      class: "bar-area",
      x: at.x,
      y: EDGE.top,
      width: at.width,
      height: HEIGHT - EDGE.top - EDGE.bottom,
    }),
    parts,
  );
  return withTooltip(element, [title, ...lines]);
}

function arrows(event: Event): void {
  if (!(event instanceof KeyboardEvent) || !(event.target instanceof SVGElement)) return;
  const { target } = event;
  const siblings = [...(target.parentElement?.children ?? [])];
  const next = {
    ArrowLeft: target.previousElementSibling,
    ArrowRight: target.nextElementSibling,
    Home: siblings.at(0),
    End: siblings.at(-1),
  }[event.key];
  if (!(next instanceof SVGElement)) return;
  event.preventDefault();
  target.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

function total(span: Span): number {
  return span.counts.reduce((sum, each) => sum + each, 0);
}

function asTable(data: OverTime): HTMLElement {
  const head = ["From", ...data.series.map(({ label }) => label), "All"];
  return h(
    "details",
    {},
    h("summary", {}, "These numbers as a table"),
    h(
      "div",
      { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Conversations over time, table" },
      h(
        "table",
        { class: "numbers" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            head.map((name) => h("th", { scope: "col" }, name)),
          ),
        ),
        h(
          "tbody",
          {},
          data.spans.map((span) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, span.label),
              [...span.counts, total(span)].map((value) => h("td", {}, numberText(value))),
            ),
          ),
        ),
      ),
    ),
  );
}
