/** A lineage for programs: the same fields, instants in RFC 3339, null for what is not known. */
import type { Lineage, ModelTrace, RunTrace } from "@proviso/core/lineage";
import { isoText } from "../terminal/words.ts";
import type { Traced } from "./lineage-view.ts";

const INSTANTS: ReadonlySet<string> = new Set(["at", "recorded", "known", "startedAt", "endedAt"]);

export function lineageJson(view: Traced, trace: Lineage | RunTrace | ModelTrace): string {
  const { about, at, known, erased, foreign } = view;
  const head = { about, at, known: Number.isFinite(known) ? known : undefined, erased, foreign };
  return `${JSON.stringify(shown({ ...head, ...trace }))}\n`;
}

function shown(value: unknown, field?: string): unknown {
  if (value === undefined) return null;
  if (typeof value === "number" && field !== undefined && INSTANTS.has(field)) return isoText(value);
  if (Array.isArray(value)) return value.map((one) => shown(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shown(inner, name)]));
}
