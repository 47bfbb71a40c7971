/**
 * Bank identifier codes (ISO 9362): four letters, a country, two characters of place, three of branch
 *
 * Any word of eight capitals may look so. A code counts behind its label, or beside words of banking
 * if it has a digit.
 */
import { ALNUM, CLASS, isBoundary, LOWER, UPPER } from "../../scan/bytes.ts";
import { contextWords, FAR, hasContext } from "../../scan/context.ts";
import type { Text } from "../../scan/text.ts";
import { listed } from "../listed.ts";
import type { Emit, Recognizer } from "../recognizer.ts";
import { isCountry } from "./countries.ts";

const BANKING = contextWords(
  listed(
    "bic, swift, iban, bank, wire, transfer, Überweisung, Konto, banque, virement, banco, transferencia",
    "banca, bonifico, transferência, rekening, overboeking, beneficiary",
  ),
);
/** Words that may stand between the label and the code. */
const FILLERS = contextWords(listed("code, bic, swift, is, number, no, nr, ist, est, es, è, é, lautet"));
const REACH = 24;

export const bic: Recognizer = {
  name: "bic",
  types: ["BIC"],
  literals: ["bic", "swift"].map((text) => ({ text, ignoreCase: true, wordStart: true, wordEnd: true })),
  atLiteral(text: Text, _start: number, end: number, literal: number, emit: Emit): void {
    const { bytes } = text;
    const limit = Math.min(text.end, end + REACH);
    let isNamed = literal === 0;
    let at = end;
    while (at < limit) {
      const byte = bytes[at] ?? 0;
      if (byte === 0 || byte === 0x0a) return;
      if (isBoundary(bytes, at)) {
        // `SWIFT` is a word, a language and a singer too: what follows must be introduced.
        if (byte === 0x3a || byte === 0x3d || byte === 0x2f || byte === 0x23) isNamed = true;
        at += 1;
        continue;
      }
      const stop = wordEnd(text, at);
      if (isBic(bytes, at, stop)) {
        if (isNamed) emit("BIC", at, stop, 0.9, "structure");
        return;
      }
      if (!hasContext(text, stop, stop, FILLERS, { before: stop - at, after: 0 })) return;
      isNamed = true;
      at = stop;
    }
  },
  token: { min: 8, max: 11 },
  atToken(text: Text, start: number, end: number, emit: Emit): void {
    if (!isBic(text.bytes, start, end) || !isBoundary(text.bytes, start - 1) || !isBoundary(text.bytes, end))
      return;
    if (hasContext(text, start, end, BANKING, FAR)) emit("BIC", start, end, 0.8, "context");
  },
};

function wordEnd({ bytes, end }: Text, at: number): number {
  let stop = at;
  while (stop < end && !isBoundary(bytes, stop)) stop += 1;
  return stop;
}

function isBic(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 8 && end - start !== 11) return false;
  if (!isCountry(bytes[start + 4] ?? 0, bytes[start + 5] ?? 0)) return false;
  for (let at = start; at < end; at += 1) {
    const classes = CLASS[bytes[at] ?? 0] ?? 0;
    if ((classes & LOWER) !== 0 || (classes & ALNUM) === 0) return false;
    if (at < start + 4 && (classes & UPPER) === 0) return false;
  }
  return true;
}
