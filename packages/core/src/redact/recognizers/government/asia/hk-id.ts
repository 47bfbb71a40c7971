/** Hong Kong identity cards: one or two letters, six digits, a check sign in brackets, modulus 11. */
import { asciiOf, is, isBoundary, isDigit, LETTER } from "../../../scan/bytes.ts";
import { contextWords, hasContext } from "../../../scan/context.ts";
import type { Recognizer } from "../../recognizer.ts";
import { weighted } from "../check/weighted.ts";

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, 1];
/** What stands where there is one letter only. */
const BLANK = 36;
const OPEN = 0x28;
const CLOSE = 0x29;
const DIGITS = 6;
const words = contextWords([
  "hkid",
  "hong kong id",
  "hong kong identity",
  "identity card",
  "身份證*",
  "身份證號碼*",
]);

export const hkId: Recognizer = {
  name: "hk-id",
  types: ["GOVERNMENT_ID"],
  token: { min: DIGITS + 1, max: DIGITS + 3 },
  atToken(text, start, end, emit) {
    const { bytes } = text;
    const letters = is(bytes, start + 1, LETTER) ? 2 : 1;
    const digits = start + letters;
    for (let at = start; at < digits; at += 1) if (!is(bytes, at, LETTER)) return;
    for (let at = digits; at < digits + DIGITS; at += 1) if (!isDigit(bytes[at])) return;
    const isBracketed = end === digits + DIGITS && bytes[end] === OPEN && bytes[end + 2] === CLOSE;
    const check = isBracketed ? end + 1 : digits + DIGITS;
    const after = isBracketed ? end + 3 : end;
    if (
      after > text.end ||
      (!isBracketed && end !== check + 1) ||
      (start > text.start && !isBoundary(bytes, start - 1))
    )
      return;
    const values = Array.from(
      asciiOf(bytes, start, digits + DIGITS) + asciiOf(bytes, check, check + 1),
      (sign) => Number.parseInt(sign, 36),
    );
    const all = letters === 1 ? [BLANK, ...values] : values;
    if (weighted(all, 0, WEIGHTS) % 11 !== 0) return;
    const isNamed = hasContext(text, start, after, words);
    emit("GOVERNMENT_ID", start, after, isNamed ? 0.95 : isBracketed ? 0.9 : 0.3, "checksum");
  },
};
