/** Other Brazilian numbers: PIS/PASEP/NIT (a check digit), CNH (two), voter's title (two); beside a word. */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";

const NAME = "br-document";
const PIS = [3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const CNH = [9, 8, 7, 6, 5, 4, 3, 2, 1];

export const brDocument: Recognizer = anyOf(NAME, [
  numberId({
    name: NAME,
    type: "GOVERNMENT_ID",
    forms: { "3.5.2-1": 0.85, "3.5.3": 0.2, "11": 0.2 },
    validation: "checksum",
    words: ["pis", "pasep", "nis", "nit", "pis/pasep", "inss"],
    check(digits, from) {
      const rest = 11 - (weighted(digits, from, PIS) % 11);
      return isSpread(digits, from, 11) && (rest > 9 ? 0 : rest) === digits[from + 10];
    },
  }),
  numberId({
    name: NAME,
    type: "DRIVING_LICENCE",
    forms: { "11": 0.2 },
    validation: "checksum",
    words: ["cnh", "habilitação", "carteira de motorista", "carteira nacional"],
    // The rule for the second digit differs when the first one overflows; the first one is enough.
    check(digits, from) {
      const first = weighted(digits, from, CNH) % 11;
      return isSpread(digits, from, 11) && (first > 9 ? 0 : first) === digits[from + 9];
    },
  }),
  numberId({
    name: NAME,
    type: "GOVERNMENT_ID",
    forms: { "12": 0, "4 4 4": 0 },
    validation: "structure",
    words: ["título de eleitor", "título eleitoral", "titulo de eleitor", "titulo eleitoral"],
    check: isSpread,
  }),
]);
