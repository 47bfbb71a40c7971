/** Portuguese tax numbers (NIF): nine digits, modulus 11; the first says what kind of holder. */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2];

export const ptNif: Recognizer = numberId({
  name: "pt-nif",
  type: "PT_NIF",
  forms: { "9": 0.2, "3 3 3": 0.3 },
  validation: "checksum",
  words: [
    "nif",
    "nipc",
    "contribuinte",
    "número fiscal",
    "numero fiscal",
    "identificação fiscal",
    "número de identificação",
  ],
  check(digits, from) {
    const first = digits[from] ?? 0;
    if (first === 0 || !isSpread(digits, from, 9)) return false;
    const rest = weighted(digits, from, WEIGHTS) % 11;
    return (rest < 2 ? 0 : 11 - rest) === digits[from + 8];
  },
});
