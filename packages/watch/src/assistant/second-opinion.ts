/** A version and the rules' facts -> Opinion */
import {
  type AxisFact,
  axisFacts,
  type DocumentName,
  disagreements,
  isAgreed,
  placeOf,
  printDocument,
  split,
  type Version,
  type WithheldReason,
  weighFact,
} from "@proviso/core/terms";
import { z } from "zod";
import { type AskContext, ask } from "./ask.ts";
import type { AssistantSettings, NoOpinion, Opinion, SecondOpinion, SummaryLine } from "./opinion.ts";
import { promptFor } from "./prompt.ts";

const ANSWER = z.strictObject({
  summary: z.array(z.strictObject({ says: z.string().min(1).max(400), quote: z.string() })).max(30),
  facts: z
    .array(
      z.strictObject({
        axis: z.string(),
        values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
        quote: z.string(),
      }),
    )
    .max(300),
});
type Answer = z.infer<typeof ANSWER>;

/**
 * Sends the text to the assistant's server, piece by piece. Never throws for what the server does: without
 * an answer there is no opinion, and the rules' facts stand as they did.
 *
 * @throws ProvisoError INTERRUPTED when the signal is given
 */
export async function secondOpinion(
  document: DocumentName,
  version: Pick<Version, "text">,
  settings: AssistantSettings,
  context: AskContext = {},
): Promise<Opinion | NoOpinion> {
  const { text } = version;
  const provisions = split(text);
  const rules = axisFacts(text, provisions);
  const { pieces, unread } = piecesOf(text, settings);
  const cost = { requests: 0, inputTokens: 0, outputTokens: 0 };
  const withheld: Partial<Record<WithheldReason, number>> = {};
  const failures: string[] = [];
  const facts = new Map<string, SecondOpinion>();
  const summary: SummaryLine[] = [];
  const withhold = (why: WithheldReason): void => {
    withheld[why] = (withheld[why] ?? 0) + 1;
  };
  for (const piece of pieces) {
    const asked = await ask(promptFor(piece, printDocument(document)), settings, context);
    cost.requests += asked.requests;
    if ("reason" in asked) {
      failures.push(asked.reason);
      // A server that does not answer is not asked for each piece again.
      break;
    }
    cost.inputTokens += asked.answer.inputTokens;
    cost.outputTokens += asked.answer.outputTokens;
    const answer = answerIn(asked.answer.text);
    if (answer === undefined) {
      failures.push("the answer is not in the form asked for");
      continue;
    }
    for (const { says, quote } of answer.summary) {
      const place = placeOf(text, quote);
      if (typeof place === "string") withhold(place);
      else summary.push({ says, quote: text.slice(place.start, place.end), ...place });
    }
    for (const said of answer.facts) {
      const weighed = weighFact(text, provisions, said);
      if ("withheld" in weighed) withhold(weighed.withheld);
      else facts.set(keyOf(weighed.fact), besideRules(weighed.fact, rules));
    }
  }
  const [failure] = failures;
  if (failure !== undefined && failures.length === pieces.length)
    return { is: "none", reason: failure, cost };
  if (failure !== undefined && facts.size === 0 && summary.length === 0) {
    return { is: "none", reason: failure, cost };
  }
  return {
    is: "opinion",
    model: settings.model,
    summary,
    facts: [...facts.values()].sort((a, b) => a.fact.start - b.fact.start),
    withheld,
    unread,
    failures,
    cost,
  };
}

function besideRules(fact: AxisFact, rules: readonly AxisFact[]): SecondOpinion {
  const against = disagreements(fact, rules);
  if (against.length > 0) return { fact, standing: "disagrees", rules: against };
  return { fact, standing: isAgreed(fact, rules) ? "agrees" : "adds", rules: [] };
}

function keyOf({ axis, values, start }: AxisFact): string {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([start, axis, sorted]);
}

/** Cut at blank lines where there are any. */
function piecesOf(
  text: string,
  { pieceLength, mostPieces }: AssistantSettings,
): { readonly pieces: readonly string[]; readonly unread: number } {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length && pieces.length < mostPieces) {
    const most = Math.min(text.length, from + pieceLength);
    const blank = most === text.length ? most : text.lastIndexOf("\n\n", most);
    const to = blank > from ? blank : most;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return { pieces, unread: text.length - from };
}

/** JSON alone, or in a code block, which some models cannot be kept from. */
function answerIn(text: string): Answer | undefined {
  const bare = text
    .trim()
    .replace(/^```(?:json)?\s*\n/u, "")
    .replace(/\n```$/u, "");
  try {
    const read = ANSWER.safeParse(JSON.parse(bare));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
