/**
 * Payment cards: number range, length and check digit
 *
 * Of random digits one in ten has a right check digit. So a number without gaps counts by itself
 * only in a range that is firmly a brand's; others need a word, or the groups of a card.
 */
import { contextWords, hasContext, NEAR } from "../../scan/context.ts";
import type { NumberRun } from "../../scan/number-run.ts";
import type { Text } from "../../scan/text.ts";
import { listed } from "../listed.ts";
import { APART, closes, joint, opens, shapeOf } from "../number-window.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { cardRange, FIRM, NO_CARD } from "./card-brands.ts";
import { emitCodesAfter } from "./card-code.ts";
import { isLuhn } from "./luhn.ts";

const WORDS = contextWords(
  listed(
    "card, cards, cc, credit, debit, visa, mastercard, maestro, amex, american express, pan, discover",
    "diners, jcb, unionpay, cvv, cvc, payment, charge, billing, Karte, Karten*, Kreditkarte",
    "Kreditkarten*, Girocard, carte, carte bancaire, cb, tarjeta, tarjetas, carta, cartão, cartao, kaart",
    "creditcard, kaartnummer, pinpas, card_number, cardnumber, kort",
  ),
);
/** Numbers of other things that have the same check digit or length. */
const OTHERS = contextWords(
  listed(
    "imei, iccid, sim, order, tracking, invoice, ticket, isbn, ean, timestamp, serial, sku, id, uuid",
    "parcel, shipment, Bestellnummer, Sendungsnummer, commande, pedido, ordine, pid",
  ),
);
const BEFORE = { before: 24, after: 0 };

/** Groups as on the front of a card: 4-4-4-4, 4-6-5, 4-6-4, and the longer and shorter ones. */
const LAYOUTS = new Set([4444, 465, 464, 44443, 4445, 4442, 4441, 444, 445, 4443, 44442, 44441]);
const SIZES = [16, 15, 14, 19, 13, 18, 17, 12];

export const card: Recognizer = {
  name: "card",
  types: ["CARD", "CARD_CODE"],
  digits: { min: 12, max: 19 },
  atNumber(text: Text, run: NumberRun, emit: Emit): void {
    let first = 0;
    while (first < run.count && run.total - (run.from[first] ?? 0) >= 12) {
      const after = cardAt(text, run, first, emit);
      first = after === 0 ? first + 1 : after;
    }
  },
};

/** The group after a card that begins at group `first`, or 0. */
function cardAt(text: Text, run: NumberRun, first: number, emit: Emit): number {
  const from = run.from[first] ?? 0;
  const start = run.starts[first] ?? 0;
  for (const size of SIZES) {
    let after = first + 1;
    while (after < run.count && (run.from[after] ?? 0) - from < size) after += 1;
    if ((run.from[after] ?? 0) - from !== size || after - first > 5) continue;
    const range = cardRange(run.digits, from, size);
    if (range === NO_CARD || !isLuhn(run.digits, from, size)) continue;
    const end = run.ends[after - 1] ?? 0;
    if (!stands(text, run, first, after, start, end)) continue;
    const score = scoreOf(text, run, first, after, start, end, range, size);
    // A weak guess must not win over what others know of the same digits.
    emit("CARD", start, end, score, score >= 0.5 ? "checksum" : "pattern");
    if (score >= 0.5) emitCodesAfter(text, end, emit);
    return after;
  }
  return 0;
}

function scoreOf(
  text: Text,
  run: NumberRun,
  first: number,
  after: number,
  start: number,
  end: number,
  range: number,
  size: number,
): number {
  const isLaidOut = LAYOUTS.has(shapeOf(run, first, after));
  if (after - first > 1 && !isLaidOut) return hasContext(text, start, end, WORDS, NEAR) ? 0.85 : 0.2;
  if (isLaidOut && range === FIRM) return 0.97;
  if (hasContext(text, start, end, WORDS, NEAR)) return 0.97;
  if (hasContext(text, start, end, OTHERS, BEFORE)) return 0.3;
  if (range !== FIRM) return isLaidOut ? 0.6 : 0.3;
  return size === 12 || size === 13 ? 0.4 : 0.7;
}

/** Set apart from the groups around it. */
function stands(
  text: Text,
  run: NumberRun,
  first: number,
  after: number,
  start: number,
  end: number,
): boolean {
  const inner = after - first > 1 ? joint(text, run, first + 1) : 0;
  for (let group = first + 1; group < after; group += 1) {
    const by = joint(text, run, group);
    if (by !== inner || (by & APART) !== 0) return false;
  }
  const left = first === 0 ? opens(text, start) : isApart(joint(text, run, first), inner);
  const right = after === run.count ? closes(text, end) : isApart(joint(text, run, after), inner);
  return left && right;
}

const BY_SPACE = 1;

function isApart(by: number, inner: number): boolean {
  return (by & APART) !== 0 || by === BY_SPACE || (inner !== 0 && by !== inner);
}
