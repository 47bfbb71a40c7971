/** Where the part that a finding is about stands in the file. */
import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Place } from "../errors.ts";
import type { Finding } from "./finding.ts";
import type { Conditions } from "./parse-conditions.ts";
import type { Policy } from "./policy.ts";
import type { Mapping } from "./yaml-mapping.ts";
import { startOf } from "./yaml-reading.ts";

/** @param policy as read from `root`: its lists have the order of the file */
export function placeOf(
  { about, span }: Pick<Finding, "about" | "span">,
  root: Mapping,
  policy: Policy,
  conditions: Conditions,
): Place {
  const condition = conditions.placeOf(about, span?.start ?? 0);
  // About a definition as a whole: its name, not its text.
  if (condition !== undefined && (span !== undefined || !about.startsWith("define."))) return condition;
  const dot = about.indexOf(".");
  const section = dot < 0 ? about : about.slice(0, dot);
  const node = root.nodeOf(section);
  const part = dot < 0 ? undefined : find(node, section, about.slice(dot + 1), policy);
  return root.reading.place(startOf(part ?? node ?? root.node), about);
}

/** The key of a mapping's entry, or the list entry that bears the id. */
function find(node: Node | undefined, section: string, path: string, policy: Policy): Node | undefined {
  const names = (name: string): boolean => path === name || path.startsWith(`${name}.`);
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && names(String(key.value)));
    return pair?.key as Node | undefined;
  }
  const ids = {
    rules: policy.rules.map((rule) => rule.id),
    clocks: policy.clocks.map((clock) => clock.id),
    holds: policy.holds.map((hold) => hold.hold),
  }[section];
  return isSeq(node) ? (node.items[ids?.findIndex(names) ?? -1] as Node | undefined) : undefined;
}
