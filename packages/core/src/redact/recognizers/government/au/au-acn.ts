/** Australian company numbers: nine digits, weights 8 to 1, modulus 10 (ASIC). */
import type { Recognizer } from "../../recognizer.ts";
import { isSpread } from "../check/spread.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1];

export const auAcn: Recognizer = numberId({
  name: "au-acn",
  type: "AU_ACN",
  forms: { "9": 0.2, "3 3 3": 0.4 },
  validation: "checksum",
  words: ["acn", "australian company number", "company number", "a.c.n"],
  check: (digits, from) =>
    (10 - (weighted(digits, from, WEIGHTS) % 10)) % 10 === digits[from + 8] && isSpread(digits, from, 9),
});
