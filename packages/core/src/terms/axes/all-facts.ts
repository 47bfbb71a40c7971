/** A version and its provisions -> **AxisFacts**: what rules read, and of other clauses the likely topic */
import type { Version } from "../document.ts";
import type { Provision } from "../provisions/provision.ts";
import type { AxisFact } from "./axis.ts";
import { axisFacts } from "./facts.ts";
import { modelFacts } from "./model/model-facts.ts";

/** The model has learnt English only, and is not asked where the text is known to be in another language. */
export function allFacts(
  { text, language = "en" }: Pick<Version, "text" | "language">,
  provisions: readonly Provision[],
): readonly AxisFact[] {
  const read = axisFacts(text, provisions);
  if (language !== "en") return read;
  const isRead = new Set(read.map(({ provision }) => provision));
  return [
    ...read,
    ...modelFacts(
      text,
      provisions.filter(({ id }) => !isRead.has(id)),
    ),
  ];
}
