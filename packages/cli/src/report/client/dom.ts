/**
 * Elements from plain data. All text goes in as text nodes: nothing here can make markup of it.
 */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

export type Child = Node | string | number | undefined | false | readonly Child[];
export type Props = Readonly<
  Record<string, string | number | boolean | undefined | ((event: Event) => void) | Record<string, string>>
>;

const SVG = "http://www.w3.org/2000/svg";

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setProps(element, props);
  append(element, children);
  return element;
}

export function svg(tag: string, props: Props = {}, ...children: readonly Child[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  setProps(element, props);
  append(element, children);
  return element;
}

export function replace(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren();
  append(element, children);
}

/** Text of unknown script and direction that may not disturb what stands around it. */
export function bdi(text: string): HTMLElement {
  return h("bdi", { dir: "auto" }, text);
}

/** Our own sentences, in which commands and names stand in backticks. */
export function prose(text: string): Child[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 0 ? part : h("code", {}, part)));
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    if (typeof child === "string" || typeof child === "number") element.append(String(child));
    else if (child instanceof Node) element.append(child);
    else append(element, child);
  }
}

function setProps(element: Element, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (typeof value === "object") setStyle(element, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

// Through the object model: the page's policy forbids style attributes in markup.
function setStyle(element: Element, style: Record<string, string>): void {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return;
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
}
