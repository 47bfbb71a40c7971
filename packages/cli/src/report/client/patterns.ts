/**
 * Fills that differ by colour and by pattern, for eyes and printers that see no colour.
 */
import { svg } from "./dom.ts";

// Strokes over a ground of 8 x 8; the first is solid.
const STROKES = [
  "",
  "M-1 9 L9 -1 M-5 5 L5 -5 M3 13 L13 3",
  "M1 2 h2 M5 6 h2",
  "M0 4 H8",
  "M-1 -1 L9 9 M3 -5 L13 5 M-5 3 L5 13",
  "M4 0 V8",
  "M0 0 L8 8 M8 0 L0 8",
];

/** Colour classes in the order of the series; the style sheet gives them their colours. */
export function fillClasses(keys: readonly string[], by: "answer" | "reason"): string[] {
  return keys.map((key, index) => (by === "answer" ? `fill-${key}` : `fill-r${index % 7}`));
}

export function patternDefs(prefix: string, classes: readonly string[]): SVGElement {
  return svg(
    "defs",
    {},
    classes.map((name, index) =>
      svg(
        "pattern",
        { id: `${prefix}${index}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
        svg("rect", { width: 8, height: 8, class: name }),
        svg("path", { d: STROKES[index % STROKES.length] ?? "", class: "pattern-stroke" }),
      ),
    ),
  );
}

let swatches = 0;

/** The fill as a small square beside a label. */
export function swatch(name: string, index: number): SVGElement {
  swatches += 1;
  const prefix = `swatch${swatches}-`;
  const defs = svg(
    "defs",
    {},
    svg(
      "pattern",
      { id: prefix, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
      svg("rect", { width: 8, height: 8, class: name }),
      svg("path", { d: STROKES[index % STROKES.length] ?? "", class: "pattern-stroke" }),
    ),
  );
  return svg(
    "svg",
    { class: "swatch", width: 16, height: 16, "aria-hidden": "true" },
    defs,
    svg("rect", { width: 16, height: 16, rx: 3, fill: `url(#${prefix})` }),
  );
}
