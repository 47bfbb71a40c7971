/** The private members of a JSON web key (RFC 7517 and 7518): `"d"`, `"k"` and the primes, beside `"kty"`. */
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { ALPHABETS } from "./alphabet.ts";
import { isQuote } from "./assignment.ts";
import { looksRandom, newTraits, readTraits } from "./randomness.ts";

const FEWEST = 16;
/** An RSA key of 4096 bits has about 3,000 characters; `kty` stands at either end of it. */
const REACH = 3200;
const COLON = 0x3a;
const KIND = new TextEncoder().encode("kty");
const MEMBERS = ["d", "k", "p", "q", "dp", "dq", "qi"];
/** Between a member's name and its value. */
const MAX_GAP = 10;

const traits = newTraits();

export const jsonWebKey: Recognizer = {
  name: "json-web-key",
  types: ["PRIVATE_KEY"],
  // In a JSON string that holds the key, two apostrophes stand for each quote.
  literals: MEMBERS.flatMap((name) => [{ text: `"${name}"` }, { text: `'${name}'` }]),
  atLiteral(text: Text, start: number, end: number, _literal: number, emit: Emit): void {
    const { bytes } = text;
    let at = end;
    let hasColon = false;
    while (
      at < text.end &&
      at - end < MAX_GAP &&
      (bytes[at] === 0x20 || bytes[at] === COLON || isQuote(bytes[at]))
    ) {
      hasColon ||= bytes[at] === COLON;
      at += 1;
    }
    if (!hasColon || !isQuote(bytes[at - 1])) return;
    const from = at;
    let to = from;
    while (to < text.end && ALPHABETS.url[bytes[to] as number] === 1) to += 1;
    if (to - from < FEWEST || !isQuote(bytes[to])) return;
    readTraits(bytes, from, to, traits);
    if ((traits.digits === 0 && !looksRandom(traits)) || !hasKind(text, start, to)) return;
    emit("PRIVATE_KEY", from, to, 0.95, "structure");
  },
};

function hasKind({ bytes, start: first, end }: Text, start: number, to: number): boolean {
  const from = Math.max(first, start - REACH);
  const stop = Math.min(end, to + REACH);
  for (let at = from + 1; at + KIND.length < stop; at += 1) {
    // The third letter of `kty` is rare: most places are left after one look.
    if (bytes[at + 2] !== 0x79 || !isQuote(bytes[at - 1]) || !isQuote(bytes[at + KIND.length])) continue;
    if (KIND.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
