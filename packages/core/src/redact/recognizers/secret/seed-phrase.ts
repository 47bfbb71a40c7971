/**
 * Recovery phrases of wallets (BIP 39): 12 to 24 small words behind "seed phrase", "recovery phrase",
 * "mnemonic" and the like. Whoever reads them has the money.
 *
 * Known by what announces them and their shape; the list of 2,048 words is not needed: prose hardly
 * has twelve words of three to eight letters on end and no comma, dot or shorter word among them.
 */
import { isDigit } from "../../scan/bytes.ts";
import type { Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";

const FEWEST_WORDS = 12;
const MOST_WORDS = 24;
const SHORTEST = 3;
const LONGEST = 8;
/** Between the announcement and the first word. */
const MAX_GAP = 40;

export const seedPhrase: Recognizer = {
  name: "seed-phrase",
  types: ["PRIVATE_KEY"],
  literals: [
    "seed phrase",
    "recovery phrase",
    "secret phrase",
    "seed words",
    "mnemonic",
    "wiederherstellungsphrase",
    "phrase de récupération",
    "phrase secrète",
    "frase semilla",
    "frase de recuperación",
    "frase de recuperação",
    "frase di recupero",
    "frase semente",
    "herstelzin",
  ].map((text) => ({ text, ignoreCase: true })),
  atLiteral({ bytes, end: limit }: Text, _start: number, from: number, _literal: number, emit: Emit): void {
    const sign = signEnd(bytes, from, Math.min(limit, from + MAX_GAP));
    if (sign < 0) return;
    let first = -1;
    let last = -1;
    let words = 0;
    let at = sign;
    while (words < MOST_WORDS) {
      const word = skipMarks(bytes, at, limit, words === 0);
      let end = word;
      while (end < limit && end - word <= LONGEST && isSmall(bytes[end])) end += 1;
      if (end - word < SHORTEST || end - word > LONGEST) break;
      if (first < 0) first = word;
      words += 1;
      last = end;
      at = end;
    }
    if (words < FEWEST_WORDS || words % 3 !== 0) return;
    emit("PRIVATE_KEY", first, last, 0.9, "context");
  },
};

function isSmall(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x61 && byte <= 0x7a;
}

/** Behind the last `:`, `=` or quote, or the word "is" and its like; -1 if none stands there. */
function signEnd(bytes: Uint8Array, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) {
    const byte = bytes[at];
    if (byte === 0x3a || byte === 0x3d || byte === 0x22) return at + 1;
    const isVerb =
      byte === 0x20 && VERBS.some((verb) => verb.every((letter, index) => bytes[at + index] === letter));
    if (isVerb) return bytes.indexOf(0x20, at + 1);
  }
  return -1;
}

const VERBS = [" is ", " ist ", " lautet ", " es ", " est ", " è ", " é "].map((verb) =>
  new TextEncoder().encode(verb),
);

/** A space or line break, a comma, quotes, and the numbers of a list. */
function skipMarks(bytes: Uint8Array, from: number, limit: number, isFirst: boolean): number {
  let at = from;
  const most = Math.min(limit, from + (isFirst ? 12 : 8));
  while (at < most) {
    const byte = bytes[at] as number;
    const isMark =
      byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x2c || byte === 0x22 || byte === 0x60;
    if (!isMark && byte !== 0x27 && byte !== 0x2e && byte !== 0x29 && byte !== 0x3a && !isDigit(byte)) break;
    at += 1;
  }
  return at;
}
