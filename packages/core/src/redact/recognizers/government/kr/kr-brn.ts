/** South Korean business numbers: ten digits as 3-2-5, weights and a carry, modulus 10 (National Tax Service). */
import type { Recognizer } from "../../recognizer.ts";
import { weighted } from "../check/weighted.ts";
import { numberId } from "../form/number-id.ts";

const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3];
/** The weight of the ninth digit, whose product counts digit by digit. */
const NINTH = 5;

export const krBrn: Recognizer = numberId({
  name: "kr-brn",
  type: "GOVERNMENT_ID",
  forms: { "3-2-5": 0.8, "10": 0.3 },
  validation: "checksum",
  words: ["brn", "사업자등록번호*", "사업자번호*", "business registration", "business number"],
  check(digits, from) {
    const ninth = (digits[from + 8] ?? 0) * NINTH;
    const sum = weighted(digits, from, WEIGHTS) + Math.floor(ninth / 10) + ninth;
    return digits[from] !== 0 && (10 - (sum % 10)) % 10 === digits[from + 9];
  },
});
