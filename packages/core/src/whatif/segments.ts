/**
 * Facts and notices -> the **Segments** a conversation is counted in
 */
import { type Facts, factOf } from "../facts/facts.ts";
import type { FactName } from "../facts/vocabulary.ts";
import type { FactsAt } from "./facts-at.ts";
import type { Segments } from "./what-if.ts";

export function segmentsOf(facts: Facts, finder: FactsAt): Segments {
  const text = (name: FactName): string | undefined => {
    const value = factOf(facts, name);
    return typeof value === "string" ? value : undefined;
  };
  const surface = text("conversation.surface");
  const mode = text("conversation.mode");
  const special = mode === undefined || mode === "ordinary" ? undefined : mode;
  const kind = [surface, special].filter((part) => part !== undefined).join(", ");
  return {
    plan: text("conversation.plan") ?? text("account.plan"),
    region: text("account.region"),
    kind: kind === "" ? undefined : kind,
    language: languageOf(facts, finder),
  };
}

/** The language of the last notice that had been shown and says in which it was. */
function languageOf({ account, at, known }: Facts, finder: FactsAt): string | undefined {
  if (account === undefined) return undefined;
  const shown = finder
    .accountOf(account)
    .events.filter((event) => event.type === "notice.shown")
    .filter((event) => event.at <= at && event.recorded <= known);
  return shown.findLast(({ data }) => data.language !== undefined)?.data.language;
}
