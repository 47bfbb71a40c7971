/** A text, article or terms -> its **statements**, in the order of the text */

import type { Axis, AxisValues } from "../axes/axis.ts";
import { axisFacts } from "../axes/facts.ts";
import { split } from "../provisions/split.ts";
import type { Statement, Subject } from "./claim.ts";
import { keptIf, SAID_CONFIDENCE, saidOf, type TextKind } from "./said.ts";

export function statementsOf(text: string, kind: TextKind): readonly Statement[] {
  const provisions = split(text);
  const facts = axisFacts(text, provisions).map(
    ({ axis, values, quote, start, end, confidence }): Statement => ({
      subject: axis,
      values: refined(axis, values, quote),
      quote,
      start,
      end,
      confidence,
    }),
  );
  const found = new Map<string, Statement>();
  for (const one of [...facts, ...saidOf(text, provisions, kind)]) {
    const key = `${one.start} ${one.subject} ${JSON.stringify(one.values)}`;
    if (!found.has(key)) found.set(key, one);
  }
  const bySentence = new Map<number, Statement[]>();
  for (const one of found.values()) {
    const there = bySentence.get(one.start);
    if (there === undefined) bySentence.set(one.start, [one]);
    else there.push(one);
  }
  return [...found.values()]
    .filter((one) => !DEFINITION.test(one.quote) && !isWeaker(one, bySentence.get(one.start) ?? []))
    .sort((a, b) => a.start - b.start || compare(a.subject, b.subject));
}

/**
 * "For those who don't opt out" is for those who allow it; what is said of temporary or deleted chats is not
 * said of all.
 */
function refined(axis: Axis, values: AxisValues, quote: string): AxisValues {
  const low = quote.toLowerCase().replaceAll("’", "'");
  if (axis === "retention") {
    const condition = keptIf(low);
    return condition === undefined ? values : { ...values, if: condition };
  }
  const kind = axis === "training-use" ? KINDS_OF_CHATS.find(([, cue]) => cue.test(low))?.[0] : undefined;
  return kind === undefined || values["data"] === "feedback" ? values : { ...values, data: kind };
}

const KINDS_OF_CHATS = [
  [
    "temporary-chats",
    /\b(temporary|incognito|private|unsaved)( \w+)? chats?\b|\b(temporary|incognito) (conversations?|mode)\b/u,
  ],
  ["deleted-chats", /\bdeleted (chats?|conversations?|inputs)\b/u],
] as const;

/** Subjects in whose sentences a condition on the user's choice is no statement of its own on the choice. */
const CONDITIONED: ReadonlySet<Subject> = new Set<Subject>([
  "retention",
  "exceptions",
  "silence",
  "switch-position",
  "earlier-data",
  "opt-out-reach",
]);

/** Subjects in whose sentences a use for training is said of a part of the data only. */
const PARTIAL: ReadonlySet<Subject> = new Set<Subject>(["earlier-data", "opt-out-reach", "flagged-use"]);
/** `"Customer Claim" means …` promises nothing. */
const DEFINITION = /^[*_"“]{1,6}[^"”*\n]{1,80}[*_"”]{1,6} (?:means|shall mean)\b/u;

/** Said again in the same sentence with more values, or the mere condition of what the sentence says. */
function isWeaker(one: Statement, all: readonly Statement[]): boolean {
  return all.some((other) => {
    if (other === one || other.start !== one.start || other.end !== one.end) return false;
    if (one.subject === "choice" && CONDITIONED.has(other.subject)) return true;
    if (one.subject === "training-use" && PARTIAL.has(other.subject)) return true;
    if (other.subject !== one.subject) return false;
    // Read by the axes already, and with more care.
    if (
      one.subject === "training-use" &&
      one.confidence === SAID_CONFIDENCE &&
      other.confidence > SAID_CONFIDENCE
    )
      return true;
    const values = Object.entries(one.values);
    return (
      values.length < Object.keys(other.values).length &&
      values.every(([field, value]) => other.values[field] === value)
    );
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
