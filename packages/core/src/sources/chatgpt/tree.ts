/**
 * The message tree of a ChatGPT conversation -> its messages in order, each visible or hidden
 *
 * A regenerated answer or an edited question leaves its branch in the export. `current_node` is the
 * end of the branch that the app shows; what is not on the way to it is hidden, and still data.
 */
import { type Json, listOf, nameOf, objectOf } from "../read-field.ts";

export interface TreeMessage {
  readonly node: string;
  readonly message: Json;
  readonly at: number | undefined;
  readonly hidden: boolean;
}

/** Total for any mapping: loops, missing parents and missing children lose no message. */
export function messagesOf(
  mapping: ReadonlyMap<string, unknown>,
  current: string | undefined,
  dateOf: (message: Json) => number | undefined,
): readonly TreeMessage[] {
  const shown = pathTo(mapping, current);
  const found: { sort: number; message: TreeMessage }[] = [];
  for (const [node, after] of inTreeOrder(mapping)) {
    const message = objectOf(mapping.get(node))["message"];
    if (typeof message !== "object" || message === null) continue;
    const known = objectOf(message);
    const at = dateOf(known);
    const sort = Math.max(at ?? Number.NEGATIVE_INFINITY, after.latest);
    after.own = sort;
    found.push({
      sort,
      message: { node, message: known, at, hidden: shown !== undefined && !shown.has(node) },
    });
  }
  return found.sort((a, b) => compare(a.sort, b.sort)).map((entry) => entry.message);
}

/** The nodes from `current` to its root; undefined where the export names no current node. */
function pathTo(
  mapping: ReadonlyMap<string, unknown>,
  current: string | undefined,
): ReadonlySet<string> | undefined {
  if (current === undefined || !mapping.has(current)) return undefined;
  const path = new Set<string>();
  for (let node: string | undefined = current; node !== undefined && !path.has(node); ) {
    path.add(node);
    node = nameOf(objectOf(mapping.get(node))["parent"]);
  }
  return path;
}

/** A message is never put before its parent: `latest` is the latest time on the way to it. */
interface Time {
  readonly latest: number;
  own: number;
}

function* inTreeOrder(mapping: ReadonlyMap<string, unknown>): Generator<[string, Time]> {
  const met = new Set<string>();
  const roots = [...mapping.keys()].filter((node) => {
    const parent = nameOf(objectOf(mapping.get(node))["parent"]);
    return parent === undefined || !mapping.has(parent);
  });
  // After the roots, every node: those inside a loop have no root above them.
  for (const start of [...roots, ...mapping.keys()]) {
    const open: { node: string; parent: Time | undefined }[] = [{ node: start, parent: undefined }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (met.has(next.node) || !mapping.has(next.node)) continue;
      met.add(next.node);
      const latest = next.parent?.own ?? Number.NEGATIVE_INFINITY;
      const time: Time = { latest, own: latest };
      yield [next.node, time];
      const children = listOf(objectOf(mapping.get(next.node))["children"]);
      for (let index = children.length - 1; index >= 0; index -= 1) {
        const child = nameOf(children[index]);
        if (child !== undefined) open.push({ node: child, parent: time });
      }
    }
  }
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
