/**
 * The message tree of a ChatGPT conversation -> its messages in order, each visible or hidden
 *
 * A regenerated answer or an edited question leaves its branch in the export. `current_node` is the
 * end of the branch that the app shows; what is not on the way to it is hidden, and still data.
 */
import { isJson, type Json, nameOf, objectOf } from "../read-field.ts";

export interface TreeMessage {
  readonly node: string;
  readonly message: Json;
  readonly at: number | undefined;
  readonly hidden: boolean;
}

interface Node {
  readonly id: string;
  readonly message: Json | undefined;
  readonly parent: string | undefined;
  readonly children: Node[];
  shown: boolean;
  met: boolean;
}

/**
 * In the order of time, and never a message before its parent. The tree is read from the parents; the
 * lists of children repeat it. Total for any mapping: loops and missing parents lose no message.
 */
export function messagesOf(
  mapping: ReadonlyMap<string, unknown>,
  current: string | undefined,
  dateOf: (message: Json) => number | undefined,
): readonly TreeMessage[] {
  const nodes = readNodes(mapping);
  const knowsPath = markShown(nodes, current);
  const found: { sort: number; message: TreeMessage }[] = [];
  const walk = (start: Node): void => {
    const open = [{ node: start, after: Number.NEGATIVE_INFINITY }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { node } = next;
      if (node.met) continue;
      node.met = true;
      const at = node.message === undefined ? undefined : dateOf(node.message);
      const sort = at === undefined ? next.after : Math.max(at, next.after);
      if (node.message !== undefined) {
        const hidden = knowsPath && !node.shown;
        found.push({ sort, message: { node: node.id, message: node.message, at, hidden } });
      }
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child !== undefined) open.push({ node: child, after: sort });
      }
    }
  };
  for (const node of nodes.values()) if (node.parent === undefined || !nodes.has(node.parent)) walk(node);
  // Those inside a loop have no root above them.
  for (const node of nodes.values()) walk(node);
  return found.sort((a, b) => compare(a.sort, b.sort)).map((entry) => entry.message);
}

function readNodes(mapping: ReadonlyMap<string, unknown>): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const [id, value] of mapping) {
    const fields = objectOf(value);
    const message = isJson(fields["message"]) ? fields["message"] : undefined;
    nodes.set(id, { id, message, parent: nameOf(fields["parent"]), children: [], shown: false, met: false });
  }
  for (const node of nodes.values()) {
    if (node.parent !== undefined) nodes.get(node.parent)?.children.push(node);
  }
  return nodes;
}

/** Marks the nodes from `current` to its root; false where the export names no current node. */
function markShown(nodes: ReadonlyMap<string, Node>, current: string | undefined): boolean {
  let node = current === undefined ? undefined : nodes.get(current);
  if (node === undefined) return false;
  while (node !== undefined && !node.shown) {
    node.shown = true;
    node = node.parent === undefined ? undefined : nodes.get(node.parent);
  }
  return true;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
