/**
 * Security codes and expiry dates of cards
 *
 * Three digits are nothing without the words before them (`CVV 123`), or the card they stand behind
 * (`4111 1111 1111 1111, 12/29, 123`: seen from `card`).
 */
import { isBoundary, isDigit } from "../../scan/bytes.ts";
import { contextWords, FAR, hasContext } from "../../scan/context.ts";
import type { Text } from "../../scan/text.ts";
import { listed } from "../listed.ts";
import type { Emit, Recognizer } from "../recognizer.ts";

const CODE_WORDS = listed(
  "cvv, cvc, csc code, security code, sicherheitscode, prüfnummer, prüfziffer, kartenprüfnummer",
  "cryptogramme, código de seguridad, codigo de seguridad, codice di sicurezza, código de segurança",
  "codigo de segurança, beveiligingscode",
);
const EXPIRY_WORDS = listed(
  "expir, exp date, exp., exp:, exp , valid thru, valid through, valid until, good thru, gültig bis",
  "ablaufdatum, caducidad, vencimiento, scadenza, validade, vencimento, geldig tot, vervaldatum, caduca",
  "scade ",
);
const CARD_WORDS = contextWords(
  listed(
    "card, credit, debit, visa, mastercard, maestro, amex, cvv, cvc, cc, pan, carte, Karte, Kreditkarte",
    "Kartennummer, tarjeta, carta, cartão, cartao, kaart, creditcard",
  ),
);

/** How far behind the words the digits may stand. */
const REACH = 24;

export const cardCode: Recognizer = {
  name: "card-code",
  types: ["CARD_CODE"],
  literals: [...CODE_WORDS, ...EXPIRY_WORDS].map((text) => ({ text, ignoreCase: true, wordStart: true })),
  atLiteral(text: Text, start: number, end: number, literal: number, emit: Emit): void {
    const isCode = literal < CODE_WORDS.length;
    const at = isCode ? skipTo(text, codeWordEnd(text, end), isCode) : skipTo(text, end, isCode);
    if (at < 0) return;
    if (isCode) {
      const stop = digitsEnd(text, at, 3, 4);
      if (stop > 0) emit("CARD_CODE", at, stop, 0.85, "context");
      return;
    }
    const stop = expiryEnd(text, at);
    if (stop > 0 && hasContext(text, start, stop, CARD_WORDS, FAR))
      emit("CARD_CODE", at, stop, 0.8, "context");
  },
};

/** `cvv2`, `cvc2` */
function codeWordEnd({ bytes }: Text, end: number): number {
  return bytes[end] === 0x32 && !isDigit(bytes[end + 1]) ? end + 1 : end;
}

/** Expiry and code behind a card number, separated by a few bytes of punctuation. */
export function emitCodesAfter(text: Text, end: number, emit: Emit): void {
  let at = separated(text, end);
  const expiry = at < 0 ? -1 : expiryEnd(text, at);
  if (expiry > 0) {
    emit("CARD_CODE", at, expiry, 0.8, "context");
    at = separated(text, expiry);
  }
  if (at < 0) return;
  const stop = digitsEnd(text, at, 3, expiry > 0 ? 4 : 3);
  // A sum or a year may follow a card too, so without an expiry date only a lone group of three counts.
  if (stop > 0 && (expiry > 0 || isLineEnd(text, stop))) emit("CARD_CODE", at, stop, 0.7, "context");
}

function separated({ bytes, end }: Text, from: number): number {
  let at = from;
  while (at < end && at - from < 4 && isSeparator(bytes[at])) at += 1;
  return at > from && isDigit(bytes[at]) && at < end ? at : -1;
}

function isSeparator(byte: number | undefined): boolean {
  return (
    byte === 0x20 ||
    byte === 0x2c ||
    byte === 0x3b ||
    byte === 0x7c ||
    byte === 0x3a ||
    byte === 0x2f ||
    byte === 0x09
  );
}

function isLineEnd({ bytes, end }: Text, at: number): boolean {
  return at >= end || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0;
}

/** The first digit within reach, with at most two short words on the way (`code is`, `date:`). */
function skipTo({ bytes, end }: Text, from: number, isCode: boolean): number {
  const limit = Math.min(end, from + REACH);
  let words = 0;
  for (let at = from; at < limit; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isDigit(byte)) return !isBoundary(bytes, at - 1) && at > from ? -1 : at;
    if (byte === 0 || byte === 0x0a || byte === 0x2e) {
      if (isCode || byte !== 0x2e) return -1;
    }
    if (!isBoundary(bytes, at) && isBoundary(bytes, at - 1)) words += 1;
    if (words > 3) return -1;
  }
  return -1;
}

function digitsEnd({ bytes, end }: Text, at: number, least: number, most: number): number {
  let stop = at;
  while (stop < end && isDigit(bytes[stop])) stop += 1;
  const count = stop - at;
  if (count < least || count > most || (stop < end && !isBoundary(bytes, stop))) return -1;
  // `123-456`, `123/4`, `12.5`: part of another number.
  const isChain =
    bytes[stop] === 0x2d || bytes[stop] === 0x2f || bytes[stop] === 0x2e || bytes[stop] === 0x2c;
  return isChain && stop + 1 < end && isDigit(bytes[stop + 1]) ? -1 : stop;
}

/** The end of `MM/YY`, `MM/YYYY`, `MM-YY` or `MM / YY`; -1 without one. */
function expiryEnd(text: Text, at: number): number {
  const { bytes, end } = text;
  const tens = (bytes[at] ?? 0) - 0x30;
  const ones = (bytes[at + 1] ?? 0) - 0x30;
  if (!isDigit(bytes[at]) || !isDigit(bytes[at + 1])) return -1;
  const month = tens * 10 + ones;
  if (month < 1 || month > 12) return -1;
  let next = at + 2;
  if (bytes[next] === 0x20) next += 1;
  if (bytes[next] !== 0x2f && bytes[next] !== 0x2d) return -1;
  next += 1;
  if (bytes[next] === 0x20) next += 1;
  if (next >= end) return -1;
  const long = digitsEnd(text, next, 4, 4);
  return long > 0 && bytes[next] === 0x32 && bytes[next + 1] === 0x30 ? long : digitsEnd(text, next, 2, 2);
}
