/** A picture as wide as its place: drawn anew when that changes. */
/// <reference lib="dom" />
import { type Child, h, type Props, replace } from "./dom.ts";

/** @param draw gives the picture for a width in CSS pixels, which is never nought */
export function plotOf(draw: (width: number) => Child, props: Props = {}): HTMLElement {
  const plot = h("div", { class: "plot", ...props });
  let drawn = 0;
  new ResizeObserver(() => {
    const width = Math.floor(plot.clientWidth);
    if (width === drawn || width === 0) return;
    drawn = width;
    replace(plot, draw(width));
  }).observe(plot);
  return plot;
}
