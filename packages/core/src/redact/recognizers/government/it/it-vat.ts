/** Italian VAT numbers: eleven digits, Luhn's check; not all zeros (DPR 633/1972, article 35). */
import { is, isDigit, WORD } from "../../../scan/bytes.ts";
import type { Recognizer } from "../../recognizer.ts";
import { luhn } from "../check/luhn.ts";
import { isSpread } from "../check/spread.ts";
import { numberId } from "../form/number-id.ts";

const UNDERSCORE = 0x5f;
const HEAD = 8;
const SIZE = 11;
const isVat = (digits: ArrayLike<number>, from: number): boolean =>
  luhn(digits, from, SIZE) && isSpread(digits, from, SIZE);

const plain = numberId({
  name: "it-vat",
  type: "IT_ID",
  forms: { "11": 0.35, "8 3": 0.4, "8-3": 0.4 },
  validation: "checksum",
  words: [
    "partita iva",
    "p.iva",
    "p. iva",
    "piva",
    "p.i",
    "partita_iva",
    "partitaiva",
    "iva",
    "vat",
    "codice fiscale",
  ],
  check: isVat,
});

export const itVat: Recognizer = {
  ...plain,
  digits: { min: HEAD, max: SIZE },
  atNumber(text, run, emit) {
    plain.atNumber?.(text, run, emit);
    const { bytes } = text;
    const start = run.starts[0] ?? 0;
    const join = run.ends[0] ?? 0;
    // The registry's own form has an underscore before the place.
    if (run.count > 1 || join - start !== HEAD || bytes[join] !== UNDERSCORE) return;
    const digits = [...run.digits.subarray(0, HEAD)];
    for (let at = join + 1; at <= join + SIZE - HEAD; at += 1) {
      if (at >= text.end || !isDigit(bytes[at])) return;
      digits.push((bytes[at] ?? 0) - 0x30);
    }
    const end = join + 1 + SIZE - HEAD;
    if ((end < text.end && is(bytes, end, WORD)) || !isVat(digits, 0)) return;
    emit("IT_ID", start, end, 0.6, "checksum");
  },
};
