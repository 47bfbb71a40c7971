/** An explanation for programs: one JSON object, described in docs/cli.md. */
import { printDecision } from "@proviso/core/decision";
import { isoText } from "../terminal/words.ts";
import { citedBy, policyOf } from "./citations.ts";
import type { Told } from "./explain-text.ts";

export function explanationJson({ decided, explanation }: Told): string {
  const { conversation, product, prepared } = decided;
  const { decision, rules, facts } = explanation;
  const cited = decision.uses.flatMap((use) => citedBy(policyOf(prepared, use.policy), use.cite));
  const clocks = decision.clocks.flatMap((clock) => citedBy(policyOf(prepared, clock.policy), clock.cite));
  const documents = new Map([...cited, ...clocks].map(({ document, source }) => [document, source]));
  return `${JSON.stringify({
    conversation: conversation.id,
    item: decision.item ?? null,
    title: conversation.title ?? null,
    account: decision.account ?? null,
    product,
    file: conversation.locator.file,
    ...printDecision(decision),
    rules,
    facts: facts.map(({ name, value, says, ask, events }) => ({
      name,
      known: value !== undefined,
      value: factValue(value),
      says,
      ask: ask ?? null,
      events,
    })),
    documents: Object.fromEntries(
      [...documents].flatMap(([name, source]) => {
        if (source === undefined) return [];
        const { title, version, url, archive, authority } = source;
        return [[name, { title, version, url: url ?? null, archive: archive ?? null, authority }]];
      }),
    ),
  })}\n`;
}

/** Timestamps are the only numbers among facts. */
function factValue(value: boolean | string | number | null | undefined): unknown {
  return typeof value === "number" ? isoText(value) : (value ?? null);
}
