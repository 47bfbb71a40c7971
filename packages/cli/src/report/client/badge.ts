/**
 * An answer as a badge: a shape, a colour and words, so that none of them carries it alone.
 */
import { h, svg } from "./dom.ts";
import { type Answer, answerLabel } from "./words.ts";

const GLYPHS: Record<Answer, string> = {
  used: "M2 7.5 L6 11.5 L14 3.5",
  not: "M3 3 L13 13 M13 3 L3 13",
  unknown: "M5 5.5 a3 3 0 1 1 3.6 3 q-0.8 0.3 -0.8 1.5 M7.8 13 v0.4",
};

export function answerGlyph(answer: Answer): SVGElement {
  return svg(
    "svg",
    { class: `glyph ${answer}`, viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: GLYPHS[answer] }),
  );
}

export function answerBadge(answer: Answer): HTMLElement {
  return h("span", { class: `badge ${answer}` }, answerGlyph(answer), answerLabel(answer));
}
