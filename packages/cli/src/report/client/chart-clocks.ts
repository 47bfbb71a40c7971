/**
 * Clocks of one conversation -> **a bar per copy on a line of time** -> its page
 *
 * The graphic repeats what the list beside it says in words, so it is hidden from assistive
 * technology.
 */
import { DAY_MS, dateText } from "./dates.ts";
import type { ClockView } from "./decode.ts";
import { svg } from "./dom.ts";
import { plotOf } from "./plot.ts";
import { timeTicks } from "./scale.ts";
import { boundLabel, fromCode } from "./words.ts";

const ROW = 46;
const TOP = 34;

interface Range {
  readonly from: number;
  readonly to: number;
}

let charts = 0;

/** Undefined where there is nothing to draw. */
export function clockChart(
  clocks: readonly ClockView[],
  now: number,
  created: number,
): HTMLElement | undefined {
  if (clocks.length === 0) return undefined;
  charts += 1;
  const name = `clocks${charts}`;
  const range = rangeOf(clocks, now, created);
  return plotOf((width) => drawing(clocks, { now, created, range, width, name }), { "aria-hidden": "true" });
}

function rangeOf(clocks: readonly ClockView[], now: number, created: number): Range {
  const dates = [now, created, ...clocks.flatMap((clock) => [clock.from, clock.until])].filter(
    (date): date is number => date !== null && Number.isFinite(date),
  );
  const from = Math.min(...dates);
  const to = Math.max(...dates, from + 60 * DAY_MS);
  // Room on the right for bars without an end.
  return { from: from - (to - from) * 0.02, to: to + (to - from) * 0.12 };
}

interface Frame {
  readonly now: number;
  readonly created: number;
  readonly range: Range;
  readonly width: number;
  /** Tells this drawing's patterns from those of another one on the page. */
  readonly name: string;
}

function drawing(clocks: readonly ClockView[], frame: Frame): SVGElement {
  const { now, created, range, width, name } = frame;
  const x = (at: number) => ((at - range.from) / (range.to - range.from)) * width;
  const height = TOP + clocks.length * ROW + 6;
  const axis = timeTicks(range.from, range.to, Math.max(2, Math.floor(width / 90))).map(({ at, label }) => [
    svg("line", { class: "grid", x1: x(at), x2: x(at), y1: TOP - 8, y2: height }),
    x(at) > 20 && x(at) < width - 20
      ? svg("text", { class: "tick", x: x(at), y: 12, "text-anchor": "middle" }, label)
      : undefined,
  ]);
  const nowX = x(now);
  return svg(
    "svg",
    { width, height },
    svg(
      "defs",
      {},
      hatch(`${name}-elapsed`, "M-1 9 L9 -1 M-5 5 L5 -5 M3 13 L13 3"),
      svg(
        "linearGradient",
        { id: `${name}-open` },
        svg("stop", { offset: "0", class: "open-stop" }),
        svg("stop", { offset: "0.6", class: "open-stop" }),
        svg("stop", { offset: "1", class: "open-stop-end" }),
      ),
    ),
    axis,
    clocks.map((clock, index) => row(clock, TOP + index * ROW, { x, width, start: created, name })),
    svg("line", { class: "now", x1: nowX, x2: nowX, y1: 18, y2: height }),
    svg(
      "text",
      {
        class: "now-label",
        x: nowX < width - 120 ? nowX + 5 : nowX - 5,
        y: 27,
        "text-anchor": nowX < width - 120 ? "start" : "end",
      },
      `asked for ${dateText(now)}`,
    ),
  );
}

function row(
  clock: ClockView,
  y: number,
  place: { x: (at: number) => number; width: number; start: number; name: string },
): SVGElement[] {
  const label = `${fromCode(clock.copy)}: ${clock.until === null ? boundLabel(clock.bound) : untilText(clock)}`;
  const text = svg("text", { class: "clock-label", x: 4, y: y + 14 }, label);
  if (clock.bound === "none") return [text];
  const from = place.x(clock.from ?? (Number.isFinite(place.start) ? place.start : 0));
  const to = clock.until === null ? place.width : place.x(clock.until);
  const parts = [text];
  const bar = {
    x: from,
    y: y + 21,
    width: Math.max(3, to - from),
    height: 14,
    rx: clock.until === null ? 0 : 3,
  };
  const kind = clock.bound === "at-least" || clock.bound === "until-released" ? "hold" : "keep";
  const maybe = clock.applies === "maybe" ? " maybe" : "";
  const fade = clock.until === null && kind === "keep" ? { style: { fill: `url(#${place.name}-open)` } } : {};
  parts.push(svg("rect", { ...bar, class: `clock ${kind}${maybe}`, ...fade }));
  if (clock.elapsed) parts.push(svg("rect", { ...bar, fill: `url(#${place.name}-elapsed)` }));
  if (clock.until !== null) {
    parts.push(svg("line", { class: "clock-end", x1: to, x2: to, y1: y + 18, y2: y + 38 }));
  }
  return parts;
}

function untilText({ bound, until }: ClockView): string {
  return `${bound === "at-least" ? "at least " : ""}until ${dateText(until)}`;
}

function hatch(id: string, d: string): SVGElement {
  return svg(
    "pattern",
    { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
    svg("path", { d, class: "pattern-stroke" }),
  );
}
