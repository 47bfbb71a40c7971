/**
 * Postal addresses: a street line or a post box, and what follows it up to the country
 *
 * Nearly every address holds a number, so numbers are where it is looked for. The word before and
 * the words after decide quickly whether anything is read at all; then the surroundings are split
 * into tokens, the street line is found and grown in both directions. A line that could be
 * something else needs a second sign: a unit, a postcode with its city, a country, or a word that
 * says that someone lives or is sent something there.
 */
import { CLASS, isDigit, LETTER, LOWER, UPPER, WIDE } from "../../scan/bytes.ts";
import { contextWords, hasContext } from "../../scan/context.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import { HARD, type Text } from "../../scan/text.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { cornerEnd } from "./corner.ts";
import { letterSize, readTokens, type Token } from "./read-tokens.ts";
import { isYear, MILITARY, type Part, streetAround } from "./street.ts";
import { growLeft, growRight } from "./tail.ts";
import * as kind from "./words/kinds.ts";
import { kindsOf } from "./words/word-kinds.ts";

const SAYS_ADDRESS = contextWords([
  ...[
    "address",
    "addresses",
    "live at",
    "live in",
    "lives at",
    "lives in",
    "lives on",
    "lived at",
    "lived in",
  ],
  ...[
    "living at",
    "live on",
    "located at",
    "located on",
    "location",
    "reside*",
    "sent to",
    "send to",
    "send it to",
  ],
  ...[
    "ship to",
    "shipped to",
    "shipping",
    "deliver*",
    "billing",
    "mail to",
    "mailed to",
    "return to",
    "moved to",
  ],
  ...["meet me at", "meet you at", "office is at", "is at", "arrived at", "drops you off at", "home is"],
  ...["anschrift", "adresse", "wohnhaft", "wohne", "wohnt", "wohnort", "liefer*", "gemeldet", "ansässig"],
  ...["habite", "demeurant", "domicilié", "domiciliée", "livrer", "livraison", "rendez-vous au"],
  ...["dirección", "direccion", "domicilio", "vivo en", "vive en", "residente", "envío", "enviar a"],
  ...["indirizzo", "abito", "abita", "spedire", "spedizione", "endereço", "endereco", "morada", "moro"],
  ...["mora na", "entrega", "adres", "woon", "woont", "wonende", "bezorg*", "verzend*"],
]);
const BEFORE_IT = { before: 44, after: 0 };
const CORNER = 0.6;
const THRESHOLD = 0.5;
const CONTEXT_SAYS = 0.3;
const YEAR_TAKES = 0.3;

export const address: Recognizer = {
  name: "address",
  types: ["ADDRESS"],
  literals: [{ text: "corner of ", ignoreCase: true, wordStart: true }],
  atLiteral(text: Text, start: number, end: number, _literal: number, emit: Emit): void {
    const after = cornerEnd(text, end);
    if (after > 0) emit("ADDRESS", start, after, CORNER, "pattern");
  },
  digits: { min: 1, max: 12 },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    if (run.count > 4 || !mayBeStreet(text, run)) return;
    const start = run.starts[0] ?? 0;
    const last = run.starts[run.count - 1] ?? start;
    const tokens = readTokens(text, start);
    const street = streetAt(tokens, start) ?? (last > start ? streetAt(tokens, last) : undefined);
    if (street === undefined) return;
    const left = growLeft(tokens, street.first, text.bytes);
    const isWhole = street.score >= MILITARY;
    const right = isWhole
      ? { after: street.after, evidence: 0 }
      : growRight(tokens, street.after, text.bytes);
    const from = tokens[left.first]?.start ?? start;
    const to = endOf(tokens[right.after - 1], text.bytes);
    let score = street.score + left.evidence + right.evidence;
    if (left.evidence + right.evidence < 0.2) {
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
  },
};

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

/** The quick look: a word of an address beside the number, or capitals where a name could stand. */
function mayBeStreet(text: Text, run: NumberRun): boolean {
  return isNameBefore(text, run.starts[0] ?? 0) || isNameAfter(text, run.ends[run.count - 1] ?? 0);
}

const WORDS_BEFORE = 2;

function isNameBefore({ bytes, start }: Text, number: number): boolean {
  let at = number;
  for (let count = 0; count < WORDS_BEFORE; count += 1) {
    let end = at;
    while (end > start && end > at - 2 && isJoint(bytes[end - 1])) end -= 1;
    if (end === at || end === start) return false;
    const hasDot = bytes[end - 1] === 0x2e;
    if (hasDot) end -= 1;
    at = end;
    while (at > start && end - at < 40 && isInWord(bytes[at - 1])) at -= 1;
    if (at === end) return false;
    const kinds = kindsOf(bytes, at, end);
    const first = CLASS[bytes[at] ?? HARD] ?? 0;
    if (count === 0) {
      if ((first & (UPPER | WIDE)) !== 0) return (kinds & (kind.STOP | kind.MONTH | kind.LABEL)) === 0;
      if ((kinds & (kind.TELLING | kind.MILITARY_AREA)) !== 0) return true;
      if ((kinds & (kind.STOP | kind.LABEL | kind.MONTH)) !== 0) return false;
    } else return (kinds & (kind.BEFORE | kind.BEFORE_WEAK)) !== 0;
  }
  return false;
}

function isJoint(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x2c || byte === 0x23;
}

function isInWord(byte: number | undefined): boolean {
  return byte !== undefined && (((CLASS[byte] ?? 0) & LETTER) !== 0 || byte === 0x27);
}

const WORDS_AFTER = 6;
const SMALL_WORDS_AFTER = 4;

function isNameAfter({ bytes, end: limit }: Text, number: number): boolean {
  let at = number;
  // `221B`, `5th`: a letter or two belong to the number.
  while (at < limit && at < number + 3 && letterSize(bytes, at) === 1) at += 1;
  let isSmall = false;
  for (let count = 0; count < WORDS_AFTER; count += 1) {
    if (bytes[at] === 0x2c || bytes[at] === 0x2e) at += 1;
    if (bytes[at] !== 0x20) return false;
    at += 1;
    const start = at;
    while (at < limit && at - start < 40 && (isInWord(bytes[at]) || isDigit(bytes[at]) || bytes[at] === 0x2d))
      at += 1;
    if (at === start) return false;
    if (count > 0 && isDigit(bytes[start])) return true;
    const kinds = kindsOf(bytes, start, at);
    if (
      (kinds & (kind.STREET | kind.UNIT | kind.BOX)) !== 0 &&
      (count > 0 || (kinds & (kind.BEFORE | kind.BEFORE_WEAK | kind.UNIT)) !== 0)
    )
      return true;
    const isLower = ((CLASS[bytes[start] ?? HARD] ?? 0) & LOWER) !== 0;
    if ((kinds & (kind.STOP | kind.MONTH | kind.LABEL)) !== 0 && (kinds & kind.PARTICLE) === 0) return false;
    if (isLower && (kinds & kind.PARTICLE) === 0) isSmall = true;
    if (isSmall && count >= SMALL_WORDS_AFTER - 1) return false;
    // House, name and number: `6750 Koskikatu 25` shows when the number comes.
  }
  return false;
}
