/** The `holds` section: legal holds that the pack knows by name, with whom they cover. */
import type { Node } from "yaml";
import type { HoldScope } from "../events/event.ts";
import { GROUNDS_KEYS, parseGrounds } from "./parse-grounds.ts";
import { type Context, idAt } from "./parse-rules.ts";
import type { NamedHold } from "./policy.ts";
import { Mapping } from "./yaml-mapping.ts";

export const HOLD_KEYS = ["hold", "scope", ...GROUNDS_KEYS] as const;
export const SCOPE_KEYS = ["conversations", "plans", "exceptPlans", "regions", "exceptRegions"] as const;

export function parseHold(node: Node, index: number, context: Context): NamedHold | undefined {
  const mapping = Mapping.open(node, `holds[${index}]`, HOLD_KEYS, context.reading);
  if (mapping === undefined) return undefined;
  const hold = idAt(mapping, "hold");
  return { hold, scope: parseScope(mapping), ...parseGrounds(mapping, context.documents) };
}

/** An absent scope covers everyone: a hold that is not limited must not be read as one that is. */
function parseScope(mapping: Mapping): HoldScope {
  const node = mapping.nodeOf("scope");
  const scope = node && Mapping.open(node, mapping.path("scope"), SCOPE_KEYS, mapping.reading);
  if (scope === undefined) return {};
  const parts = SCOPE_KEYS.filter((key) => scope.has(key)).map((key) => {
    const texts = scope.texts(key).map((scalar) => scalar.value);
    if (texts.length === 0) scope.fail(key, `\`${key}\` is empty`, "leave it out if it does not limit");
    return [key, texts] as const;
  });
  return Object.fromEntries(parts);
}
