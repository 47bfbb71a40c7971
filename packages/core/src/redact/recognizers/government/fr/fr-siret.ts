/** French business numbers: SIREN (nine digits) and SIRET (fourteen), both by Luhn (INSEE). */
import type { Recognizer } from "../../recognizer.ts";
import { luhn } from "../check/luhn.ts";
import { isSpread } from "../check/spread.ts";
import { numberId } from "../form/number-id.ts";

export const frSiret: Recognizer = numberId({
  name: "fr-siret",
  type: "GOVERNMENT_ID",
  forms: { "9": 0.1, "3 3 3": 0.2, "14": 0.2, "3 3 3 5": 0.6, "9 5": 0.4 },
  validation: "checksum",
  words: ["siren", "siret", "rcs", "immatriculée", "registre du commerce"],
  check: (digits, from, size) =>
    (size === 9 || size === 14) && luhn(digits, from, size) && isSpread(digits, from, size),
});
