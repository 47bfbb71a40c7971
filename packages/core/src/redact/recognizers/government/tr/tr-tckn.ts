/** Turkish identity numbers: eleven digits, the first not 0, two check digits (NVI). */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { numberId } from "../form/number-id.ts";

export const trTckn: Recognizer = numberId({
  name: "tr-tckn",
  type: "TR_TCKN",
  forms: { "11": 0.75, "3 3 3 2": 0.7 },
  validation: "checksum",
  words: [
    "tckn",
    "tc kimlik",
    "t.c. kimlik",
    "kimlik no",
    "kimlik numarası",
    "kimlik numarasi",
    "vatandaşlık",
    "tc no",
    "tc",
  ],
  check(digits, from) {
    if (digits[from] === 0 || !isSpread(digits, from, 11)) return false;
    let odd = 0;
    let even = 0;
    for (let index = 0; index < 9; index += 1) {
      if (index % 2 === 0) odd += digits[from + index] ?? 0;
      else even += digits[from + index] ?? 0;
    }
    const tenth = (((odd * 7 - even) % 10) + 10) % 10;
    return tenth === digits[from + 9] && (odd + even + tenth) % 10 === digits[from + 10];
  },
});
