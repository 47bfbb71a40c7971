/** Polish numbers of firms: NIP (ten digits, tax) and REGON (nine), modulus 11; and identity cards (three letters, six digits). */
import type { Recognizer } from "../../recognizer.ts";
import { digitsOf } from "../check/digits-of.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { anyOf } from "../form/any-of.ts";
import { numberId } from "../form/number-id.ts";
import { shapeId } from "../form/shape-id.ts";

const NAME = "pl-nip";
const NIP = [6, 5, 7, 2, 3, 4, 5, 6, 7];
const REGON = [8, 9, 2, 3, 4, 5, 6, 7];
const CARD = [7, 3, 1, 0, 7, 3, 1, 7, 3];

export const plNip: Recognizer = anyOf(NAME, [
  numberId({
    name: NAME,
    type: "GOVERNMENT_ID",
    forms: { "3-3-2-2": 0.8, "3-2-2-3": 0.7, "10": 0.2 },
    validation: "checksum",
    words: ["nip", "numer nip", "identyfikacji podatkowej", "vat"],
    check: (digits, from) =>
      isSpread(digits, from, 10) && weighted(digits, from, NIP) % 11 === digits[from + 9],
  }),
  numberId({
    name: NAME,
    type: "GOVERNMENT_ID",
    forms: { "9": 0.1 },
    validation: "checksum",
    words: ["regon", "numer regon"],
    check: (digits, from) =>
      isSpread(digits, from, 9) && (weighted(digits, from, REGON) % 11) % 10 === digits[from + 8],
  }),
  shapeId({
    name: NAME,
    type: "GOVERNMENT_ID",
    forms: { "AAA~999999": 0.4 },
    validation: "checksum",
    words: ["dowód", "dowodu", "dowód osobisty", "dowodu osobistego", "id card", "seria i numer"],
    check(value) {
      const values = digitsOf(value);
      return weighted(values, 0, CARD) % 10 === values[3];
    },
  }),
]);
