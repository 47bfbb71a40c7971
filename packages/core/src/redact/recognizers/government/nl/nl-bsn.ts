/** Dutch citizen service numbers: nine digits, weights 9 to 2 and -1, modulus 11 (RvIG). */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

export const nlBsn: Recognizer = numberId({
  name: "nl-bsn",
  type: "NL_BSN",
  forms: { "9": 0.2, "4.2.3": 0.6, "3.3.3": 0.3, "3 3 3": 0.3, "4 2 3": 0.4 },
  validation: "checksum",
  words: [
    "bsn",
    "burgerservicenummer",
    "burger service",
    "sofinummer",
    "sofi-nummer",
    "persoonsnummer",
    "bsn-nummer",
    "citizen service",
  ],
  check: (digits, from) => isSpread(digits, from, 9) && weighted(digits, from, WEIGHTS) % 11 === 0,
});
