/**
 * Postal addresses: a street line or a post box, and what follows it up to the country
 *
 * Nearly every address holds a number, so numbers are where it is looked for. The word before and
 * the words after decide quickly whether anything is read at all; then the surroundings are split
 * into tokens, the street line is found and grown in both directions. A line that could be
 * something else needs a second sign: a unit, a postcode with its city, a country, or a word that
 * says that someone lives or is sent something there.
 */
import { is, SPACE } from "../../scan/bytes.ts";
import { hasContext } from "../../scan/context.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { cornerEnd } from "./corner.ts";
import { mayBeStreet } from "./may-be-street.ts";
import { readTokens } from "./read-tokens.ts";
import { MILITARY, type Part, streetAround } from "./street.ts";
import { growLeft, growRight } from "./tail.ts";
import { isYear, type Token } from "./token.ts";
import { BEFORE_IT, SAYS_ADDRESS } from "./words/address-context.ts";
import * as kind from "./words/kinds.ts";

/** Index of `s/n` in the literals. */
const NO_NUMBER = 1;
const CORNER = 0.6;
const THRESHOLD = 0.5;
const CONTEXT_SAYS = 0.3;
const YEAR_TAKES = 0.3;
/** Of the forms below it, only the numbers are known. */
const UNSURE = 0.2;

export const address: Recognizer = {
  name: "address",
  types: ["ADDRESS"],
  literals: [
    { text: "corner of ", ignoreCase: true, wordStart: true },
    { text: "s/n", ignoreCase: true, wordStart: true, wordEnd: true },
  ],
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    if (literal === NO_NUMBER) {
      report(text, start, start, emit);
      return;
    }
    const after = cornerEnd(text, end);
    if (after === 0) return;
    // What says that it is a corner stays; only the two streets go.
    let from = end;
    while (is(text.bytes, from, SPACE)) from += 1;
    emit("ADDRESS", from, after, CORNER, "pattern");
  },
  digits: { min: 1, max: 12 },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    if (run.count > 4 || !mayBeStreet(text, run)) return;
    const start = run.starts[0] ?? 0;
    const last = run.starts[run.count - 1] ?? start;
    report(text, start, last, emit);
  },
};

/** Finds the street line around one of two numbers, grows it, and reports it if it is enough. */
function report(text: Text, start: number, last: number, emit: Emit): void {
  const tokens = readTokens(text, start);
  const street = streetAt(tokens, start) ?? (last > start ? streetAt(tokens, last) : undefined);
  if (street === undefined) return;
  const left = growLeft(tokens, street.first, text.bytes);
  const isWhole = street.score >= MILITARY;
  const right = isWhole ? { after: street.after, evidence: 0 } : growRight(tokens, street.after, text.bytes);
  const from = tokens[left.first]?.start ?? start;
  const to = endOf(tokens[right.after - 1], text.bytes);
  let score = street.score + left.evidence + right.evidence;
  if (left.evidence + right.evidence < 0.2 || (street.score < UNSURE && right.evidence < 0.5)) {
    const ends = [tokens[street.first], tokens[street.after - 1]];
    if (ends.some((token) => isYear(token, text.bytes))) score -= YEAR_TAKES;
  }
  const isSaid = hasContext(text, from, to, SAYS_ADDRESS, BEFORE_IT);
  if (isSaid) score += CONTEXT_SAYS;
  if (score < THRESHOLD) return;
  const isFull = isWhole || (street.score >= 0.7 && left.evidence + right.evidence > 0.3);
  emit(
    "ADDRESS",
    from,
    closed(text, from, to),
    Math.min(score, 0.97),
    isFull ? "structure" : isSaid ? "context" : "pattern",
  );
}

/** Without the dot of a sentence that ends here; that of `St.` stays. */
function endOf(token: Token | undefined, bytes: Uint8Array): number {
  if (token === undefined) return 0;
  return bytes[token.end - 1] === 0x2e && (token.kinds & kind.SHORT) === 0 ? token.end - 1 : token.end;
}

function streetAt(tokens: readonly Token[], offset: number): Part | undefined {
  const at = tokens.findIndex((token) => token.end > offset);
  return at < 0 ? undefined : streetAround(tokens, at);
}

/** With the closing bracket of one that was opened inside. */
function closed({ bytes, end }: Text, from: number, to: number): number {
  if (to >= end || bytes[to] !== 0x29) return to;
  let open = 0;
  for (let at = from; at < to; at += 1) open += bytes[at] === 0x28 ? 1 : bytes[at] === 0x29 ? -1 : 0;
  return open > 0 ? to + 1 : to;
}
