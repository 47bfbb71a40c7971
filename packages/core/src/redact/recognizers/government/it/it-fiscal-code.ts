/**
 * Italian fiscal codes: six letters of the names, year, a letter for the month, day (+ 40 for women),
 * place, check letter. Where two people would share one, digits become letters (D.M. 23 December 1976).
 */
import { asciiOf } from "../../../scan/bytes.ts";
import type { Recognizer } from "../../recognizer.ts";
import { less } from "../check/less.ts";
import { anyOf } from "../form/any-of.ts";
import { matchShape, shapeOf } from "../form/shape.ts";
import { shapeId } from "../form/shape-id.ts";

const MONTHS = "ABCDEHLMPRST";
/** Letters that stand for the digits 0 to 9. */
const DIGIT_LETTERS = "LMNPQRSTUV";
/** Values at odd places, for 0 to 9 and, the same, A to J; then K to Z. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

const CLASSES = { D: `0123456789${DIGIT_LETTERS}`, M: MONTHS };

const compact = shapeId({
  name: "it-fiscal-code",
  type: "IT_FISCAL_CODE",
  forms: { AAAAAADDMDDADDDA: 0.98 },
  classes: CLASSES,
  validation: "checksum",
  anyCase: true,
  words: ["codice fiscale", "codicefiscale", "codice_fiscale", "cod. fisc", "c.f", "cf", "fiscal code"],
  check: isFiscalCode,
});

const spaced = shapeOf("AAA AAA DDMDD ADDDA", CLASSES);
/** From the date, the first group with digits, back to the names. */
const LEAD = 8;

export const itFiscalCode: Recognizer = anyOf("it-fiscal-code", [
  compact,
  {
    name: "it-fiscal-code",
    types: ["IT_FISCAL_CODE"],
    token: { min: 5, max: 5 },
    atToken(text, start, _end, emit) {
      const end = matchShape(text, start - LEAD, spaced);
      if (end < 0) return;
      const value = asciiOf(text.bytes, start - LEAD, end)
        .replaceAll(" ", "")
        .toUpperCase();
      if (isFiscalCode(value)) emit("IT_FISCAL_CODE", start - LEAD, end, 0.95, "checksum");
    },
  },
]);

function isFiscalCode(value: string): boolean {
  const day = less(Number(Array.from(value.slice(9, 11), digitOf).join("")), 40);
  if (day < 1 || day > 31) return false;
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const code = value.charCodeAt(index);
    const number = code < 65 ? code - 48 : code - 65;
    sum += index % 2 === 0 ? (ODD[number] ?? 0) : number;
  }
  return value.charCodeAt(15) - 65 === sum % 26;
}

function digitOf(sign: string): string {
  const index = DIGIT_LETTERS.indexOf(sign);
  return index < 0 ? sign : String(index);
}
