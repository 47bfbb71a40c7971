/** A finding in one sentence, without its value. */
import { ENTITIES, groupOf } from "@proviso/core/redact";
import type { GateFinding } from "./gate-finding.ts";

export function saysOf(type: string): string {
  return Object.hasOwn(ENTITIES, type)
    ? ENTITIES[type as keyof typeof ENTITIES].says
    : `a value of type ${type}`;
}

export function messageOf({ type, hint }: Pick<GateFinding, "type" | "hint">): string {
  const advice = groupOf(type) === "secret" ? "revoke it, then take it out" : "take it out or redact it";
  return `${saysOf(type)} (${hint}); ${advice}`;
}
