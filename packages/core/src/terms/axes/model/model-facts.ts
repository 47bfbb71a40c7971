/**
 * Clauses without a fact -> **topics by the model**
 *
 * Says what a clause is about, never what it says. Withheld unless the topic is likely and the case fits.
 */
import type { Provision } from "../../provisions/provision.ts";
import type { AxisFact } from "../axis.ts";
import { classify } from "./classify.ts";
import { LEAST_FIT, LEAST_P } from "./data/withheld.ts";
import { likelyTopic } from "./topics.ts";

/** Shorter ones are headings and fragments. */
const FEWEST_WORDS = 6;
/** Rows of tables are names and numbers, on which the model has learnt nothing. */
const TABLE_ROW = /^\s*\|/u;

/**
 * @param markdown the version that the provisions are of
 * @param provisions those that no rule says anything about; only of an English text, the model knows no other
 */
export function modelFacts(markdown: string, provisions: readonly Provision[]): readonly AxisFact[] {
  return provisions.flatMap(({ id, start, end }) => {
    const quote = markdown.slice(start, end);
    const words = quote.trim().split(/\s+/u, FEWEST_WORDS);
    if (words.length < FEWEST_WORDS || TABLE_ROW.test(quote)) return [];
    const { cases, fit } = classify(quote);
    const topic = likelyTopic(cases);
    if (topic === undefined || topic.p < LEAST_P || fit < LEAST_FIT) return [];
    const { axis, p } = topic;
    return [
      {
        axis,
        values: { topic: topic.topic },
        quote,
        start,
        end,
        provision: id,
        confidence: Math.min(1, p),
        basis: "model",
      },
    ];
  });
}
