/** The few parts of the DOM that extraction uses, as linkedom has them. */
export interface DomNode {
  readonly nodeType: number;
  readonly parentNode: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly textContent: string;
  remove(): void;
}

export interface DomElement extends DomNode {
  readonly tagName: string;
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement> & { readonly length: number };
  closest(selector: string): DomElement | null;
  contains(node: DomNode): boolean;
  replaceWith(...nodes: (DomNode | string)[]): void;
  cloneNode(isDeep: boolean): DomElement;
}

export interface DomDocument extends DomNode {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  readonly title: string;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement> & { readonly length: number };
  cloneNode(isDeep: boolean): DomDocument;
}

export const ELEMENT = 1;

/** Depth-first, without recursion: `enter` and `leave` of each node below and including `root`. */
export function walk(root: DomNode, enter: (node: DomNode) => void, leave: (node: DomNode) => void): void {
  let node: DomNode = root;
  enter(node);
  for (;;) {
    if (node.firstChild !== null) {
      node = node.firstChild;
      enter(node);
      continue;
    }
    leave(node);
    while (node !== root && node.nextSibling === null) {
      const parent = node.parentNode;
      if (parent === null) return;
      node = parent;
      leave(node);
    }
    if (node === root || node.nextSibling === null) return;
    node = node.nextSibling;
    enter(node);
  }
}
