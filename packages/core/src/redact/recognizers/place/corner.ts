/** The end of two streets that cross: `the corner of Alder Road and 5th Avenue`. */
import type { Text } from "../../scan/text.ts";
import { readTokens } from "./read-tokens.ts";
import type { Token } from "./token.ts";
import * as kind from "./words/kinds.ts";

const MAX_TOKENS = 7;

/**
 * @param from where the first street begins
 * @returns where the second one ends; 0 if there are no two
 */
export function cornerEnd(text: Text, from: number): number {
  const tokens = readTokens(text, from);
  const first = tokens.findIndex((token) => token.start >= from);
  if (first < 0) return 0;
  const middle = streetEnd(tokens, first);
  if (middle === first) return 0;
  const joint = tokens[middle];
  if (joint?.kind !== "word" || joint.capital || (joint.kinds & (kind.PARTICLE | kind.STOP)) === 0) return 0;
  const after = streetEnd(tokens, middle + 1);
  return after > middle + 1 ? (tokens[after - 1]?.end ?? 0) : 0;
}

/** Capitals, numbers and words for streets, with a capital or a word for a street among them. */
function streetEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  let names = 0;
  while (at < from + MAX_TOKENS) {
    const here = tokens[at];
    if (here === undefined || (here.kind !== "word" && here.kind !== "number")) break;
    const isNamed = here.kind === "word" && (here.capital || (here.kinds & kind.STREET) !== 0);
    if (here.kind === "word" && (here.kinds & kind.STOP) !== 0) break;
    if (here.kind === "word" && !isNamed) break;
    if (isNamed) names += 1;
    at += 1;
    // The dot of `u. 39. and`
    if (here.kind === "number" && tokens[at]?.kind === "comma" && tokens[at + 1]?.kind === "word") at += 1;
  }
  return names > 0 ? at : from;
}
