/** Provisions -> sentences -> **facts** on the axes */
import type { Provision } from "../provisions/provision.ts";
import type { AxisFact } from "./axis.ts";
import { withoutRevoked } from "./revoked.ts";
import { RULES } from "./rules/all.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * What a version says on the axes, in the order of its text. Deterministic and offline; English first, key
 * sentences of French and German besides. Every fact quotes its sentence: `markdown.slice(start, end)`.
 *
 * A sentence that no rule reads gives no fact: silence here is "not read", not "not said".
 */
export function axisFacts(markdown: string, provisions: readonly Provision[]): readonly AxisFact[] {
  const facts: AxisFact[] = [];
  for (const sentence of sentencesOf(markdown, provisions)) {
    const { start, end, provision } = sentence;
    const seen = new Set<string>();
    const found = RULES.flatMap((rule) => rule(sentence));
    for (const { axis, values, confidence } of withoutRevoked(found, sentence)) {
      const key = `${axis} ${JSON.stringify(values)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const quote = markdown.slice(start, end);
      facts.push({ axis, values, quote, start, end, provision, confidence, basis: "rule" });
    }
  }
  return facts;
}
