/**
 * **Rows on demand**: a scrolled list of any length that holds only the rows in sight.
 */
import { h } from "./dom.ts";

const BEYOND = 8;

export interface VirtualList {
  readonly element: HTMLElement;
  /** Shows another number of rows from the top. */
  reset(length: number): void;
}

/** `rowHeight` is asked again on every layout, as it differs between narrow and wide windows. */
export function virtualList(
  label: string,
  head: HTMLElement,
  rowHeight: () => number,
  renderRow: (index: number) => HTMLElement,
): VirtualList {
  const body = h("div", { class: "v-body", role: "rowgroup" });
  const element = h("div", { class: "v-list", role: "table", tabindex: 0, "aria-label": label }, head, body);
  const shown = new Map<number, HTMLElement>();
  let length = 0;
  let height = rowHeight();

  const layout = () => {
    const first = Math.max(0, Math.floor((element.scrollTop - BEYOND * height) / height));
    const last = Math.min(length, Math.ceil((element.scrollTop + element.clientHeight) / height) + BEYOND);
    for (const [index, row] of shown) {
      if (index >= first && index < last) continue;
      // The keyboard stays in the list when its row goes out of sight.
      if (row.contains(document.activeElement)) element.focus({ preventScroll: true });
      row.remove();
      shown.delete(index);
    }
    for (let index = first; index < last; index += 1) {
      if (shown.has(index)) continue;
      const row = renderRow(index);
      row.style.transform = `translateY(${index * height}px)`;
      row.setAttribute("aria-rowindex", String(index + 2));
      shown.set(index, row);
      const after = shown.get(index + 1);
      if (after === undefined) body.append(row);
      else body.insertBefore(row, after);
    }
  };
  const redraw = () => {
    height = rowHeight();
    for (const row of shown.values()) row.remove();
    shown.clear();
    body.style.height = `${length * height}px`;
    layout();
  };
  element.addEventListener("scroll", layout, { passive: true });
  element.addEventListener("keydown", (event) => moveFocus(event, shown, element, height));
  new ResizeObserver(() => (rowHeight() === height ? layout() : redraw())).observe(element);
  return {
    element,
    reset(next) {
      length = next;
      element.setAttribute("aria-rowcount", String(next + 1));
      element.scrollTop = 0;
      redraw();
    },
  };
}

/** Arrow keys go from the link of one row to that of the next. */
function moveFocus(
  event: KeyboardEvent,
  shown: ReadonlyMap<number, HTMLElement>,
  element: HTMLElement,
  height: number,
): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const at = [...shown].find(([, row]) => row.contains(document.activeElement))?.[0];
  const next = at === undefined ? Math.ceil(element.scrollTop / height) : at + step;
  const link = shown.get(next)?.querySelector("a");
  if (!link) return;
  event.preventDefault();
  link.focus({ preventScroll: true });
  const top = next * height;
  const room = element.clientHeight - 2 * height;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top > element.scrollTop + room) element.scrollTop = top - room;
}
