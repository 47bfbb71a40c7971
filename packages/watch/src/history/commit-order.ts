/** Commit -> all that led to it, oldest first: parents before children, then by their dates */
import type { GitObjects } from "./git-objects.ts";

interface Node {
  readonly id: string;
  readonly at: number;
  readonly parents: readonly string[];
  /** Parents that are still to be told. */
  waits: number;
  readonly children: Node[];
}

/** Holds ids and dates only, not what the commits say. @param shallow commits whose parents are not there */
export function orderCommits(objects: GitObjects, head: string, shallow: ReadonlySet<string>): string[] {
  const nodes = new Map<string, Node>();
  const open = [head];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (nodes.has(id)) continue;
    const { at, parents: all } = objects.commit(id);
    const parents = shallow.has(id) ? [] : [...new Set(all)];
    nodes.set(id, { id, at, parents, waits: parents.length, children: [] });
    open.push(...parents);
  }
  for (const node of nodes.values())
    for (const parent of node.parents) nodes.get(parent)?.children.push(node);
  const ready = [...nodes.values()].filter(({ waits }) => waits === 0).sort(byAge);
  const order: string[] = [];
  for (let node = ready.shift(); node !== undefined; node = ready.shift()) {
    order.push(node.id);
    for (const child of node.children) {
      child.waits -= 1;
      if (child.waits === 0) insert(ready, child);
    }
  }
  return order;
}

/** Few branches are open at once, so that a search from the end is short. */
function insert(ready: Node[], node: Node): void {
  let at = ready.length;
  while (at > 0 && byAge(ready[at - 1] as Node, node) > 0) at -= 1;
  ready.splice(at, 0, node);
}

function byAge(a: Node, b: Node): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
