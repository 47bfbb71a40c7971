/**
 * One tooltip for the page: follows hover and keyboard focus, leaves with Escape.
 *
 * The same words stand in the element's accessible name, so the tooltip itself is hidden from
 * assistive technology.
 */
import { h, replace } from "./dom.ts";

let box: HTMLElement | undefined;

export function withTooltip<E extends Element>(element: E, lines: readonly string[]): E {
  const show = () => showTooltip(element, lines);
  element.addEventListener("pointerenter", show);
  element.addEventListener("focus", show);
  element.addEventListener("pointerleave", hideTooltip);
  element.addEventListener("blur", hideTooltip);
  return element;
}

export function hideTooltip(): void {
  if (box !== undefined) box.hidden = true;
}

function showTooltip(element: Element, lines: readonly string[]): void {
  box ??= document.body.appendChild(h("div", { class: "tooltip", "aria-hidden": "true" }));
  replace(
    box,
    lines.map((line, index) => h(index === 0 ? "strong" : "span", {}, line)),
  );
  box.hidden = false;
  const place = element.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const left = Math.min(
    Math.max(8, place.left + place.width / 2 - size.width / 2),
    document.documentElement.clientWidth - size.width - 8,
  );
  const above = place.top - size.height - 8;
  box.style.left = `${left + window.scrollX}px`;
  box.style.top = `${(above > 8 ? above : place.bottom + 8) + window.scrollY}px`;
}
